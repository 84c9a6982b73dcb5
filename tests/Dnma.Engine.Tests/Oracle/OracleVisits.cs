namespace Dnma.Engine.Tests.Oracle;

/// <summary>From hits to visits, in the most obvious way: exclude, take each hit once, group by visitor, sort, cut (domain §3, design §6).</summary>
public static class OracleVisits
{
    private const long First = 1_104_537_600_000, End = 4_102_444_800_000; // 2005-01-01 and 2100-01-01 UTC

    public static long Clock(OracleHit hit, OracleNorm norm) => norm == OracleNorm.Matomo ? (long)Math.Floor(hit.InstantMs / 1000.0) * 1000 : hit.InstantMs;

    public static (IReadOnlyList<OracleVisit> Visits, SortedDictionary<string, long> Excluded) Of(IEnumerable<OracleHit> hits, OracleNorm norm)
    {
        var once = hits.GroupBy(h => h).ToList();
        var fate = once.ToDictionary(g => g.Key, g => Exclusion(g.Key, norm));
        var visits = once.Select(g => g.Key).Where(h => fate[h] == "")
            .GroupBy(h => norm == OracleNorm.Piano && h.Client != "" ? "client " + h.Client : h.Person)
            .SelectMany(visitor => Cut(visitor.OrderBy(h => h.InstantMs).ThenBy(h => h.TieKey, Paris.Utf8).ThenBy(h => h.Operator, Paris.Utf8).ThenBy(h => h.Collectivity, Paris.Utf8), norm, fate)).ToList();
        foreach (var hit in visits.Where(v => IsRobot(v, norm)).SelectMany(v => v.Hits))
        {
            fate[hit] = "robot";
        }

        var excluded = once.SelectMany(g => Enumerable.Repeat(fate[g.Key], fate[g.Key] == "" ? 0 : g.Count()).Concat(Enumerable.Repeat("duplicate", fate[g.Key] == "" ? g.Count() - 1 : 0)));
        return (visits.Where(v => !IsRobot(v, norm)).ToList(), new(excluded.CountBy(reason => reason).ToDictionary(r => r.Key, r => (long)r.Value), StringComparer.Ordinal));
    }

    private static bool IsRobot(OracleVisit visit, OracleNorm norm) => norm == OracleNorm.Piano && visit.Hits.Count > 250_000;

    private static string Exclusion(OracleHit hit, OracleNorm norm) =>
        hit.Flag != "" ? hit.Flag
        : hit.Visitor == "" ? "anonymous"
        : hit.Collectivity == "365203" ? "test-site"
        : hit.InstantMs is < First or >= End ? "implausible-instant"
        : Counts(hit, norm) ? "" : "not-counted-by-norm";

    private static bool Counts(OracleHit hit, OracleNorm norm) => norm switch
    {
        OracleNorm.Dnma => hit.Kind == "page" || (hit.Kind == "click" && hit.Service != "" && hit.Type != "natif"),
        OracleNorm.Acpm => hit.Kind == "page",
        OracleNorm.Piano => hit.Kind != "ping",
        _ => true,
    };

    private static IEnumerable<OracleVisit> Cut(IEnumerable<OracleHit> ordered, OracleNorm norm, Dictionary<OracleHit, string> fate)
    {
        var open = new List<OracleHit>();
        foreach (var hit in ordered)
        {
            var opens = open.Count == 0
                || Clock(hit, norm) - Clock(open[^1], norm) >= 1_800_000
                || (norm != OracleNorm.Acpm && Paris.Day(hit.InstantMs) != Paris.Day(open[^1].InstantMs))
                || (norm == OracleNorm.Matomo && hit.Kind != "ping" && open.Count(h => h.Kind != "ping") >= 10_000);
            if (opens && hit.Kind == "ping")
            {
                fate[hit] = "not-counted-by-norm"; // A heartbeat extends, never opens.
                continue;
            }

            if (opens && open.Count > 0)
            {
                yield return new OracleVisit(open, norm);
                open = [];
            }

            open.Add(hit);
        }

        if (open.Count > 0)
        {
            yield return new OracleVisit(open, norm);
        }
    }
}
