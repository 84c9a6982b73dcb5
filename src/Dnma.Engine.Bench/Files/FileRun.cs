using System.Diagnostics;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Files;

/// <summary>
/// A file to the four published tables by the engine's public face: weeks of establishments, and what every measurement has besides (the nation's
/// figures, the academies' over the whole range, the ledgers, the file's digest, the certificate). The engine lives on from run to run.
/// </summary>
internal sealed class FileRun(int threads) : IDisposable
{
    private static readonly MeasurementDefinition Definition =
        MeasurementDefinition.Of(Norm.Dnma) with { Periods = [PeriodKind.Week], Levels = [TerritoryLevel.Establishment] };

    private readonly AudienceEngine _engine = AudienceEngine.Create(options => options with { Threads = threads });

    public (Measurement Measurement, OpenDataTable[] Tables, TimeSpan Time) FourTables(string path)
    {
        var watch = Stopwatch.StartNew();
        var measurement = _engine.MeasureAsync(HitLog.Files(path), Definition).GetAwaiter().GetResult();
        var tables = OpenDataSet.All.Select(set => OpenDataTable.Of(set, measurement.Indicators, new AnnuaireLabels(Annuaire.Empty))).ToArray();
        return (measurement, tables, watch.Elapsed);
    }

    public void Dispose() => _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
