using System.Globalization;
using System.Text;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>The parts of a hit's text that hang on its school, rendered once; and the ids, rendered each time.</summary>
internal sealed class HitTexts
{
    /// <summary>The test site (domain §4.1).</summary>
    public static ReadOnlySpan<byte> TestSite => "365203"u8;

    /// <summary>Platforms, by <see cref="Establishment.Platform"/>: made up.</summary>
    public static readonly string[] PlatformNames = ["KALEIDO", "ARDOISE", "PORTICO", "TABLEAU"];

    /// <summary>Operators, by <see cref="Establishment.Platform"/>: made up.</summary>
    public static readonly string[] OperatorNames = ["EXPLOITANT_NORD", "EXPLOITANT_EST", "EXPLOITANT_SUD", "EXPLOITANT_OUEST"];

    // The character codes of 0-9 and a-f.
    private static readonly byte[][] DigitCodes = [.. "0123456789abcdef".Select(c => Encoding.ASCII.GetBytes(((int)c).ToString(CultureInfo.InvariantCulture)))];
    private readonly World _world;

    /// <summary>Renders a world's schools.</summary>
    public HitTexts(World world)
    {
        _world = world;
        Uai = Render(e => e.Uai);
        Project = Render(e => e.Project);
        Operator = Render(e => OperatorNames[e.Platform]);
        Platform = Render(e => PlatformNames[e.Platform]);
        Collectivity = Render(e => e.Collectivity);
        SmartTagProperties = Render(e => $"&projet={e.Project}&exploitant={OperatorNames[e.Platform]}&plateforme={PlatformNames[e.Platform]}");
        XitiCodes = Render(e => $"&x3={e.Project}&x4={PlatformNames[e.Platform]}");
    }

    /// <summary>UAI by school.</summary>
    public byte[][] Uai { get; }

    /// <summary>Project by school.</summary>
    public byte[][] Project { get; }

    /// <summary>Operator by school.</summary>
    public byte[][] Operator { get; }

    /// <summary>Platform by school.</summary>
    public byte[][] Platform { get; }

    /// <summary>Collectivity by school.</summary>
    public byte[][] Collectivity { get; }

    /// <summary>SmartTag's properties of the school's ENT.</summary>
    public byte[][] SmartTagProperties { get; }

    /// <summary>The 2012 marker's <c>x3</c> and <c>x4</c>.</summary>
    public byte[][] XitiCodes { get; }

    /// <summary>The collectivity that a hit names.</summary>
    public ReadOnlySpan<byte> CollectivityOf(in GeneratedHit hit) => hit.Has(HitNotes.TestSite) ? TestSite : Collectivity[hit.Establishment];

    /// <summary>The UAI that a hit names; empty where it names none.</summary>
    public ReadOnlySpan<byte> UaiOf(in GeneratedHit hit) => hit.Has(HitNotes.NoEstablishment) ? default : Uai[hit.Establishment];

    /// <summary>
    /// Appends the person's id; nothing where there is none. On the last platform it is the decimal character codes of a UUID, one
    /// after the other: 72 to 90 digits (domain §4.2). Elsewhere 16 hexadecimal digits.
    /// </summary>
    public void AppendPerson(RecordBuffer buffer, in GeneratedHit hit)
    {
        if (hit.Person == 0)
        {
            return;
        }

        if (_world.Establishments[hit.Establishment].Platform != World.Platforms - 1)
        {
            buffer.AppendHex(hit.Person);
            return;
        }

        var (high, low) = (hit.Person, SplitMix64.Mix(hit.Person));
        for (var i = 0; i < 32; i++)
        {
            if (i is 8 or 12 or 16 or 20)
            {
                buffer.Append("45"u8);
            }

            var digit = (int)((i < 16 ? high >> (60 - (i * 4)) : low >> (60 - ((i - 16) * 4))) & 15);
            buffer.Append(DigitCodes[digit]);
        }
    }

    /// <summary>Appends the browser's id, or the word of an opt-out.</summary>
    public static void AppendClient(RecordBuffer buffer, in GeneratedHit hit)
    {
        if (hit.Has(HitNotes.OptOut))
        {
            buffer.Append("OPT-OUT"u8);
        }
        else
        {
            buffer.AppendHex(hit.Client);
        }
    }

    private byte[][] Render(Func<Establishment, string> text) => [.. _world.Establishments.Select(e => Encoding.UTF8.GetBytes(text(e)))];
}
