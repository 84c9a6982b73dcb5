using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Tests.Partials;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Under any perimeter, and at every level there is, the engine, SQL, the naive oracle and the recount come to the same figures.</summary>
public sealed class PerimeterAgreementTest(ThreeWayTest.Reference reference) : IClassFixture<ThreeWayTest.Reference>
{
    private static readonly OracleNorm[] Norms = Enum.GetValues<OracleNorm>();
    private static readonly OracleReferences References = new(HostileReferences.AnnuaireCsv);
    private static readonly string[] EveryLevel = [.. Enum.GetValues<TerritoryLevel>().Select(level => level.Code())];

    [Property(MaxTest = 150, Arbitrary = [typeof(HostileLogs)])]
    public async Task Hostile_logs(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var perimeter = DrawnPerimeter.Of(random);
        var norm = Norms[random.Next(Norms.Length)];
        var hasEveryLevel = random.Next(2) == 0;
        string How() => $"{norm} {DrawnPerimeter.Text(perimeter)}, every level: {hasEveryLevel}\n{log}";

        var hits = log.Meant();
        reference.Sql.Load(hits, log.From, log.To, perimeter, hasEveryLevel);
        var (visits, _) = OracleVisits.Of(hits, norm);
        var rows = OracleIndicators.Rows(visits, References, log.From, log.To, perimeter, hasEveryLevel ? EveryLevel : null);
        Same("oracle and SQL", rows, [.. reference.Sql.Indicators()[norm]], How);

        var definition = MeasuredFiles.Definition(norm, log) with { Perimeter = DrawnPerimeter.Told(perimeter), Levels = hasEveryLevel ? Enum.GetValues<TerritoryLevel>() : TerritoryLevels.Standard };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(log.Csv()));
        var measurement = await MeasuredFiles.Measure(
            HitLog.Stream("hits.csv", stream), definition, options => options with { Threads = random.Next(1, 3), PartitionBits = 2, Recount = RecountScope.Full });
        Same("oracle and engine", rows, MeasuredFiles.Indicators(measurement).Split('\n')[1..^1], How);
        Assert.True(measurement.Recount!.Agrees, $"{string.Join('\n', measurement.Recount.Differences)}\n{How()}");
        Assert.Empty(measurement.Certificate.Verify());

        var inPeriod = visits.Where(visit => (log.From is null || visit.Day >= log.From) && (log.To is null || visit.Day < log.To)).ToList();
        var outside = inPeriod.Where(visit => !perimeter.Contains(visit, References)).ToList();
        var ledger = measurement.Certificate.Ledger.Visits;
        Assert.Equal(
            (outside.Count, outside.Sum(visit => visit.Hits.Count), visits.Count - inPeriod.Count),
            (ledger.OutOfPerimeter, ledger.OutOfPerimeterHits, ledger.OutOfPeriod));

        var openData = OracleOpenData.Files([.. visits.Where(visit => perimeter.Contains(visit, References))], References, log.From, log.To);
        Assert.All(OpenDataSet.All, set => Same(set.FileName, openData[set.FileName], MeasuredFiles.OpenData(measurement, set).Split('\n')[..^1], How));
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(HostileLogs)])]
    public async Task Shards_come_to_what_one_process_does(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var perimeter = DrawnPerimeter.Of(random);
        var norm = Norms[random.Next(Norms.Length)];
        var definition = MeasuredFiles.Definition(norm, log) with { Perimeter = DrawnPerimeter.Told(perimeter), Levels = Enum.GetValues<TerritoryLevel>() };
        using var folder = new Ingest.TemporaryFolder();
        HitLog Log() => ShardedRun.Csv(log.Csv());
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, Log, definition, random.Next(1, 6)), definition);
        var whole = await ShardedRun.Published(await ShardedRun.Whole(Log(), definition));
        ShardedRun.AssertSame(whole, await ShardedRun.Published(merged), () => $"{norm} {DrawnPerimeter.Text(perimeter)}\n{log}");
    }

    /// <summary>What is asked for beside the six levels changes no row of these, nor what the controls are told.</summary>
    [Property(MaxTest = 40, Arbitrary = [typeof(HostileLogs)])]
    public async Task More_levels_leave_the_others_as_they_are(HostileLog log, int seed)
    {
        var norm = Norms[new Random(seed).Next(Norms.Length)];
        var definition = MeasuredFiles.Definition(norm, log);
        var six = await ShardedRun.Whole(ShardedRun.Csv(log.Csv()), definition);
        var all = await ShardedRun.Whole(ShardedRun.Csv(log.Csv()), definition with { Levels = Enum.GetValues<TerritoryLevel>() });
        string[] ofSix = [.. MeasuredFiles.Indicators(all).Split('\n').Where(line => !line.Split(',').Skip(2).Take(1).Any(level => level is "region" or "commune" or "circonscription" or "operator" or "collectivity"))];
        Same("six levels and all", MeasuredFiles.Indicators(six).Split('\n'), ofSix, log.ToString);
        Assert.Equal(Analysis.ObservedText.Of(six), Analysis.ObservedText.Of(all));
    }

    private static void Same(string what, IReadOnlyList<string> expected, string[] actual, Func<string> how)
    {
        if (!expected.SequenceEqual(actual))
        {
            var missing = expected.Except(actual).Take(5).Select(line => $"- {line}");
            var surplus = actual.Except(expected).Take(5).Select(line => $"+ {line}");
            Assert.Fail($"{what} differ ({expected.Count} and {actual.Length} lines)\n{string.Join('\n', missing.Concat(surplus))}\n{how()}");
        }
    }
}
