using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Measurements with a recount.</summary>
internal static class RecountedLog
{
    public static async Task<Measurement> Measure(string csv, MeasurementDefinition definition, Func<EngineOptions, EngineOptions>? options = null)
    {
        await using var engine = AudienceEngine.Create(standard =>
        {
            standard = standard with { Threads = 1, PartitionBits = 1, Recount = RecountScope.Full };
            return options is null ? standard : options(standard);
        });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await engine.MeasureAsync(HitLog.Stream("hits.csv", stream), definition, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>The recount of a log, which must agree.</summary>
    public static async Task<RecountOutcome> Agreeing(string csv, MeasurementDefinition definition, Func<EngineOptions, EngineOptions>? options = null)
    {
        var measurement = await Measure(csv, definition, options);
        var outcome = measurement.Recount!;
        Assert.True(outcome.Agrees, $"{definition.Norm}\n{string.Join('\n', outcome.Differences)}\n{(csv.Length < 20_000 ? csv : "")}");
        Assert.Empty(outcome.Differences);
        Assert.Empty(measurement.Certificate.Verify());
        Assert.Equal(("recount-agrees", outcome.Cells, outcome.Cells), Assert.Single(measurement.Certificate.Checks) is var check ? (check.Id, check.Expected, check.Actual) : default);
        return outcome;
    }
}
