namespace Dnma.Engine.Analysis.Series;

/// <summary>Weekly counts of many series, side by side in one array: series after series, week after week. Not thread safe.</summary>
/// <param name="weeks">How many weeks a series has.</param>
internal sealed class SeriesSet(int weeks)
{
    /// <summary>What stands for a week that is not known: less than nothing.</summary>
    public const int Unknown = -1;

    private int[] _values = new int[16 * weeks];

    public int Weeks => weeks;

    public int Count { get; private set; }

    /// <summary>Adds a series of zeros, and returns its number.</summary>
    public int Add()
    {
        if ((Count + 1) * weeks > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(_values.Length * 2, (Count + 1) * weeks));
        }

        return Count++;
    }

    /// <summary>Sets one figure; one beyond an integer is as good as the greatest.</summary>
    public void Put(int series, int week, long value) => _values[(series * weeks) + week] = (int)Math.Min(value, int.MaxValue);

    /// <summary>Adds to one figure; one that is not known stays so.</summary>
    public void Plus(int series, int week, long value)
    {
        if (_values[(series * weeks) + week] is not Unknown and var before)
        {
            Put(series, week, before + value);
        }
    }

    public ReadOnlySpan<int> this[int series] => _values.AsSpan(series * weeks, weeks);
}
