using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Withholds rows of few users from tables, and others for their sake (docs/disclosure.md). Pure, deterministic, on the caller's thread.</summary>
/// <param name="threshold">The least number of users that may be shown.</param>
/// <param name="range">The measured days.</param>
/// <param name="annuaire">Where establishments lie.</param>
internal sealed class DisclosureControl(int threshold, DayRange range, Annuaire annuaire)
{
    /// <summary>Withholds rows of the indicators; leaves out levels or dimensions where no pattern protects them.</summary>
    /// <param name="table">All that was counted: every period, level and dimension.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: fewer users than the threshold were seen in all.</exception>
    public (IndicatorTable Table, DisclosureOutcome Outcome) Apply(IndicatorTable table, CancellationToken cancellation)
    {
        var rows = CountedRows.Of(table.Columns);
        var tree = new TerritoryNesting(Enumerable.Range(0, rows.Count).Where(row => rows.Level[row] == TerritoryLevel.Establishment).Select(row => rows.Code[row]).Distinct(StringComparer.Ordinal), annuaire);
        var narrowing = new TableNarrowing(rows, tree);
        var withheld = new bool[rows.Count];
        var primary = 0;
        while (!narrowing.IsOfOneFigure)
        {
            var frame = CellFrame.Of(rows, range, narrowing.Keeps);
            (var cells, primary, var unprotected) = SuppressionPlan.Of(frame, tree, threshold, cancellation);
            if (unprotected.Count == 0)
            {
                for (var cell = 0; cell < frame.Count; cell++)
                {
                    withheld[frame.Row[cell]] = cells[cell];
                }

                return Of(table, rows, narrowing, withheld, primary);
            }

            narrowing.Narrow(frame, unprotected);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            // Days that nobody came are withheld with the others: every day has its row.
            withheld[row] = narrowing.Keeps(row) && PeriodSpan.Of(rows.Period[row], rows.PeriodStart[row], range) != range;
        }

        return Of(table, rows, narrowing, withheld, Enumerable.Range(0, rows.Count).Count(row => withheld[row] && rows.Users[row] > 0 && rows.Users[row] < threshold));
    }

    /// <summary>
    /// Withholds rows of the events: all of a label, in every period and territory, as soon as one of its rows is of too few users. No figure of another label
    /// is tied to it, so that nothing can tell it.
    /// </summary>
    /// <param name="table">All that was counted: every period and level.</param>
    public EventTable Apply(EventTable table)
    {
        var columns = table.Columns;
        var rare = Enumerable.Range(0, table.Count).Where(row => columns.Users[row] < threshold).Select(row => (columns.Kind[row], columns.Label[row])).ToHashSet();
        return new EventTable(columns.Without([.. Enumerable.Range(0, table.Count).Select(row => rare.Contains((columns.Kind[row], columns.Label[row])))]));
    }

    private (IndicatorTable, DisclosureOutcome) Of(IndicatorTable table, CountedRows rows, TableNarrowing narrowing, bool[] withheld, int primary)
    {
        var columns = table.Columns.Without(withheld);
        var outcome = new DisclosureOutcome(threshold, rows.Amount.Count(amount => amount > 0), primary, withheld.Count(row => row) - primary) { LeftOut = narrowing.LeftOut };
        return (new IndicatorTable(outcome.LeftOut.Count == 0 ? columns : columns.Take([.. Enumerable.Range(0, rows.Count).Where(narrowing.Keeps)])), outcome);
    }
}
