using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>From counted rows to a measurement: tables, then the certificate. Whoever counted the rows, in one process or in several, shows nowhere.</summary>
/// <param name="options">How the engine works.</param>
/// <param name="definition">What was measured.</param>
/// <param name="clock">Dates the run.</param>
/// <param name="started">When it began, by that clock.</param>
/// <param name="recount">Counts again, and compares; null where nobody asked for it.</param>
/// <param name="trace">Is told of the stages.</param>
internal sealed class MeasurementAssembly(
    EngineOptions options, MeasurementDefinition definition, TimeProvider clock, long started, RecountStage? recount, OperationTrace trace)
{
    public Measurement Assemble(CountedLog counted, CancellationToken cancellation)
    {
        var range = RangeOf(counted.Visits);
        var order = new TableOrder(counted.Territories, range?.Start ?? 0);
        var (indicators, allEvents) = trace.Stage("tabulate", () => (
            new IndicatorTableBuilder(counted.Rows.Indicators, order, counted.Dictionaries, definition.CustomDimensions).Build(range ?? default, cancellation),
            EventTableBuilder.Build(counted.Rows.Events, order, counted.Dictionaries.Labels, definition.CountedPeriods, definition.CountedLevels, cancellation)));
        var events = allEvents.Of(definition.Periods, definition.Levels);
        var recounted = recount is null ? null : trace.Stage("recount", () => recount.Run(counted, indicators, events, range, cancellation));
        var (shown, outcome) = (indicators, (DisclosureOutcome?)null);
        if (definition.DisclosureThreshold != DisclosureThresholds.None)
        {
            var control = new DisclosureControl(definition.DisclosureThreshold, range ?? default, definition.Annuaire);
            (shown, outcome) = trace.Stage("withhold", () => control.Apply(indicators, cancellation));
            var leftOut = outcome.LeftOut;
            events = control.Apply(allEvents).Of(definition.Periods, [.. definition.Levels.Where(level => !leftOut.Contains(level.Code()))]);

            // How many figures differ may be said; which, and by how much, would tell withheld ones.
            recounted = recounted is null ? null : recounted with { Differences = [] };
        }

        var certificate = trace.Stage("certify", () =>
            new CertificateAssembly(options, definition, counted).Assemble(indicators, shown, outcome?.LeftOut ?? [], range, clock, started, cancellation) with { Checks = [.. RecountCheck.Of(recounted)] });
        cancellation.ThrowIfCancellationRequested();
        return new Measurement(definition, range, indicators, shown, events, counted.Read.Rejects, counted.Observations, certificate) { Recount = recounted, Disclosure = outcome };
    }

    /// <summary>The measured days: open ends are those of the qualified hits; null when no hit qualified.</summary>
    private DayRange? RangeOf(VisitLedger visits)
    {
        if (visits.FirstDay > visits.LastDay)
        {
            return null;
        }

        var start = definition.From is { } from ? LocalCalendar.DayOf(from) : visits.FirstDay;
        var end = definition.To is { } to ? LocalCalendar.DayOf(to) : visits.LastDay + 1;
        return new DayRange(start, Math.Max(start, end));
    }
}
