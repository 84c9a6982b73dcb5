namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// Weeks that lie far from their neighbours: up to four on each side, on the same level. And two neighbours of which one lacks about what the other has too much: visits
/// that were counted in the wrong week, of which the difference tells more than either week alone. One is used for series after series. Not thread safe.
/// </summary>
/// <param name="weeks">How many weeks a series has at most.</param>
internal sealed class OutlyingWeeks(int weeks)
{
    private const int Side = ComparableWeeks.Side;
    private const int LeastNeighbours = 4;
    private const int WeeksOfGrowth = 4;

    /// <summary>Nearer than this nothing can be improbable enough among many thousands.</summary>
    private const double LeastDeviations = 3;

    /// <summary>What one week lacks must be at least this part of what the other has too much, and the other way round.</summary>
    private const double LeastMoved = 1.0 / 3;

    /// <summary>Logarithms of smaller counts are not normal.</summary>
    private const int LeastMoving = 20;

    private readonly double[] _size = new double[weeks];
    private readonly double[] _mean = new double[weeks];
    private readonly double[] _drift = new double[weeks];
    private readonly double[] _chance = new double[weeks];
    private ComparableWeeks _weeks = new(0);
    private SeriesNoise _noise;

    /// <summary>Adds the outlying weeks of a series; neighbours that lie out to one side are one departure.</summary>
    /// <param name="series">The series; silences are left out.</param>
    /// <param name="from">The position where a level begins.</param>
    /// <param name="to">The position after its end.</param>
    /// <param name="noise">How the series varies.</param>
    /// <param name="unrest">By week of the grid, how much more than usual its peers differ in it (relative variance).</param>
    /// <param name="number">The number of the series.</param>
    /// <param name="found">Receives them.</param>
    /// <returns>How many weeks, and pairs of weeks, were looked at.</returns>
    public int Find(ComparableWeeks series, int from, int to, SeriesNoise noise, ReadOnlySpan<double> unrest, int number, List<Departure> found)
    {
        var first = series.IsNew ? Math.Max(from, WeeksOfGrowth) : from;
        if (to - from <= LeastNeighbours || first >= to)
        {
            return 0;
        }

        (_weeks, _noise) = (series, noise);
        for (var i = first; i < to; i++)
        {
            Look(i, from, to, unrest[series.Week[i]]);
        }

        var pairs = 0;
        for (var i = first; i + 1 < to; i++)
        {
            if (series.Base[i] == 0 && series.Week[i + 1] == series.Week[i] + 1)
            {
                pairs++;
                LookAtBoth(i, unrest[series.Week[i]] + unrest[series.Week[i + 1]]);
            }
        }

        Add(first, to, number, found);
        return to - first + pairs;
    }

    /// <summary>Compares a week with its neighbours.</summary>
    private void Look(int position, int from, int to, double unrest)
    {
        var (start, end) = (Math.Max(from, position - Side), Math.Min(to, position + Side + 1));
        var neighbours = end - start - 1;
        var level = _weeks.HeightBeside(position, from, to);
        var size = _weeks.Height[position] - level;
        var mean = _weeks.Shape[position] * Math.Exp(level);
        var trend = TrendOf(from, position, to) / 3;
        (_size[position], _mean[position], _drift[position], _chance[position]) = (size, mean, trend * trend, 1);
        if (size < LevelShifts.LeastRise && size > -LevelShifts.LeastFall)
        {
            return;
        }

        var chanceOfWeek = _weeks.Base[position] > 0 ? _weeks.Chance[position] : 1 / mean;
        var ofNoise = (_noise.Dispersion * (1 - SharedWithNeighbours(start, position, end))) + _noise.OfMedian(neighbours, 0);
        var relative = ofNoise + Math.Max(chanceOfWeek, 1 / mean) + (trend * trend) + unrest + (SeriesNoise.MedianVariance * _weeks.MedianChance(start, end) / neighbours);
        var value = _weeks.Value[position];
        if (Math.Abs(value - mean) >= LeastDeviations * Math.Sqrt(relative) * mean)
        {
            var tail = 2 * (size < 0 ? CountTail.Lower(value, mean, relative) : CountTail.Upper(value, mean, relative));
            _chance[position] = StudentTail.Of(tail, _noise.DegreesOf(ofNoise, relative));
        }
    }

    /// <summary>Compares a week with the next where one lacks what the other has too much.</summary>
    private void LookAtBoth(int position, double unrest)
    {
        var next = position + 1;
        var (lost, gained) = (_mean[position] - _weeks.Value[position], _weeks.Value[next] - _mean[next]);
        var isMoved = lost * gained > 0 && Math.Min(lost / gained, gained / lost) >= LeastMoved;
        var size = Math.Abs(_size[next] - _size[position]);
        if (!isMoved || size < LevelShifts.LeastRise + LevelShifts.LeastFall || Math.Min(_mean[position], _mean[next]) < LeastMoving)
        {
            return;
        }

        var ofNoise = 2 * _noise.Dispersion * (1 - _noise.Correlation);
        var whole = ofNoise + (1 / _mean[position]) + (1 / _mean[next]) + unrest + Math.Max(_drift[position], _drift[next]);
        var chance = StudentTail.TwoSided(size / Math.Sqrt(whole), _noise.DegreesOf(ofNoise, whole));
        _chance[position] = Math.Min(_chance[position], chance);
        _chance[next] = Math.Min(_chance[next], chance);
    }

    private void Add(int from, int to, int number, List<Departure> found)
    {
        var last = -1;
        for (var i = from; i < to; i++)
        {
            if (_chance[i] > LevelShifts.LargestChance)
            {
                continue;
            }

            var kind = _size[i] < 0 ? DepartureKind.Low : DepartureKind.High;
            var one = new Departure(number, kind, _weeks.Week[i], _weeks.Week[i], _weeks.Week[i], _weeks.Value[i], _mean[i], _weeks.Base[i], _chance[i]);
            if (last >= 0 && last == i - 1 && found[^1].Kind == kind)
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
    }

    /// <summary>How much of a week's own variance its neighbours' mean has as well, twice: that part is in no difference of the two.</summary>
    private double SharedWithNeighbours(int start, int position, int end)
    {
        var shared = 0.0;
        for (var i = start; i < end; i++)
        {
            shared += i == position ? 0 : Math.Pow(_noise.Correlation, Math.Abs(i - position));
        }

        return 2 * shared / (end - start - 1);
    }

    /// <summary>How much the level changes around a week, from the weeks before to the weeks after it; at an end, over the weeks beside it.</summary>
    private double TrendOf(int from, int position, int to)
    {
        var (before, after) = (position - from, to - position - 1);
        if (before >= 2 && after >= 2)
        {
            return _weeks.MedianHeight(position + 1, Math.Min(to, position + 1 + Side)) - _weeks.MedianHeight(Math.Max(from, position - Side), position);
        }

        var (start, end) = before >= after ? (Math.Max(from, position - (2 * Side)), position) : (position + 1, Math.Min(to, position + 1 + (2 * Side)));
        var middle = (start + end) / 2;
        return middle == start ? 0 : _weeks.MedianHeight(middle, end) - _weeks.MedianHeight(start, middle);
    }
}
