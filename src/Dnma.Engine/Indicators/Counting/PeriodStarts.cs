using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>The periods that a day is in, computed once for each run of equal days. One for each worker; not thread safe.</summary>
internal sealed class PeriodStarts
{
    /// <summary>Stands for the start of <see cref="PeriodKind.All"/>, which is known only when every hit has been read.</summary>
    public const int AllStart = 0;

    private readonly int[] _starts = new int[CountingPlan.PeriodCount];
    private int _day = int.MinValue;

    /// <summary>The first day of the period of kind <paramref name="kind"/> around <paramref name="day"/>.</summary>
    public int Of(PeriodKind kind, int day)
    {
        if (day != _day)
        {
            _day = day;
            for (var i = 0; i < _starts.Length; i++)
            {
                _starts[i] = LocalCalendar.PeriodStart((PeriodKind)i, day, AllStart);
            }
        }

        return _starts[(int)kind];
    }
}
