namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The figures of one part of both periods that a change is decomposed by. Users are user-weeks: sums of weekly users, not persons.</summary>
/// <param name="VisitsA">Visits in rows with users, period A.</param>
/// <param name="UsersA">User-weeks, period A.</param>
/// <param name="VisitsB">Visits in rows with users, period B.</param>
/// <param name="UsersB">User-weeks, period B.</param>
internal readonly record struct CellFigures(long VisitsA, long UsersA, long VisitsB, long UsersB)
{
    public static CellFigures operator +(CellFigures left, CellFigures right) =>
        new(left.VisitsA + right.VisitsA, left.UsersA + right.UsersA, left.VisitsB + right.VisitsB, left.UsersB + right.UsersB);
}
