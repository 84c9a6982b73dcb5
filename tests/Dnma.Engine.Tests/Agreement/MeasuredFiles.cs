using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Measurements of hostile logs through the public face, and their files as bytes.</summary>
internal static class MeasuredFiles
{
    public static MeasurementDefinition Definition(OracleNorm norm, HostileLog log) => new()
    {
        Norm = Norm.Of(norm.ToString()),
        From = log.From,
        To = log.To,
        Annuaire = HostileReferences.Annuaire,
    };

    /// <summary>Measures a log on one thread.</summary>
    public static async Task<Measurement> Measure(HostileLog log, OracleNorm norm)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(log.Csv()));
        return await Measure(HitLog.Stream("hits.csv", stream), Definition(norm, log), options => options with { Threads = 1, PartitionBits = 2 });
    }

    public static async Task<Measurement> Measure(HitLog log, MeasurementDefinition definition, Func<EngineOptions, EngineOptions> options)
    {
        await using var engine = AudienceEngine.Create(options);
        return await engine.MeasureAsync(log, definition, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>The bytes of <c>indicators.csv</c> as text.</summary>
    public static string Indicators(Measurement measurement) => Text(stream => IndicatorCsv.Write(stream, measurement.Indicators));

    /// <summary>The bytes of a published table as text.</summary>
    public static string OpenData(Measurement measurement, OpenDataSet set) => Text(stream => OpenDataCsv.Write(stream, measurement.OpenData(set)));

    /// <summary>The bytes of every table that figures are published in, one after another.</summary>
    public static string All(Measurement measurement) =>
        Indicators(measurement)
        + Text(stream => EventCsv.Write(stream, measurement.Events))
        + Text(stream => RateCsv.Write(stream, measurement.Rates))
        + string.Concat(OpenDataSet.All.Select(set => OpenData(measurement, set)));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
