namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// How the visits of rows with users changed, in terms that add up to the change exactly. With U the user-weeks, q the visits a user-week, s the
/// parts' shares of U, Δ the differences and a bar the means of both periods: ΔV = ΔU q̄ + Ū Σ Δs (q̄ₚ − q̄) + Ū Σ s̄ Δqₚ. Symmetric: no period is the
/// base (Kitagawa 1955; the first two factors are Shapley's values). Immutable.
/// </summary>
internal sealed class Decomposition
{
    private Decomposition(long users, long[] mix, long[] intensity) => (Users, Mix, Intensity) = (users, mix, intensity);

    /// <summary>The effect of the number of user-weeks, in visits.</summary>
    public long Users { get; }

    /// <summary>The effect of each part's share of the user-weeks, in visits.</summary>
    public long[] Mix { get; }

    /// <summary>The effect of each part's visits a user-week, in visits.</summary>
    public long[] Intensity { get; }

    /// <summary>Decomposes.</summary>
    /// <param name="cells">The parts; a part that has users in one period alone has there the visits a user-week of the other.</param>
    public static Decomposition Of(IReadOnlyList<CellFigures> cells)
    {
        var exact = Exact(cells);
        var whole = Apportionment.Of(exact);
        return new Decomposition(whole[0], whole[1..(cells.Count + 1)], whole[(cells.Count + 1)..]);
    }

    /// <summary>The exact terms: that of users, those of the mix, those of the intensity.</summary>
    internal static Fraction[] Exact(IReadOnlyList<CellFigures> cells)
    {
        var all = cells.Aggregate(default(CellFigures), (sum, cell) => sum + cell);
        var (before, after) = Rates(all);
        var (mean, users) = ((before + after) / 2, ((Fraction)all.UsersA + all.UsersB) / 2);
        var (mix, intensity) = (new Fraction[cells.Count], new Fraction[cells.Count]);
        for (var part = 0; part < cells.Count; part++)
        {
            var (partBefore, partAfter) = Rates(cells[part]);
            var (shareBefore, shareAfter) = Shares(cells[part], all);
            mix[part] = users * (shareAfter - shareBefore) * (((partBefore + partAfter) / 2) - mean);
            intensity[part] = users * (partAfter - partBefore) * ((shareBefore + shareAfter) / 2);
        }

        return [((Fraction)all.UsersB - all.UsersA) * mean, .. mix, .. intensity];
    }

    private static (Fraction A, Fraction B) Rates(CellFigures cell)
    {
        var (a, b) = (Quotient(cell.VisitsA, cell.UsersA), Quotient(cell.VisitsB, cell.UsersB));
        return (a ?? b ?? Fraction.Zero, b ?? a ?? Fraction.Zero);
    }

    private static (Fraction A, Fraction B) Shares(CellFigures cell, CellFigures all)
    {
        var (a, b) = (Quotient(cell.UsersA, all.UsersA), Quotient(cell.UsersB, all.UsersB));
        return (a ?? b ?? Fraction.Zero, b ?? a ?? Fraction.Zero);
    }

    private static Fraction? Quotient(long number, long divisor) => divisor == 0 ? null : new Fraction(number, divisor);
}
