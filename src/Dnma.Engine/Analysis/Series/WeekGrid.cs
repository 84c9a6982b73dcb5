using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// The whole weeks that series are made of, in order. A week that a measurement holds only in part is none of them: its figure is low for
/// no other reason. Immutable.
/// </summary>
internal sealed class WeekGrid
{
    private const int DaysOfWeek = 7;

    private WeekGrid(int[] starts, int[] sources)
    {
        Starts = starts;
        Sources = sources;
        FirstOwn = Array.IndexOf(sources, 0);
    }

    /// <summary>Their Mondays, as day numbers.</summary>
    public int[] Starts { get; }

    /// <summary>Which table tells of each: 0 the measurement's own, 1 and above those of its history.</summary>
    public int[] Sources { get; }

    /// <summary>The first week of the measurement itself; −1 when it holds no whole week.</summary>
    public int FirstOwn { get; }

    public int Count => Starts.Length;

    /// <summary>The whole weeks of some ranges. Where two hold a week, the measurement's own tells of it, else the later one given.</summary>
    /// <param name="ranges">The measurement's own days first, then those of its history.</param>
    public static WeekGrid Of(IReadOnlyList<DayRange> ranges)
    {
        var sources = new SortedDictionary<int, int>();
        for (var source = ranges.Count - 1; source >= 0; source--)
        {
            var range = ranges[source];
            var monday = LocalCalendar.WeekStart(range.Start);
            for (var start = monday < range.Start ? monday + DaysOfWeek : monday; start + DaysOfWeek <= range.End; start += DaysOfWeek)
            {
                if (source == 0)
                {
                    sources[start] = 0;
                }
                else
                {
                    _ = sources.TryAdd(start, source);
                }
            }
        }

        return new WeekGrid([.. sources.Keys], [.. sources.Values]);
    }

    /// <summary>The week that begins on a day; −1 when it is none of them.</summary>
    public int IndexOf(int start)
    {
        var index = Array.BinarySearch(Starts, start);
        return index < 0 ? -1 : index;
    }
}
