using Dnma.Engine.Indicators;
using Dnma.Engine.Store;
using Dnma.Engine.Time;

namespace Dnma.Engine.Recount;

/// <summary>
/// Compares what SQL counted with what the engine did, both ways: every row of either must be the other's, and a row that one of them has not counts as zeros.
/// Used once.
/// </summary>
/// <param name="database">The second count.</param>
/// <param name="customNames">The custom dimensions' names.</param>
/// <param name="hasPerimeter">Whether a perimeter leaves places out.</param>
/// <param name="listed">How many differences are kept.</param>
internal sealed class RecountComparison(RecountDatabase database, IReadOnlyList<string> customNames, bool hasPerimeter, int listed)
{
    private const int ModalityShift = 32;
    private static readonly string[] IndicatorNames = ["visits", "users", "page_views", "hits", "duration_ms", "timed_visits", "bounces", "flash_visits"];
    private static readonly string[] EventNames = ["events", "users"];

    /// <summary>What was found.</summary>
    public DifferenceList Differences { get; } = new(listed);

    /// <summary>Compares everything.</summary>
    /// <param name="indicators">The engine's indicators, all that were counted.</param>
    /// <param name="events">The engine's events.</param>
    /// <param name="ledger">The engine's ledger.</param>
    /// <param name="recounted">SQL's ledger.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(IndicatorTable indicators, EventTable events, RecountLedger ledger, RecountLedger recounted, CancellationToken cancellation)
    {
        foreach (var ((name, value), (_, other)) in ledger.Lines(hasPerimeter).Zip(recounted.Lines(hasPerimeter)))
        {
            Differences.Compare(() => "ledger", [name], [value], [other]);
        }

        var territories = database.ReadTerritories(cancellation);
        CompareIndicators(indicators.Columns, territories, cancellation);
        CompareEvents(events.Columns, territories, cancellation);
    }

    private void CompareIndicators(IndicatorColumns columns, Dictionary<(long Level, long Territory), string> territories, CancellationToken cancellation)
    {
        Dimension[] dimensions = [.. Dimension.Shipped, .. customNames.Select(Dimension.Custom)];
        var modalities = database.ReadModalities(cancellation);
        var seen = new bool[columns.Count];
        database.ReadFigures(row =>
        {
            var (period, start, level) = ((PeriodKind)row[0], LocalCalendar.DateOf((int)row[1]), (TerritoryLevel)row[2]);
            var (code, dimension, modality) = (territories[(row[2], row[3])], dimensions[(int)(row[4] >> ModalityShift)], modalities[row[4]]);
            var index = columns.IndexOf(period, start, level, code, dimension, modality);
            string Cell() => NameOf(period, start, level, code, dimension.Code, modality);
            if (index >= 0 && !seen[index])
            {
                seen[index] = true;
                Differences.Compare(Cell, IndicatorNames, FiguresOf(columns, index), row[5..]);
            }
            else
            {
                Differences.Compare(Cell, IndicatorNames, new long[IndicatorNames.Length], row[5..]);
            }
        }, cancellation);
        for (var i = 0; i < seen.Length; i++)
        {
            Look(i, cancellation);
            if (!seen[i])
            {
                var row = columns.Row(i);
                Differences.Compare(
                    () => NameOf(row.Period, row.PeriodStart, row.Level, row.Code, row.Dimension.Code, row.Modality),
                    IndicatorNames,
                    FiguresOf(columns, i),
                    new long[IndicatorNames.Length]);
            }
        }
    }

    private void CompareEvents(EventColumns columns, Dictionary<(long Level, long Territory), string> territories, CancellationToken cancellation)
    {
        var labels = database.ReadLabels(cancellation);
        var left = new Dictionary<EventKey, (long Events, long Users)>();
        for (var i = 0; i < columns.Count; i++)
        {
            Look(i, cancellation);
            left.Add(
                new EventKey(columns.Period[i], columns.PeriodStart[i], columns.Level[i], columns.Code[i], columns.Kind[i], columns.Label[i]),
                (columns.Events[i], columns.Users[i]));
        }

        database.ReadEvents(row =>
        {
            var key = new EventKey((PeriodKind)row[0], (int)row[1], (TerritoryLevel)row[2], territories[(row[2], row[3])], (EventKind)row[4], labels[row[5]]);
            _ = left.Remove(key, out var counted);
            Differences.Compare(key.ToString, EventNames, [counted.Events, counted.Users], row[6..]);
        }, cancellation);
        var looked = 0;
        foreach (var (key, counted) in left)
        {
            Look(looked++, cancellation);
            Differences.Compare(key.ToString, EventNames, [counted.Events, counted.Users], [0, 0]);
        }
    }

    /// <summary>Whether it is cancelled, once in so many rows as a chunk of SQL's has: a row that differs must be named, which takes a while.</summary>
    private static void Look(int row, CancellationToken cancellation)
    {
        if (row % DuckDbChunk.Capacity == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static long[] FiguresOf(IndicatorColumns columns, int row) =>
    [
        columns.Visits[row], columns.Users[row], columns.PageViews[row], columns.Hits[row],
        columns.DurationMs[row], columns.TimedVisits[row], columns.Bounces[row], columns.FlashVisits[row],
    ];

    private static string NameOf(PeriodKind period, DateOnly start, TerritoryLevel level, string code, string dimension, string modality) =>
        FormattableString.Invariant($"{period.Code()},{start:yyyy-MM-dd},{level.Code()},{code},{dimension},{modality}");

    private readonly record struct EventKey(PeriodKind Period, int Start, TerritoryLevel Level, string Code, EventKind Kind, string Label)
    {
        public override string ToString() => "events " + NameOf(Period, LocalCalendar.DateOf(Start), Level, Code, Kind.Code(), Label);
    }
}
