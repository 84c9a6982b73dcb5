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
    /// <summary>Withholds rows of the indicators.</summary>
    /// <param name="table">All that was counted: every period, level and dimension.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no pattern was found that protects all rows of few users.</exception>
    public (IndicatorTable Table, DisclosureOutcome Outcome) Apply(IndicatorTable table, CancellationToken cancellation)
    {
        var rows = CountedRows.Of(table.Columns);
        var (withheld, primary) = SuppressionPlan.Of(rows, range, threshold, annuaire, cancellation);
        var outcome = new DisclosureOutcome(threshold, rows.Amount.Count(amount => amount > 0), primary, withheld.Count(row => row) - primary);
        return (new IndicatorTable(table.Columns.Without(withheld)), outcome);
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
}
