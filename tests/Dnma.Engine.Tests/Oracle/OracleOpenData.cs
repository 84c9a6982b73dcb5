using System.Globalization;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>The four open-data files (domain §5, design §10): a row for each UAI and week, three cells for each modality.</summary>
public static class OracleOpenData
{
    private const string Keys = "académie;commune;département;région;ministère;circonscription;nature_uai;secteur";

    private static readonly string[] Profiles = ["eleve", "parent", "enseignant", "admin_vie_scol_tech"];

    private static readonly string[] Services =
    [
        "accueil", "actualites", "cahier_textes", "cahier_liaison", "courrier_electronique", "messagerie_instantanee", "visioconference", "stockage_partage",
        "production_collaborative", "documentation_cdi", "parcours_pedagogique", "reservation_salles_materiels", "service_collectivite", "services_vie_scolaire",
        "gestion_temps", "absences", "gestion_competences", "notes", "manuel_numerique", "ressource_multimedia", "ressource_orientation", "ressource_production",
        "ressource_accompagnement_entrainement", "ressource_reference_dictionnaire", "ressource_documentaire",
    ];

    /// <summary>The files by name: header and rows.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Files(IReadOnlyList<OracleVisit> visits, OracleReferences references, DateOnly? from = null, DateOnly? to = null)
    {
        var inRange = visits.Where(v => (from is null || v.Day >= from) && (to is null || v.Day < to)).ToList();
        var globales = new[] { Column("globales", _ => true) };
        var profiles = globales.Concat(Profiles.Select(p => Column(p, v => v.First(h => h.Profile) == p)));
        var services = Services.Select(s => new Modality($"visites_{s}", $"utilisateurs_{s}", $"duree_{s}", v => v.Hits.Any(h => h.Service == s), h => h.Service == s));
        var devices = new[] { "ordinateur", "smartphone", "tablette" }.Select(d => Column(d, v => v.First(h => h.Device) == d))
            .Append(new("visites_autreappareil", "utilisateurs_autreAppareil", "duree_autreAppareil", v => v.First(h => h.Device) == "autreappareil", null))
            .Concat(new[] { "android", "windows", "ios", "macos", "chromeos", "linux", "autreOS" }.Select(o => Column(o, v => o.Equals(v.First(h => h.Os), StringComparison.OrdinalIgnoreCase))))
            .Concat(new[] { "chromeMobile", "safari", "chrome", "firefox", "edge", "samsungBrowser", "opera", "huaweiBrowser", "miuiBrowser", "autreNavigateur" }
                .Select(b => Column(b, v => b.Equals(v.First(h => h.Browser), StringComparison.OrdinalIgnoreCase))));
        var profileDevices = from p in Profiles
                             from d in new[] { "ordinateur", "smartphone", "tablette", "autresappareil" }
                             select Column($"{p}_{d}", v => v.First(h => h.Profile) == p && v.First(h => h.Device) == d.Replace("autresappareil", "autreappareil", StringComparison.Ordinal));
        return new()
        {
            ["fr-en-dnma-par-uai-profils.csv"] = File(inRange, references, profiles.ToList(), keysLast: false),
            ["fr-en-dnma-par-uai-services.csv"] = File(inRange, references, services.ToList(), keysLast: true),
            ["fr-en-dnma-par-uai-appareils.csv"] = File(inRange, references, devices.ToList(), keysLast: false),
            ["fr-en-dnma-par-uai-profils-appareils.csv"] = File(inRange, references, profileDevices.ToList(), keysLast: false),
        };
    }

    private static List<string> File(List<OracleVisit> visits, OracleReferences references, List<Modality> modalities, bool keysLast)
    {
        string Line(string week, string uai, string keys, IEnumerable<string> cells) => string.Join(';', keysLast ? [week, uai, .. cells, keys] : [week, uai, keys, .. cells]);
        var rows = from visit in visits
                   let uai = visit.First(h => h.Uai)
                   where uai != "inconnu"
                   group visit by (Week: OracleIndicators.Iso(OracleIndicators.Monday(visit.Day)), Uai: uai) into row
                   orderby row.Key
                   select Line(row.Key.Week, row.Key.Uai, string.Join(';', references.Labels(row.Key.Uai).Select(Quote)), modalities.SelectMany(m => Cells(row, m)));
        return [Line("debutSemaine", "UAI", Keys, modalities.SelectMany(m => new[] { m.Visits, m.Users, m.Duration })), .. rows];
    }

    private static string Quote(string label) => label.AsSpan().ContainsAny(";\"\r\n") ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;

    /// <summary>Mean time: of a service, time in it by visits that used it; else duration by timed visits. Rounded half up to the second.</summary>
    private static IEnumerable<string> Cells(IEnumerable<OracleVisit> row, Modality modality)
    {
        var visits = row.Where(modality.Has).ToList();
        var timeMs = visits.Sum(v => v.TimeIn(modality.TimeOf ?? (_ => true)));
        var divisor = modality.TimeOf is null ? visits.Count(v => v.IsTimed) : visits.Count;
        var seconds = divisor == 0 ? 0 : (long)Math.Floor((timeMs / (1000m * divisor)) + 0.5m);
        return [$"{visits.Count}", $"{visits.Select(v => v.User).Distinct().Count()}", string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}")];
    }

    private static Modality Column(string name, Func<OracleVisit, bool> has) => new($"visites_{name}", $"utilisateurs_{name}", $"duree_{name}", has, null);

    private sealed record Modality(string Visits, string Users, string Duration, Func<OracleVisit, bool> Has, Func<OracleHit, bool>? TimeOf);
}
