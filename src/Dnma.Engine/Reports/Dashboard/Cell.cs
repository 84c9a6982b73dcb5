namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// One cell: its exact figure and how it reads. A figure is an integer or a quotient of two, never a rounded number, so that the page
/// sorts and draws what the table holds.
/// </summary>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Value">The integer, or the quotient's numerator.</param>
/// <param name="Divisor">The quotient's denominator; 0 where there is nothing to divide by.</param>
/// <param name="Text">What the reader sees.</param>
internal readonly record struct Cell(CellKind Kind, long Value, long Divisor, string Text)
{
    private const double MostSorted = 1e12;

    /// <summary>Shown where a column has no meaning for a row.</summary>
    public static Cell None { get; } = Label(FrenchFormat.Nothing);

    public static Cell Label(string text) => new(CellKind.Label, 0, 0, text);

    public static Cell Count(long value) => new(CellKind.Integer, value, 0, FrenchFormat.Count(value));

    /// <summary>A text that sorts by a number: a date by its day number.</summary>
    public static Cell Ranked(long rank, string text) => new(CellKind.Integer, rank, 0, text);

    /// <summary>What a control found or expected: not always a count. It sorts by millionths. Nothing is shown of one that is withheld.</summary>
    public static Cell Figure(double figure) => double.IsNaN(figure) ? None : Ranked((long)(Math.Clamp(figure, -MostSorted, MostSorted) * 1_000_000), FrenchFormat.Figure(figure));

    public static Cell Share(long part, long whole) => new(CellKind.Quotient, part, whole, FrenchFormat.Share(part, whole));

    public static Cell Mean(long sum, long count) => new(CellKind.Quotient, sum, count, FrenchFormat.Mean(sum, count));

    /// <summary>A mean duration; the quotient is in milliseconds.</summary>
    public static Cell MeanDuration(long sumMs, long count) =>
        new(CellKind.Quotient, sumMs, count, FrenchFormat.MeanDuration(sumMs, count));
}
