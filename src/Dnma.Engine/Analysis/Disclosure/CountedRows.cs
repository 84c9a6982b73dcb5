using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>What disclosure control reads of a table of indicators. A view: nothing is copied.</summary>
/// <param name="Period">The kinds of period.</param>
/// <param name="PeriodStart">First days, as day numbers.</param>
/// <param name="Level">The levels of territories.</param>
/// <param name="Code">Their codes.</param>
/// <param name="DimensionOf">The dimension of a row.</param>
/// <param name="Name">Modalities.</param>
/// <param name="Amount">What adds up: visits.</param>
/// <param name="Users">Exact users.</param>
internal sealed record CountedRows(
    PeriodKind[] Period, int[] PeriodStart, TerritoryLevel[] Level, string[] Code, Func<int, string> DimensionOf, string[] Name, long[] Amount, long[] Users)
{
    /// <summary>How many rows there are.</summary>
    public int Count => Amount.Length;

    /// <summary>The rows of a table of indicators.</summary>
    public static CountedRows Of(IndicatorColumns table) => new(
        table.Period, table.PeriodStart, table.Level, table.Code, row => table.Dimension[row].Code, table.Modality, table.Visits, table.Users);
}
