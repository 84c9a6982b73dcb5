using Dnma.Engine.Qualification;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Oracle;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>The engine, the SQL reference and the naive oracle give the same rows for the same hits (design §8).</summary>
public sealed class ThreeWayTest : IClassFixture<ThreeWayTest.Reference>
{
    private static readonly OracleNorm[] Norms = Enum.GetValues<OracleNorm>();
    private static readonly OracleReferences References = new(HostileReferences.AnnuaireCsv);
    private readonly SqlReference _sql;

    public ThreeWayTest(Reference reference) => _sql = reference.Sql;

    [Property(MaxTest = 250, Arbitrary = [typeof(HostileLogs)])]
    public async Task Hostile_logs(HostileLog log) => await Compare(log);

    /// <summary>Where plausibility begins and ends, the range is a century: too wide to be drawn.</summary>
    [Theory]
    [InlineData("2004-12-31T23:59:59.999Z", "2005-01-01T00:00:00.000Z")]
    [InlineData("2099-12-31T23:59:59.999Z", "2100-01-01T00:00:00.000Z")]
    public async Task The_ends_of_plausible_time(string before, string after) =>
        await Compare(HostileLog.Of(new[] { before, after }.Select(instant => new HostileHit(HostileInstants.Ms(instant)) { Visitor = Spelled.Plain("a") })));

    /// <summary>Every last day of the months and of the clock changes over some years: zones by three libraries.</summary>
    [Fact]
    public async Task Days_of_many_years()
    {
        var hits =
            from month in Enumerable.Range(0, 12 * 40)
            let first = new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(month)
            from hours in new[] { -24 * 7, -3, -2, -1, 0 }
            from ms in new[] { -1, 0 }
            select new HostileHit(new DateTimeOffset(first.AddHours(hours)).ToUnixTimeMilliseconds() + ms) { Visitor = Spelled.Plain($"{month % 7}"), Uai = Spelled.Plain("0220158C") };
        await Compare(HostileLog.Of(hits));
    }

    /// <summary>Matomo's full visits, with heartbeats in between.</summary>
    [Theory]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(10_001)]
    [InlineData(20_001)]
    public async Task Visits_of_many_actions(int actions)
    {
        var start = HostileInstants.Ms("2022-09-05T06:00:00Z");
        var hits = Enumerable.Range(0, actions).Select(i => new HostileHit(start + (i * 100L)) { Visitor = Spelled.Plain("a"), Page = Spelled.Plain($"{i % 3}") });
        var pings = Enumerable.Range(0, 300).Select(i => new HostileHit(start + (i * 10_000L)) { Visitor = Spelled.Plain("a"), Kind = Spelled.Plain("ping") });
        await Compare(HostileLog.Of([.. hits, .. pings]), OracleNorm.Dnma, OracleNorm.Matomo);
    }

    private async Task Compare(HostileLog log, params OracleNorm[] norms)
    {
        var hits = log.Meant();
        _sql.Load(hits, log.From, log.To);
        var (indicators, exclusions) = (_sql.Indicators(), _sql.Exclusions());
        foreach (var norm in norms.Length == 0 ? Norms : norms)
        {
            var (visits, excluded) = OracleVisits.Of(hits, norm);
            var rows = OracleIndicators.Rows(visits, References, log.From, log.To);
            string[] reasons = [.. excluded.Where(e => e.Value > 0).Select(e => $"{e.Key},{e.Value}")];
            var measurement = await MeasuredFiles.Measure(log, norm);
            var engine = MeasuredFiles.Indicators(measurement).Split('\n')[1..^1];
            SameLines("indicators of oracle and SQL", norm, log, rows, [.. indicators[norm]]);
            SameLines("indicators of oracle and engine", norm, log, rows, engine);
            SameLines("exclusions of oracle and SQL", norm, log, reasons, [.. exclusions[norm]]);
            SameLines("exclusions of oracle and engine", norm, log, reasons, Exclusions(measurement));
            Assert.Empty(measurement.Certificate.Verify());
            var openData = OracleOpenData.Files(visits, References, log.From, log.To);
            foreach (var set in OpenDataSet.All)
            {
                SameLines($"{set.FileName} of oracle and engine", norm, log, openData[set.FileName], MeasuredFiles.OpenData(measurement, set).Split('\n')[..^1]);
            }
        }
    }

    private static string[] Exclusions(Measurement measurement) =>
    [
        .. Enum.GetValues<ExclusionReason>()
            .Select(reason => (Code: reason.Code(), Count: measurement.Certificate.Ledger.Qualification[reason]))
            .Where(line => line.Count > 0)
            .OrderBy(line => line.Code, StringComparer.Ordinal)
            .Select(line => $"{line.Code},{line.Count}"),
    ];

    private static void SameLines(string what, OracleNorm norm, HostileLog log, IReadOnlyList<string> expected, string[] actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            var missing = expected.Except(actual).Take(5).Select(line => $"- {line}");
            var surplus = actual.Except(expected).Take(5).Select(line => $"+ {line}");
            Assert.Fail($"{norm}: {what} differ ({expected.Count} and {actual.Length} lines)\n{string.Join('\n', missing.Concat(surplus))}\n{(log.Hits.Count > 100 ? "" : log)}");
        }
    }

    /// <summary>One database for all cases.</summary>
    public sealed class Reference : IDisposable
    {
        internal SqlReference Sql { get; } = new(HostileReferences.AnnuaireCsv);

        public void Dispose() => Sql.Dispose();
    }
}
