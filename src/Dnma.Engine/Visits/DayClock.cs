using Dnma.Engine.Time;

namespace Dnma.Engine.Visits;

/// <summary>Tells the local day of instants that come mostly in order. One for each worker; not thread safe.</summary>
internal sealed class DayClock(CivilZone zone)
{
    private long _start = 1;
    private long _end;
    private int _day;

    /// <summary>The first instant after the day that was last told.</summary>
    public long EndOfDay => _end;

    public int DayOf(long instantMs)
    {
        if (instantMs < _start || instantMs >= _end)
        {
            _day = zone.DayOf(instantMs);
            _start = zone.StartOf(_day);
            _end = zone.StartOf(_day + 1);
        }

        return _day;
    }
}
