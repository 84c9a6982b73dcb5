namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// One cell of a table that no filter changes: what it is sorted by, and how it reads.
/// </summary>
/// <param name="IsNumber">Whether it sorts by a number.</param>
/// <param name="Value">That number.</param>
/// <param name="Text">What the reader sees.</param>
internal readonly record struct Cell(bool IsNumber, long Value, string Text)
{
    private const double MostSorted = 1e12;

    /// <summary>Shown where a column has no meaning for a row.</summary>
    public static Cell None { get; } = Label(FrenchFormat.Nothing);

    public static Cell Label(string text) => new(false, 0, text);

    public static Cell Count(long value) => new(true, value, FrenchFormat.Count(value));

    /// <summary>A text that sorts by a number: a date by its day number.</summary>
    public static Cell Ranked(long rank, string text) => new(true, rank, text);

    /// <summary>What a control found or expected: not always a count. It sorts by millionths. Nothing is shown of one that is withheld.</summary>
    public static Cell Figure(double figure) => double.IsNaN(figure) ? None : Ranked((long)(Math.Clamp(figure, -MostSorted, MostSorted) * 1_000_000), FrenchFormat.Figure(figure));
}
