namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// Who is fed in a period: an establishment with visits in at least so many of the weeks that are compared, those of equal rank. Fed in both periods, it is
/// of the constant perimeter. The field has no agreed rule, so it is a parameter. Immutable, thread safe.
/// </summary>
public sealed record PerimeterRule
{
    private readonly int _fedPercent = 80;
    private readonly int _markedPercent = 5;

    /// <summary>Four weeks out of five; a perimeter is said to have changed where more than 5 % of a period's visits are not of the constant one.</summary>
    public static PerimeterRule Default { get; } = new();

    /// <summary>In how many percent of the compared weeks there must be a visit, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not so many.</exception>
    public int FedPercent
    {
        get => _fedPercent;
        init => _fedPercent = Percent(value, 1);
    }

    /// <summary>From how many percent of a period's visits outside of the constant perimeter, exclusive, the full perimeter is marked as changed; from 0 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not so many.</exception>
    public int MarkedPercent
    {
        get => _markedPercent;
        init => _markedPercent = Percent(value, 0);
    }

    /// <summary>Whether so many weeks with visits make an establishment fed.</summary>
    internal bool IsFed(int fedWeeks, int weeks) => fedWeeks > 0 && 100L * fedWeeks >= (long)_fedPercent * weeks;

    private static int Percent(int value, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
        return value;
    }
}
