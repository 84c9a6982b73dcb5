namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// Finds level shifts by binary segmentation: of all ways to cut a series in two, with windows of three lengths on both sides, the one
/// whose medians differ most; then each part again.
/// </summary>
/// <remarks>
/// The means of clipped heights, from running sums, say where to look; medians decide. A shift must be improbable for both the medians (Student) and
/// the sum of the counts after it (negative binomial), be a fifth at least, and be sudden: growth and decline are none.
/// </remarks>
/// <param name="weeks">How many weeks a series has at most.</param>
internal sealed class LevelShifts(int weeks)
{
    /// <summary>What is more probable than this is not looked at further.</summary>
    public const double LargestChance = 1e-3;

    /// <summary>A fifth more, and a fifth less, as logarithms.</summary>
    public const double LeastRise = 0.1823;
    public const double LeastFall = 0.2231;

    private const double Clip = 1.5;
    private const int LeastBefore = 4;
    private const int LeastAfter = 3;
    private const int LeastBeforeRise = 6;
    private static readonly int[] Windows = [4, 8, 20];

    private readonly double[] _sums = new double[weeks + 1];
    private readonly List<LevelShift> _found = [];
    private ComparableWeeks _weeks = new(0);
    private SeriesNoise _noise;

    /// <summary>By how much levels wander without any incident (relative, squared).</summary>
    public double Wandering { get; init; }

    /// <summary>The shifts of a series, by position, of which none is a return to the level before another.</summary>
    /// <param name="series">The series; silences are left out.</param>
    /// <param name="noise">How it varies.</param>
    public IReadOnlyList<LevelShift> Find(ComparableWeeks series, SeriesNoise noise)
    {
        (_weeks, _noise) = (series, noise);
        _found.Clear();
        if (series.Count < LeastBefore + LeastAfter)
        {
            return _found;
        }

        var centre = series.MedianHeight(0, series.Count);
        _sums[0] = 0;
        for (var i = 0; i < series.Count; i++)
        {
            _sums[i + 1] = _sums[i] + Math.Clamp(series.Height[i], centre - Clip, centre + Clip);
        }

        Split(0, series.Count, LeastBefore);
        _found.Sort((left, right) => left.Position.CompareTo(right.Position));
        return _found;
    }

    private void Split(int from, int to, int leastBefore)
    {
        if (to - from < leastBefore + LeastAfter)
        {
            return;
        }

        var noise = _noise.Dispersion + _weeks.MedianChance(from, to);
        var (best, bestWindow, bestScore) = (-1, 0, 2.5);
        foreach (var window in Windows)
        {
            for (var i = from + leastBefore; i <= to - LeastAfter; i++)
            {
                var (before, after) = (Math.Min(window, i - from), Math.Min(window, to - i));
                var size = ((_sums[i + after] - _sums[i]) / after) - ((_sums[i] - _sums[i - before]) / before);
                var score = Math.Abs(size) < LeastRise / 2 ? 0 : Math.Abs(size) / Math.Sqrt((noise * ((1.0 / before) + (1.0 / after))) + Wandering);
                if (score > bestScore)
                {
                    (best, bestWindow, bestScore) = (i, window, score);
                }
            }
        }

        if (best >= 0 && Refine(from, to, best, bestWindow, leastBefore) is { } shift)
        {
            _found.Add(shift);
            Split(from, shift.Position, LeastAfter);
            Split(shift.Position, to, LeastAfter);
        }
    }

