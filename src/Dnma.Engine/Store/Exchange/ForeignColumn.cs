using Dnma.Engine.Contracts;

namespace Dnma.Engine.Store.Exchange;

/// <summary>A column of a table from outside, as somebody else typed it. What its type cannot mean is refused by name. Not thread safe.</summary>
internal abstract class ForeignColumn(string name)
{
    /// <summary>Doubles beyond hold only some of the whole numbers.</summary>
    private const double MostExactWhole = 1L << 53;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its type, as its format calls it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether <see cref="Text"/> answers.</summary>
    public virtual bool HoldsTexts => false;

    /// <summary>The text of a row; null where there is none.</summary>
    public virtual string? Text(int row) => throw Unfit("text is");

    /// <summary>Whether <see cref="Label"/> answers.</summary>
    public virtual bool HoldsLabels => HoldsTexts;

    /// <summary>What a dimension of one's own calls the value of a row, as it is read of a table of Parquet; null where there is none.</summary>
    public virtual string? Label(int row) => Text(row);

    /// <summary>The local date of a row; null where there is none.</summary>
    public virtual DateOnly? Date(int row) => throw Unfit("dates are");

    /// <summary>The whole number of a row; null where there is none.</summary>
    public virtual long? Whole(int row) => throw Unfit("whole numbers are");

    /// <summary>The date of an instant that must be a midnight.</summary>
    protected static DateOnly DateOf(DateTime midnight) => midnight.TimeOfDay == TimeSpan.Zero
        ? DateOnly.FromDateTime(midnight)
        : throw new FormatException("a time of day stands where a date should");

    /// <summary>The date of a text <c>YYYY-MM-DD</c>.</summary>
    protected static DateOnly DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException("a text stands where a date should, and is none");

    /// <summary>The whole number that a double is: what pandas makes of integers among which one is missing.</summary>
    protected static long WholeOf(double value) => value == Math.Floor(value) && Math.Abs(value) <= MostExactWhole
        ? (long)value
        : throw new FormatException("a number with decimals, or too great to be exact, stands where a whole number should");

    private EngineException Unfit(string expected) => new(
        ErrorId.InvalidReference, name, $"the column is of type {TypeName}, where {expected} expected", "cast it before it is read");
}
