using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>The moves over days in which a cell can grow, the least first. Slices are dear: the last few are kept. Not thread safe.</summary>
/// <param name="frame">The whole table.</param>
/// <param name="activity">The days on which each territory and modality can have had visits.</param>
/// <param name="make">Makes the slice of a move.</param>
internal sealed class DaySlices(CellFrame frame, DayActivity activity, Func<DayMove, DaySlice> make)
{
    private const int MostDays = 6;
    private const int MostSlices = 24;

    private readonly Queue<DayMove> _age = [];
    private readonly Dictionary<DayMove, DaySlice> _slices = [];
    private readonly Dictionary<int, long> _visits = VisitsOf(frame);

    /// <summary>The slices to try for a cell: those that take from another day first, since they leave longer periods alone.</summary>
    public IEnumerable<DaySlice> For(int cell)
    {
        var days = frame.Periods[frame.Period[cell]].Days;
        int[] active = [.. activity.DaysAround(cell)];
        int[] inside = [.. Largest(active.Where(days.Contains))];
        foreach (var to in inside)
        {
            var others = active.Where(day => !days.Contains(day)).GroupBy(day => LocalCalendar.MonthStart(day) == LocalCalendar.MonthStart(to)).OrderByDescending(group => group.Key);
            foreach (var from in others.SelectMany(group => Largest(group)).Take(MostDays))
            {
                yield return Of(new DayMove(to, from));
            }
        }

        foreach (var to in inside)
        {
            yield return Of(new DayMove(to, null));
        }
    }

    private IEnumerable<int> Largest(IEnumerable<int> days) => days.OrderByDescending(day => _visits.GetValueOrDefault(day)).ThenBy(day => day).Take(MostDays);

    private DaySlice Of(DayMove move)
    {
        if (!_slices.TryGetValue(move, out var slice))
        {
            if (_age.Count == MostSlices)
            {
                _slices.Remove(_age.Dequeue());
            }

            _age.Enqueue(move);
            _slices.Add(move, slice = make(move));
        }

        return slice;
    }

    private static Dictionary<int, long> VisitsOf(CellFrame frame)
    {
        var visits = new Dictionary<int, long>();
        for (var cell = 0; cell < frame.Count; cell++)
        {
            var (kind, days) = frame.Periods[frame.Period[cell]];
            if (kind == PeriodKind.Day && frame.Territories[frame.Territory[cell]].Level == TerritoryLevel.National)
            {
                visits[days.Start] = visits.GetValueOrDefault(days.Start) + frame.Amount[cell];
            }
        }

        return visits;
    }
}
