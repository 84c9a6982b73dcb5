namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// Runs of weeks without anything, in a series that was fed: how probable they are under its own level, and under its own habit of
/// being empty.
/// </summary>
internal static class Silences
{
    private const int LeastBefore = 4;
    private const int MostBefore = 8;

    /// <summary>Weeks without anything come together (a class on a trip): for them counts are taken to vary by half at least.</summary>
    private const double LeastDispersion = 0.25;

    /// <summary>Adds the silences of a series, and marks their weeks.</summary>
    /// <param name="weeks">The series.</param>
    /// <param name="dispersion">How much it varies beyond chance.</param>
    /// <param name="isSilent">Receives which positions are in one of them.</param>
    /// <param name="series">Its number.</param>
    /// <param name="found">Receives them.</param>
    public static void Find(ComparableWeeks weeks, double dispersion, Span<bool> isSilent, int series, List<Departure> found)
    {
        var zeros = 0;
        for (var from = 0; from < weeks.Count;)
        {
            if (weeks.Value[from] > 0)
            {
                from++;
                continue;
            }

            var to = from + 1;
            while (to < weeks.Count && weeks.Value[to] == 0)
            {
                to++;
            }

            if (from >= LeastBefore && ChanceOf(weeks, Math.Max(dispersion, LeastDispersion), from, to, zeros, out var expected) is var chance and <= LevelShifts.LargestChance)
            {
                isSilent[from..to].Fill(true);
                found.Add(new Departure(series, DepartureKind.Silence, weeks.Week[from], weeks.Week[to - 1], weeks.Week[to - 1], 0, expected, 0, chance));
            }

            zeros += to - from;
            from = to;
        }
    }

    private static double ChanceOf(ComparableWeeks weeks, double dispersion, int from, int to, int zeros, out double expected)
    {
        var (level, fed) = LevelBefore(weeks, from);
        expected = 0;
        if (fed < LeastBefore)
        {
            return 1;
        }

        var habit = (zeros + 0.5) / (from + 1);
        var chance = 1.0;
        for (var i = from; i < to; i++)
        {
            var mean = Math.Exp(level) * weeks.Shape[i];
            expected += mean;
            chance *= Math.Max(CountTail.Zero(mean, dispersion), zeros > 0 ? habit : 0);
        }

        return chance;
    }

    /// <summary>The median height of the last fed weeks before a position, and how many they are.</summary>
    private static (double Level, int Fed) LevelBefore(ComparableWeeks weeks, int position)
    {
        Span<double> heights = stackalloc double[MostBefore];
        var fed = 0;
        for (var i = position - 1; i >= 0 && fed < MostBefore; i--)
        {
            if (weeks.Value[i] > 0)
            {
                heights[fed++] = weeks.Height[i];
            }
        }

        return (Medians.Of(heights[..fed]), fed);
    }
}
