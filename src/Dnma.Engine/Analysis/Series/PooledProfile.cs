namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// How a year goes for series of one kind: the median, over its members, of each week's rate over the member's own level. Holidays, the
/// first weeks of school and a bridge at Ascension are in it, since all members have them; what befalls less than half of them is not.
/// </summary>
internal static class PooledProfile
{
    /// <summary>Below this share of a typical week, weeks are too quiet to be judged.</summary>
    private const double Quiet = 0.35;

    /// <summary>What is below this part of the upper quarter is fed no longer.</summary>
    private const double Collapsed = 0.2;

    /// <summary>More members than this make no better median: it is known to a third of a percent.</summary>
    private const int MostMembers = 1_500;

    private const int Rounds = 3;
    private const int LeastMembers = 4;

    /// <summary>What each week is expected to be in units of a series' own level; 0 where the week is not judged.</summary>
    /// <param name="set">The series.</param>
    /// <param name="members">Those of one kind.</param>
    /// <param name="exposure">The days of each week, in school days; null where no calendar tells.</param>
    /// <param name="divisors">What the series are ratios to; null for counts of their own.</param>
    /// <param name="divisorOf">Which of the divisors each series has; null when they go together one by one.</param>
    public static double[] Of(SeriesSet set, IReadOnlyList<int> members, double[]? exposure, SeriesSet? divisors = null, IReadOnlyList<int>? divisorOf = null)
    {
        var weeks = set.Weeks;
        var chosen = Chosen(set, members);
        var days = exposure ?? Constant(weeks);
        var profile = Constant(weeks);
        var levels = new double[chosen.Length];
        var (first, last) = (new int[chosen.Length], new int[chosen.Length]);
        var scratch = new double[Math.Max(chosen.Length, weeks)];
        for (var i = 0; i < chosen.Length; i++)
        {
            (first[i], last[i]) = FedWeeks(set[chosen[i]]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < chosen.Length; i++)
            {
                levels[i] = LevelOf(set[chosen[i]], divisors is null ? [] : divisors[divisorOf?[chosen[i]] ?? chosen[i]], days, profile, scratch);
            }

            for (var week = 0; week < weeks; week++)
            {
                var count = 0;
                for (var i = 0; i < chosen.Length; i++)
                {
                    var unit = divisors is null ? days[week] : divisors[divisorOf?[chosen[i]] ?? chosen[i]][week];
                    if (week >= first[i] && week <= last[i] && levels[i] > 0 && unit > 0 && set[chosen[i]][week] != SeriesSet.Unknown)
                    {
                        scratch[count++] = set[chosen[i]][week] / (unit * levels[i]);
                    }
                }

                profile[week] = count >= LeastMembers ? OfFed(scratch.AsSpan(0, count)) : 0;
            }
        }

        return divisors is null ? Judged(profile, days) : profile;
    }

    /// <summary>
    /// The median of the rates at which something was fed as usual: without those far below the upper quarter. Half of all members may leave, or one
    /// after half of its weeks, and what is left of them would drag the median of all down.
    /// </summary>
    private static double OfFed(Span<double> rates)
    {
        var least = Medians.OfRank(rates, rates.Length - 1 - (rates.Length / 4)) * Collapsed;
        var count = 0;
        foreach (var rate in rates)
        {
            if (rate >= least)
            {
                rates[count++] = rate;
            }
        }

        return Medians.Of(rates[..count]);
    }

    /// <summary>What the calendar alone tells, for series without peers.</summary>
    /// <param name="exposure">The days of each week, in school days.</param>
    public static double[] OfCalendar(double[] exposure) => Judged(Constant(exposure.Length), exposure);

    private static double[] Judged(double[] profile, double[] days)
    {
        var shape = new double[profile.Length];
        var scratch = new double[profile.Length];
        var count = 0;
        for (var week = 0; week < shape.Length; week++)
        {
            shape[week] = profile[week] * days[week];
            if (shape[week] > 0 && days[week] >= 3)
            {
                scratch[count++] = shape[week];
            }
        }

        var typical = Medians.Of(scratch.AsSpan(0, count));
        for (var week = 0; week < shape.Length; week++)
        {
            // Also where nothing is typical: no comparison with NaN holds.
            shape[week] = shape[week] >= Quiet * typical && days[week] >= 1 ? shape[week] : 0;
        }

        return shape;
    }

    /// <summary>The median of a series' rates over the profile, of weeks at school in which it is fed as usual; 0 when it never is.</summary>
    private static double LevelOf(ReadOnlySpan<int> values, ReadOnlySpan<int> divisors, double[] days, double[] profile, double[] scratch)
    {
        var count = 0;
        for (var week = 0; week < values.Length; week++)
        {
            var unit = divisors.IsEmpty ? days[week] : divisors[week];
            if (values[week] > 0 && days[week] >= 2 && profile[week] > 0 && unit > 0)
            {
                scratch[count++] = values[week] / (unit * profile[week]);
            }
        }

        return count == 0 ? 0 : OfFed(scratch.AsSpan(0, count));
    }

    private static (int First, int Last) FedWeeks(ReadOnlySpan<int> values)
    {
        var first = values.IndexOfAnyExcept(0, SeriesSet.Unknown);
        return first < 0 ? (values.Length, -1) : (first, values.LastIndexOfAnyExcept(0, SeriesSet.Unknown));
    }

    /// <summary>
    /// The members that speak for all: of every size as many as there are, for the large ones, lycées, have a year of their own. Of two alike the earlier one comes first.
    /// </summary>
    private static int[] Chosen(SeriesSet set, IReadOnlyList<int> members)
    {
        if (members.Count <= MostMembers)
        {
            return [.. members];
        }

        var bySize = members.OrderByDescending(member => Sum(set[member])).ToArray();
        var chosen = new int[MostMembers];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = bySize[(int)((long)i * bySize.Length / chosen.Length)];
        }

        return chosen;
    }

    private static long Sum(ReadOnlySpan<int> values)
    {
        var sum = 0L;
        foreach (var value in values)
        {
            sum += Math.Max(value, 0);
        }

        return sum;
    }

    /// <summary>Weeks that are all alike, of five days.</summary>
    private static double[] Constant(int weeks)
    {
        var alike = new double[weeks];
        Array.Fill(alike, 5);
        return alike;
    }
}