    /// <summary>The shift by medians nearest to where the means saw one; null when it is none.</summary>
    private LevelShift? Refine(int from, int to, int near, int window, int leastBefore)
    {
        LevelShift? best = null;
        var least = double.PositiveInfinity;
        var (start, end) = (Math.Max(from, near - window), Math.Min(to, near + window));
        for (var i = Math.Max(from + leastBefore, near - 2); i <= Math.Min(to - LeastAfter, near + 2); i++)
        {
            var shift = new LevelShift(i, _weeks.MedianHeight(start, i), _weeks.MedianHeight(i, end), 1);
            if (Distance(shift, start, end) is var distance && distance < least)
            {
                (best, least) = (shift, distance);
            }
        }

        if (best is not { } nearest)
        {
            return null;
        }

        // Both sides as long as the window allows, from where the shift is.
        (start, end) = (Math.Max(from, nearest.Position - window), Math.Min(to, nearest.Position + window));
        var found = new LevelShift(nearest.Position, _weeks.MedianHeight(start, nearest.Position), _weeks.MedianHeight(nearest.Position, end), 1);
        if (found.Size < LeastRise && found.Size > -LeastFall)
        {
            return null;
        }

        // Cuts beside each other have all but the same weeks on either side: only those a shortest window apart are tests of their own.
        var splits = Math.Max(1.0, (double)_weeks.Count / LeastBefore);
        var chance = Math.Min(1, ChanceOf(found, start, end) * splits);
        return chance <= LargestChance && IsLasting(found, start, end) && IsSudden(found, start, end) ? found with { Chance = chance } : null;
    }

    /// <summary>How far the weeks are from their side's median, in all.</summary>
    private double Distance(LevelShift shift, int first, int last)
    {
        var distance = 0.0;
        for (var i = first; i < last; i++)
        {
            distance += Math.Abs(_weeks.Height[i] - (i < shift.Position ? shift.Before : shift.After));
        }

        return distance;
    }

    private double ChanceOf(LevelShift shift, int first, int last)
    {
        var (before, after) = (shift.Position - first, last - shift.Position);
        var chanceBefore = _weeks.MedianChance(first, shift.Position);
        var ofLevel = _noise.OfMedian(before, chanceBefore);

        // After a fall to little the counts are few, but what is tested is whether the level before would have made them.
        var (value, shape, _) = _weeks.Sums(shift.Position, last);
        var mean = shape * Math.Exp(shift.Before);
        var ofMedian = _noise.OfMedian(after, Math.Min(chanceBefore, _weeks.MedianChance(shift.Position, last)));
        var ofMedians = ofLevel + ofMedian + Wandering;
        var normal = StudentTail.TwoSided(shift.Size / Math.Sqrt(ofMedians), _noise.DegreesOf(_noise.OfMedian(before, 0) + _noise.OfMedian(after, 0), ofMedians));
        var ofWeeks = _noise.Dispersion * _noise.OfSum(after) / after;
        var relative = ofWeeks + Math.Max(1 / mean, chanceBefore / after) + ofLevel + Wandering;
        var tail = 2 * (shift.Size < 0 ? CountTail.Lower(value, mean, relative) : CountTail.Upper(value, mean, relative));
        var sum = StudentTail.Of(tail, _noise.DegreesOf(ofWeeks + _noise.OfMedian(before, 0), relative));
        return Math.Max(normal, sum);
    }

    /// <summary>Whether more than half of the weeks on each side are nearer to their own level than to the other: two weeks of four make no level.</summary>
    private bool IsLasting(LevelShift shift, int first, int last)
    {
        var middle = (shift.Before + shift.After) / 2;
        var (before, after) = (0, 0);
        for (var i = first; i < last; i++)
        {
            var isAfter = (_weeks.Height[i] > middle) == (shift.Size > 0);
            before += i < shift.Position && !isAfter ? 1 : 0;
            after += i >= shift.Position && isAfter ? 1 : 0;
        }

        return 2 * before > shift.Position - first && 2 * after > last - shift.Position;
    }

    /// <summary>Whether the level changes between two weeks rather than over many. A rise must come after weeks that did not rise.</summary>
    private bool IsSudden(LevelShift shift, int first, int last)
    {
        var at = shift.Position;
        var near = Math.Min(3, Math.Min(at - first, last - at));
        var jump = _weeks.MedianHeight(at, at + near) - _weeks.MedianHeight(at - near, at);
        if (jump / shift.Size < 0.5)
        {
            return false;
        }

        if (shift.Size < 0)
        {
            return true;
        }

        var half = (at - first) / 2;
        return !_weeks.IsNew || (at >= LeastBeforeRise && Math.Abs(_weeks.MedianHeight(at - half, at) - _weeks.MedianHeight(first, at - half)) < shift.Size / 4);
    }
}
