using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Oracle;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>What adding to a log may do to its figures (design §8).</summary>
public class AdditionTest
{
    private static readonly OracleNorm[] Norms = Enum.GetValues<OracleNorm>();

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task A_hit_more_is_never_a_hit_or_a_page_view_less(HostileLog log)
    {
        // Over all days: a hit that joins two visits may move the second one to another day.
        var whole = log with { From = null, To = null };
        var less = whole with { Hits = [.. whole.Hits.Take(Math.Max(0, whole.Hits.Count - 1))] };
        foreach (var norm in Norms)
        {
            var (before, after) = (await MeasuredFiles.Measure(less, norm), await MeasuredFiles.Measure(whole, norm));
            var (old, young) = (before.NationalTotal, after.NationalTotal);
            Assert.True((young?.Hits ?? 0) >= (old?.Hits ?? 0), $"{norm}: hits\n{whole}");
            Assert.True((young?.PageViews ?? 0) >= (old?.PageViews ?? 0), $"{norm}: page views\n{whole}");
            Assert.Equal(whole.Hits.Count, after.Certificate.Ledger.Qualification.Accepted);
            Assert.Equal(whole.Hits.Count, (young?.Hits ?? 0) + after.Certificate.Ledger.Qualification.Excluded);
        }
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task Logs_of_disjoint_visitors_add_up_users_included(HostileLog one, HostileLog two)
    {
        // The same days for all three, or "all" would begin on different ones.
        var others = two with { Hits = [.. two.Hits.Select(Disjoint)] };
        DateOnly[] days = [.. one.Hits.Concat(others.Hits).Select(hit => Paris.Day(hit.InstantMs)).Where(day => day.Year is >= 2022 and < 2024), new(2022, 9, 5)];
        HostileLog Over(HostileLog log) => log with { From = days.Min().AddDays(-1), To = days.Max().AddDays(2) };
        foreach (var norm in Norms)
        {
            var parts = (await MeasuredFiles.Measure(Over(one), norm)).Indicators.Concat((await MeasuredFiles.Measure(Over(others), norm)).Indicators)
                .GroupBy(Key).ToDictionary(rows => rows.Key, rows => Sum([.. rows.Select(Figures)]));
            var whole = (await MeasuredFiles.Measure(Over(one with { Hits = [.. one.Hits, .. others.Hits] }), norm)).Indicators.ToDictionary(Key, Figures);
            var wrong = whole.Keys.Union(parts.Keys).Where(key => !whole.GetValueOrDefault(key, []).SequenceEqual(parts.GetValueOrDefault(key, []))).Take(5)
                .Select(key => $"{key}: {string.Join(',', whole.GetValueOrDefault(key, []))} is not {string.Join(',', parts.GetValueOrDefault(key, []))}");
            Assert.True(!wrong.Any(), $"{norm}\n{string.Join('\n', wrong)}\n{one}\n{others}");
        }
    }

    /// <summary>The hit as another person's on another browser; marks stay what they are.</summary>
    private static HostileHit Disjoint(HostileHit hit) => hit with { Visitor = Other(hit.Visitor), Client = Other(hit.Client) };

    private static Spelled Other(Spelled id) => string.IsNullOrEmpty(id.Means) || id.Means == "opt-out" ? id : Spelled.Plain("other " + id.Means);

    private static string Key(IndicatorRow row) => $"{row.Period} {row.PeriodStart:yyyy-MM-dd} {row.Level} {row.Code} {row.Dimension.Code} {row.Modality}";

    private static long[] Figures(IndicatorRow row) =>
        [row.Visits, row.Users, row.PageViews, row.Hits, row.DurationMs, row.TimedVisits, row.Bounces, row.FlashVisits];

    private static long[] Sum(long[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Sum(row => row[column]))];
}
