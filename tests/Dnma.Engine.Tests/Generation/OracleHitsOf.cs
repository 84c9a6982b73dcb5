using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Hits;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Generation;

/// <summary>The canonical hits that a reader must find in a generated log: what happened, as far as the form can tell it.</summary>
internal static class OracleHitsOf
{
    public static IEnumerable<OracleHit> Log(GenerationOptions options, HitForm form)
    {
        var world = new World(LogGeneration.Fit(options, form));
        var generator = new HitGenerator(LogGeneration.Fit(options, form), world);
        while (generator.TryNext(out var hit))
        {
            yield return Hit(hit, world, form);
        }
    }

    public static OracleHit Hit(in GeneratedHit hit, World world, HitForm form)
    {
        var tells = form.Tells;
        bool Tells(FormTells what) => (tells & what) == what;
        var school = world.Establishments[hit.Establishment];
        var entry = hit.UserAgent < 0 ? null : UserAgentCatalogue.Entries[hit.UserAgent];
        var traits = entry is null || !(Tells(FormTells.UserAgent) || Tells(FormTells.DeviceCodes)) ? default : entry.Traits;
        var isOptOut = hit.Has(HitNotes.OptOut);
        var visitor = isOptOut && !Tells(FormTells.OptOut) ? "" : PersonText(hit.Person, school);
        var isMatomo = form.Name.StartsWith("matomo", StringComparison.Ordinal);
        return new OracleHit
        {
            InstantMs = Tells(FormTells.BrowserClock) ? hit.StampedInstantMs : hit.LineMs,
            Visitor = visitor,
            Client = !Tells(FormTells.Client) ? visitor : isOptOut ? "" : Hex(hit.Client),
            Uai = hit.Has(HitNotes.NoEstablishment) ? "" : school.Uai,
            Profile = Known(hit.Profile.ToString() is nameof(Profile.AdminVieScolTech) ? "admin_vie_scol_tech" : hit.Profile.ToString()),
            Service = hit.Service >= 0 && Tells(FormTells.Service) ? Vocabulary.Services[hit.Service].Tag.ToLowerInvariant() : "",
            Type = !Tells(FormTells.TypeAndTool) ? "" : hit.Type switch { 1 => "natif", 2 => "tiers", _ => "" },
            Tool = hit.Tool > 0 && Tells(FormTells.TypeAndTool) ? System.Text.Encoding.ASCII.GetString(Vocabulary.Tools[hit.Tool]).ToLowerInvariant() : "",
            Project = Tells(FormTells.ProjectAndPlatform) ? school.Project : "",
            Operator = Tells(FormTells.Operator) ? HitTexts.OperatorNames[school.Platform] : "",
            Platform = Tells(FormTells.ProjectAndPlatform) ? HitTexts.PlatformNames[school.Platform] : "",
            Collectivity = hit.Has(HitNotes.TestSite) ? "365203" : school.Collectivity,
            Kind = hit.Kind == HitKind.Click && !Tells(FormTells.Clicks) ? "page" : hit.Kind.ToString().ToLowerInvariant(),
            Page = (isMatomo ? "https://ent.example/" : "") + System.Text.Encoding.ASCII.GetString(Vocabulary.PageLabel(hit)),
            UserAgent = entry is not null && Tells(FormTells.UserAgent) ? entry.Text : "",
            Device = Known(traits.Device.ToString()),
            Os = Known(traits.Os.ToString()),
            Browser = Known(traits.Browser.ToString()),
            ConnectedObject = traits.ConnectedObject == ConnectedObject.Aucun || (traits.ConnectedObject == ConnectedObject.Fridge && Tells(FormTells.DeviceCodes)) ? "" : traits.ConnectedObject.ToString().ToLowerInvariant(),
            Flag = !Tells(FormTells.UserAgent) ? (isOptOut && Tells(FormTells.OptOut) ? "opt-out" : "")
                : entry?.Class == UserAgentClass.Robot ? "robot"
                : entry?.Class == UserAgentClass.Monitor ? "monitor"
                : isOptOut && Tells(FormTells.OptOut) ? "opt-out" : "",
        };
    }

    /// <summary>A person's id as hits write it: 16 hexadecimal digits, or the character codes of a UUID (domain §4.2).</summary>
    private static string PersonText(ulong person, Establishment school)
    {
        if (person == 0 || school.Platform != World.Platforms - 1)
        {
            return person == 0 ? "" : Hex(person);
        }

        var digits = Hex(person) + Hex(SplitMix64.Mix(person));
        var uuid = $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
        return string.Concat(uuid.Select(c => ((int)c).ToString(CultureInfo.InvariantCulture)));
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);

    private static string Known(string name) => name == "Inconnu" ? "" : name.ToLowerInvariant();
}
