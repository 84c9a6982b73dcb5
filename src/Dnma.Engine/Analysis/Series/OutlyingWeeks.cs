namespace Dnma.Engine.Analysis.Series;

/// <summary>Weeks that lie far from their neighbours: up to four on each side, on the same level.</summary>
internal static class OutlyingWeeks
{
    private const int Side = 4;
    private const int LeastNeighbours = 4;
    private const int WeeksOfGrowth = 4;

    /// <summary>Nearer than this nothing can be improbable enough among many thousands.</summary>
    private const double LeastDeviations = 3;

    private const double MedianVariance = Math.PI / 2;

    /// <summary>Single weeks are out of the ordinary more often than a series' usual dispersion lets expect.</summary>
    private const double Unruliness = 1.25;

    /// <summary>Adds the outlying weeks of a series; neighbours that lie out to one side are one departure.</summary>
    /// <param name="weeks">The series; silences are left out.</param>
    /// <param name="from">The position where a level begins.</param>
    /// <param name="to">The position after its end.</param>
    /// <param name="dispersion">How much the series varies beyond chance.</param>
    /// <param name="series">Its number.</param>
    /// <param name="found">Receives them.</param>
    /// <returns>How many weeks were looked at.</returns>
    public static int Find(ComparableWeeks weeks, int from, int to, double dispersion, int series, List<Departure> found)
    {
        var (looked, last) = (0, -1);
        dispersion *= Unruliness;
        for (var i = weeks.IsNew ? Math.Max(from, WeeksOfGrowth) : from; i < to; i++)
        {
            var (start, end) = (Math.Max(from, i - Side), Math.Min(to, i + Side + 1));
            if (end - start - 1 < LeastNeighbours)
            {
                continue;
            }

            looked++;
            var level = LevelOf(weeks, start, i, end);
            var size = weeks.Height[i] - level;
            if (size < LevelShifts.LeastRise && size > -LevelShifts.LeastFall)
            {
                continue;
            }

            var mean = weeks.Shape[i] * Math.Exp(level);
            var chanceOfWeek = weeks.Base[i] > 0 ? weeks.Chance[i] : 1 / mean;
            var trend = TrendOf(weeks, from, i, to) / 3;
            var relative = dispersion + Math.Max(chanceOfWeek, 1 / mean) + (trend * trend) + (MedianVariance * (dispersion + weeks.MedianChance(start, end)) / (end - start - 1));
            if (Math.Abs(weeks.Value[i] - mean) < LeastDeviations * Math.Sqrt(relative) * mean)
            {
                continue;
            }

            var chance = 2 * (size < 0 ? CountTail.Lower(weeks.Value[i], mean, relative) : CountTail.Upper(weeks.Value[i], mean, relative));
            if (chance > LevelShifts.LargestChance)
            {
                continue;
            }

            var kind = size < 0 ? DepartureKind.Low : DepartureKind.High;
            var one = new Departure(series, kind, weeks.Week[i], weeks.Week[i], weeks.Week[i], weeks.Value[i], mean, weeks.Base[i], chance);
            if (last == i - 1 && found.Count > 0 && found[^1].Series == series && found[^1].Kind == kind)
            {
                var run = found[^1];
                found[^1] = run with
                {
                    Last = one.Last,
                    Known = one.Known,
                    Figure = run.Figure + one.Figure,
                    Expected = run.Expected + one.Expected,
                    Base = run.Base + one.Base,
                    Chance = Math.Min(run.Chance, one.Chance),
                };
            }
            else
            {
                found.Add(one);
            }

            last = i;
        }

        return looked;
    }

    private static double LevelOf(ComparableWeeks weeks, int start, int position, int end)
    {
        Span<double> heights = stackalloc double[2 * Side];
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (i != position)
            {
                heights[count++] = weeks.Height[i];
            }
        }

        return Medians.Of(heights[..count]);
    }

    /// <summary>How much the level changes around a week, from the weeks before to the weeks after it; at an end, over the weeks beside it.</summary>
    private static double TrendOf(ComparableWeeks weeks, int from, int position, int to)
    {
        var (before, after) = (position - from, to - position - 1);
        if (before >= 2 && after >= 2)
        {
            return weeks.MedianHeight(position + 1, Math.Min(to, position + 1 + Side)) - weeks.MedianHeight(Math.Max(from, position - Side), position);
        }

        var (start, end) = before >= after ? (Math.Max(from, position - (2 * Side)), position) : (position + 1, Math.Min(to, position + 1 + (2 * Side)));
        var middle = (start + end) / 2;
        return middle == start ? 0 : weeks.MedianHeight(middle, end) - weeks.MedianHeight(start, middle);
    }
}
