namespace Dnma.Engine.Hits;

/// <summary>
/// How far a hit's own clock was from that of the server that logged it, in whole hours: what a wrong time zone shows itself by. A byte, so that it is
/// counted by index. The default value is that of a hit that has not both clocks. A value, thread safe.
/// </summary>
/// <param name="Code">0 none, 1 together, 2 apart by no whole hour, then the hours −14 to −1 and 1 to 14.</param>
public readonly record struct ClockOffset(byte Code)
{
    /// <summary>The furthest that two time zones are from UTC, in hours; what is further is no zone's doing.</summary>
    public const int MostHours = 14;

    /// <summary>How far from a whole hour a zone's error may be found: a request takes its time, and clocks drift. Inclusive, in milliseconds.</summary>
    public const long ToleranceMs = 600_000;

    /// <summary>How many codes there are.</summary>
    public const int CodeCount = FirstHour + (2 * MostHours);

    private const int FirstHour = 3;
    private const long MsPerHour = 3_600_000;

    /// <summary>A hit without one of the clocks.</summary>
    public static ClockOffset None => default;

    /// <summary>Clocks that agree.</summary>
    public static ClockOffset Together => new(1);

    /// <summary>Clocks that differ, but not by about a whole number of hours.</summary>
    public static ClockOffset Apart => new(2);

    /// <summary>Whether the hit has both clocks.</summary>
    public bool HasBoth => Code != 0;

    /// <summary>By how many hours the hit's clock is ahead (negative: behind); 0 where that is no whole number, or unknown.</summary>
    public int Hours => Code < FirstHour ? 0 : Code < FirstHour + MostHours ? Code - FirstHour - MostHours : Code - FirstHour - MostHours + 1;

    /// <summary>The offset of two instants, in milliseconds UTC since 1970.</summary>
    /// <param name="ownMs">The hit's own.</param>
    /// <param name="serverMs">That of its line.</param>
    public static ClockOffset Of(long ownMs, long serverMs)
    {
        // Instants may be anything that eighteen digits can write: their difference has room.
        var apart = ownMs - serverMs;
        if (apart is >= -ToleranceMs and <= ToleranceMs)
        {
            return Together;
        }

        if (Math.Abs(apart) > (MostHours * MsPerHour) + ToleranceMs)
        {
            return Apart;
        }

        var hours = (int)((apart + (apart < 0 ? -MsPerHour : MsPerHour) / 2) / MsPerHour);
        return hours == 0 || Math.Abs(apart - (hours * MsPerHour)) > ToleranceMs ? Apart : new((byte)(FirstHour + MostHours + hours - (hours > 0 ? 1 : 0)));
    }
}
