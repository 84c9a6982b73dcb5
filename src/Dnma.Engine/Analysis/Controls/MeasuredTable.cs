using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// A table of indicators with the days that it was measured over: what is missing in it outside them is not known, inside them is nothing, but for what is
/// <see cref="Withheld"/>. Immutable, thread safe.
/// </summary>
/// <param name="Table">The indicators; of series only weeks are read. Rows that disclosure control withheld are refused: their figures would pass for zero.</param>
/// <param name="Days">The measured local days, half-open; empty when no hit qualified.</param>
/// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a row of the table is withheld.</exception>
public sealed record MeasuredTable(IndicatorTable Table, DayRange Days)
{
    /// <summary>The indicators; of series only weeks are read.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a row of it is withheld.</exception>
    public IndicatorTable Table { get; init => field = Known(value); } = Known(Table);

    /// <summary>How its figures came about; counted by default.</summary>
    public FigureOrigins Origins { get; init; } = FigureOrigins.Measured;

    /// <summary>Rows within the days that are not known and stand in the table neither as figures nor as zeros; none by default.</summary>
    public IReadOnlyList<WithheldRow> Withheld { get; init; } = [];

    private static IndicatorTable Known(IndicatorTable table) => table.Columns.Withheld?.Contains(true) == true
        ? throw new EngineException(ErrorId.InvalidOption, "measured table", "rows of it are withheld by disclosure control, and would pass for zero", "give a measurement without a threshold")
        : table;
}
