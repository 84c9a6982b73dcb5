using Dnma.Engine.Time;

namespace Dnma.Engine.Visits;

/// <summary>Tells the local day of instants. One for each worker; not thread safe.</summary>
internal sealed class DayClock(CivilZone zone)
{
    private const long MillisecondsPerDay = 86_400_000;
    private long _start = 1;
    private int _day;

    /// <summary>The first instant after the day that was last told.</summary>
    public long EndOfDay { get; private set; }

    public int DayOf(long instantMs)
    {
        if (instantMs < _start || instantMs >= EndOfDay)
        {
            // The days of UTC and of a zone are one apart at most.
            var day = (int)(instantMs / MillisecondsPerDay);
            while (instantMs < zone.StartOf(day))
            {
                day--;
            }

            while (instantMs >= zone.StartOf(day + 1))
            {
                day++;
            }

            (_day, _start, EndOfDay) = (day, zone.StartOf(day), zone.StartOf(day + 1));
        }

        return _day;
    }
}
