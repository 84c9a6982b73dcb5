using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>What must be observed of hits, in the most obvious way, as the lines of <see cref="ObservedText"/> in any order.</summary>
internal static class OracleObservations
{
    private static readonly string[] Services =
    [
        "", "page_ent", "accueil", "actualites", "cahier_textes", "cahier_liaison", "courrier_electronique", "messagerie_instantanee", "visioconference", "stockage_partage",
        "production_collaborative", "documentation_cdi", "parcours_pedagogique", "reservation_salles_materiels", "service_collectivite", "services_vie_scolaire", "gestion_temps",
        "absences", "gestion_competences", "notes", "manuel_numerique", "ressource_multimedia", "ressource_orientation", "ressource_production",
        "ressource_accompagnement_entrainement", "ressource_reference_dictionnaire", "ressource_documentaire",
    ];

    /// <summary>All lines but those of unknown profiles, which a hit that was understood no longer knows.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<OracleHit> hits, OracleNorm norm)
    {
        var counts = new Dictionary<string, long>();
        void Add(string line, long count = 1) => counts[line] = counts.GetValueOrDefault(line) + count;

        foreach (var hit in hits)
        {
            var reason = Reason(hit);
            Add($"{Place(hit)} Accepted");
            Add($"{Place(hit)} Collectivity \"{hit.Collectivity}\"", hit.Collectivity == "" ? 0 : 1);
            Add($"{Place(hit)} {reason}", reason == "" ? 0 : 1);
            if (reason == "" && Counts(hit, norm))
            {
                Add($"{Place(hit)} Counted");
                Add($"{Place(hit)} ThirdPartyWithoutTool", hit is { Type: "tiers", Tool: "" } ? 1 : 0);
                Add($"{Place(hit)} ToolWithoutThirdParty", hit.Type != "tiers" && hit.Tool != "" ? 1 : 0);
                Add($"{Place(hit)} UnknownService \"{hit.Service}\"", Services.Contains(hit.Service) ? 0 : 1);
                Add($"{Place(hit)} UnknownType \"{hit.Type}\"", hit.Type is "" or "natif" or "tiers" ? 0 : 1);
            }
        }

        var visits = OracleVisits.Of(hits, norm).Visits;
        foreach (var visit in visits)
        {
            string First(Func<OracleHit, string> field) => visit.Hits.Select(field).FirstOrDefault(value => value != "") ?? "";
            var place = $"{First(hit => hit.Uai)}|{First(hit => hit.Project)}|{First(hit => hit.Platform)}";
            Add($"{place} Visits");
            Add($"{place} PageViews", visit.Hits.Count(PageView));
            bool PageView(OracleHit hit) => hit.Kind == "page" || norm == OracleNorm.Dnma;
        }

        foreach (var visitor in hits.Where(hit => Reason(hit) == "" && (Counts(hit, norm) || hit.Kind != "ping")).GroupBy(hit => norm == OracleNorm.Piano && hit.Client != "" ? $"client {hit.Client}" : hit.Person))
        {
            // A respelled hit is the same hit, and every hit after the first one of its kind is a duplicate; an orphan ping is none.
            var once = visitor.Distinct().OrderBy(hit => hit.InstantMs).ThenBy(hit => hit.TieKey, Paris.Utf8).ToArray();
            foreach (var same in visitor.GroupBy(hit => hit).Where(same => Counts(same.Key, norm) && (same.Key.Kind != "ping" || visits.Any(visit => visit.Hits.Contains(same.Key)))))
            {
                Add($"{Place(same.Key)} Duplicates", same.Count() - 1);
            }

            foreach (var (first, second) in once.Zip(once.Skip(1)))
            {
                if (first.Kind == "page" && second.Kind == "page" && first.Service == second.Service && second.InstantMs - first.InstantMs <= 1000)
                {
                    var visit = visits.Single(visit => visit.Hits.Contains(first));
                    string First(Func<OracleHit, string> field) => visit.Hits.Select(field).FirstOrDefault(value => value != "") ?? "";
                    Add($"{First(hit => hit.Uai)}|{First(hit => hit.Project)}|{First(hit => hit.Platform)} RapidPages");
                }
            }

            if (norm != OracleNorm.Piano)
            {
                AddPerson(once, Add);
            }
        }

        return counts.Where(line => line.Value != 0).Select(line => $"{line.Key} {line.Value}");
    }

    private static void AddPerson(OracleHit[] hits, Action<string, long> add)
    {
        var schools = hits.Select(hit => hit.Uai).Where(uai => uai != "").Distinct().ToArray();
        var days = hits.Where(hit => hit.Uai != "").GroupBy(hit => Paris.Day(hit.InstantMs), hit => hit.Uai).Select(day => day.ToArray()).ToArray();
        var isShared = days.Any(day => day.Distinct().Count() >= 5 || day.Zip(day.Skip(1)).Count(move => move.First != move.Second) >= 20);
        (string Name, bool Holds)[] facts =
        [
            ("Persons", true),
            ("TwoProfiles", hits.Select(hit => hit.Profile).Where(profile => profile != "").Distinct().Count() > 1),
            ("ManyEstablishments", schools.Length >= 10),
            ("Shared", isShared),
        ];
        foreach (var (name, _) in facts.Where(fact => fact.Holds))
        {
            add($"FR {name}", 1);
            foreach (var school in schools.DefaultIfEmpty(""))
            {
                add($"persons of \"{school}\" {name}", 1);
            }
        }
    }

    private static string Place(OracleHit hit) => $"{hit.Uai}|{hit.Project}|{hit.Platform}";

    private static string Reason(OracleHit hit) =>
        hit.Flag != "" ? hit.Flag switch { "robot" => "Robot", "monitor" => "Monitor", "prefetch" => "Prefetch", _ => "OptOut" }
        : hit.Visitor == "" ? "Anonymous"
        : hit.Collectivity == "365203" ? "TestSite"
        : hit.InstantMs is < 1_104_537_600_000 or >= 4_102_444_800_000 ? "ImplausibleInstant"
        : "";

    private static bool Counts(OracleHit hit, OracleNorm norm) => norm switch
    {
        OracleNorm.Dnma => hit.Kind == "page" || (hit.Kind == "click" && hit.Service != "" && hit.Type != "natif"),
        OracleNorm.Acpm => hit.Kind == "page",
        OracleNorm.Piano => hit.Kind != "ping",
        _ => true,
    };
}
