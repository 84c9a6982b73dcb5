namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// The weeks of one series that can be compared: those that are judged, from the first fed one on. In units of its profile, as logarithms, so
/// that a holiday is as high as any week and a half is as far as a double. One is used for series after series. Not thread safe.
/// </summary>
/// <param name="weeks">How many weeks a series has at most.</param>
internal sealed class ComparableWeeks(int weeks)
{
    /// <summary>Without so many weeks there is nothing to compare with.</summary>
    public const int Least = 5;

    /// <summary>So many weeks on either side say what a week should be.</summary>
    public const int Side = 4;

    /// <summary>A ratio to fewer than this is not judged.</summary>
    private const int LeastBase = 20;

    /// <summary>A fifth of the usual, as a logarithm.</summary>
    private const double Fifth = 1.6094;

    /// <summary>So many standard deviations count at most, and what is left of the variance of normal values that are clipped there.</summary>
    private const double ClippedAt = 2.5;
    private const double ClippedVariance = 0.97756;

    /// <summary>What a difference of neighbours is worth as an independent square: it shares a week with the next.</summary>
    private const double WorthOfDifference = 0.6;

    private readonly double[] _scratch = new double[weeks];
    private readonly double[] _other = new double[weeks];

    public int Count { get; private set; }

    /// <summary>Whether the series was judged before it was first fed: a school that joined, and may still be growing.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Which week of the grid each is.</summary>
    public int[] Week { get; } = new int[weeks];

    /// <summary>The counts.</summary>
    public double[] Value { get; } = new double[weeks];

    /// <summary>What a series of level 1 would count.</summary>
    public double[] Shape { get; } = new double[weeks];

    /// <summary>What the series is a ratio to; 0 for counts of their own.</summary>
    public double[] Base { get; } = new double[weeks];

    /// <summary>The logarithms of value over shape; half a count is added, so that zeros have one.</summary>
    public double[] Height { get; } = new double[weeks];

    /// <summary>The relative variance that chance alone gives each.</summary>
    public double[] Chance { get; } = new double[weeks];

    /// <summary>Takes a series in.</summary>
    /// <param name="values">Its counts.</param>
    /// <param name="profile">What each week is expected to be; 0 where it is not judged.</param>
    /// <param name="divisors">What it is a ratio to; empty for counts of their own.</param>
    /// <param name="basesCount">Whether chance acts on what the series is a ratio to (hits of a visit) rather than on its own counts (visits of a service).</param>
    /// <returns>Whether there are enough weeks.</returns>
    public bool Take(ReadOnlySpan<int> values, ReadOnlySpan<double> profile, ReadOnlySpan<int> divisors, bool basesCount)
    {
        (Count, IsNew) = (0, false);
        var isFed = false;
        for (var week = 0; week < values.Length; week++)
        {
            var divisor = divisors.IsEmpty ? 1 : divisors[week];
            if (profile[week] <= 0 || values[week] == SeriesSet.Unknown || (!divisors.IsEmpty && divisor < LeastBase))
            {
                continue;
            }

            isFed |= values[week] > 0;
            if (!isFed)
            {
                IsNew = true;
                continue;
            }

            Week[Count] = week;
            Value[Count] = values[week];
            Shape[Count] = profile[week] * divisor;
            Base[Count] = divisors.IsEmpty ? 0 : divisor;
            Height[Count] = Math.Log((values[week] + 0.5) / Shape[Count]);
            Chance[Count] = 1 / Math.Max(basesCount ? divisor : values[week], 0.5);
            Count++;
        }

        return Count >= Least;
    }

    /// <summary>How much the series varies from week to week, by its own weeks; of no worth where these are too few.</summary>
    public OwnNoise Noise()
    {
        var usual = LeastUsualHeight();
        var near = SpreadOf(1, usual, out var chance, out var count);
        return count < Least - 1 ? default : new OwnNoise(near, SpreadOf(2, usual, out _, out _), chance, WorthOfDifference * count);
    }

    /// <summary>
    /// Half the variance of the differences of weeks some weeks apart: their median tells where the usual ends, and what lies beyond counts as at its end. Four times as
    /// much as the median alone would say is learnt of the same weeks, and two steps in a year weigh little.
    /// </summary>
    private double SpreadOf(int apart, double usual, out double chance, out int count)
    {
        count = 0;
        for (var i = apart; i < Count; i++)
        {
            if (Math.Min(Height[i], Height[i - apart]) >= usual)
            {
                _scratch[count] = Math.Abs(Height[i] - Height[i - apart]);
                _other[count++] = (Chance[i] + Chance[i - apart]) / 2;
            }
        }

        chance = Medians.Of(_other.AsSpan(0, count));
        var differences = _scratch.AsSpan(0, count);
        var end = ClippedAt * Medians.NormalScale * Medians.Of(differences);
        var sum = 0.0;
        foreach (var difference in differences)
        {
            var clipped = Math.Min(difference, end);
            sum += clipped * clipped;
        }

        return sum / (2 * ClippedVariance * count);
    }

    /// <summary>What is lower is not fed as usual: a fifth of the upper quarter, which stands even where half of all weeks are not.</summary>
    public double LeastUsualHeight()
    {
        Height.AsSpan(0, Count).CopyTo(_scratch);
        return Count == 0 ? 0 : Medians.OfRank(_scratch.AsSpan(0, Count), Count - 1 - (Count / 4)) - Fifth;
    }

    /// <summary>The median height of the weeks beside one, up to <see cref="Side"/> on either side.</summary>
    /// <param name="position">The week, which is not one of them.</param>
    /// <param name="from">The first position that may be.</param>
    /// <param name="to">The position after the last one that may be.</param>
    public double HeightBeside(int position, int from, int to)
    {
        Span<double> heights = stackalloc double[2 * Side];
        var count = 0;
        for (var i = Math.Max(from, position - Side); i < Math.Min(to, position + Side + 1); i++)
        {
            if (i != position)
            {
                heights[count++] = Height[i];
            }
        }

        return Medians.Of(heights[..count]);
    }

    /// <summary>Leaves out weeks, by position.</summary>
    /// <param name="isOut">Which of them.</param>
    public void LeaveOut(ReadOnlySpan<bool> isOut)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!isOut[i])
            {
                (Week[kept], Value[kept], Shape[kept], Base[kept], Height[kept], Chance[kept]) = (Week[i], Value[i], Shape[i], Base[i], Height[i], Chance[i]);
                kept++;
            }
        }

        Count = kept;
    }

    /// <summary>The median height of the weeks from one position to before another.</summary>
    public double MedianHeight(int from, int to)
    {
        Height.AsSpan(from, to - from).CopyTo(_scratch);
        return Medians.Of(_scratch.AsSpan(0, to - from));
    }

    /// <summary>The median chance variance of the weeks from one position to before another.</summary>
    public double MedianChance(int from, int to)
    {
        Chance.AsSpan(from, to - from).CopyTo(_scratch);
        return Medians.Of(_scratch.AsSpan(0, to - from));
    }

    /// <summary>The sums of values, shapes and bases of the weeks from one position to before another.</summary>
    public (double Value, double Shape, double Base) Sums(int from, int to)
    {
        var (value, shape, divisor) = (0.0, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            value += Value[i];
            shape += Shape[i];
            divisor += Base[i];
        }

        return (value, shape, divisor);
    }
}
