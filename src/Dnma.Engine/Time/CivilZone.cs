using Dnma.Engine.Contracts;
using NodaTime;

namespace Dnma.Engine.Time;

/// <summary>
/// A civil time zone: from instants (milliseconds UTC since 1970) to local days, right across daylight-saving changes. Its rules come
/// with the engine (the IANA data inside NodaTime), never from the machine, so two machines cannot differ. Immutable, thread safe.
/// </summary>
public sealed class CivilZone
{
    private const long MillisecondsPerDay = 86_400_000;
    private readonly DateTimeZone _zone;

    /// <summary>Instants at which the offset changes, ascending; offset i holds from change i−1 (inclusive) to change i.</summary>
    private readonly long[] _changes;
    private readonly long[] _offsets;
    private readonly long[] _starts = new long[LocalCalendar.DayOf(new DateOnly(2101, 1, 1))];

    private CivilZone(DateTimeZone zone)
    {
        _zone = zone;
        Id = zone.Id;
        var from = Instant.FromUtc(1970, 1, 1, 0, 0);
        var until = Instant.FromUtc(2101, 1, 1, 0, 0);
        var changes = new List<long>();
        var offsets = new List<long>();
        foreach (var interval in zone.GetZoneIntervals(from, until))
        {
            if (interval.HasStart && interval.Start > from)
            {
                changes.Add(interval.Start.ToUnixTimeMilliseconds());
            }

            offsets.Add(interval.WallOffset.Milliseconds);
        }

        _changes = [.. changes];
        _offsets = [.. offsets];
    }

    /// <summary>Europe/Paris, in which the scheme's days are cut.</summary>
    public static CivilZone Paris { get; } = Of("Europe/Paris");

    /// <summary>The version of the zone data, as its publisher writes it; part of a certificate's definition.</summary>
    public static string DataVersion { get; } = DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The IANA name.</summary>
    public string Id { get; }

    /// <summary>Finds a zone by its IANA name.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no such zone.</exception>
    public static CivilZone Of(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? throw new EngineException(ErrorId.InvalidOption, "time zone", $"\"{id}\" is not an IANA zone", "use a name such as Europe/Paris");
        return new CivilZone(zone);
    }

    /// <summary>The local day (day number) of an instant.</summary>
    public int DayOf(long instantMs) => (int)Math.DivRem(FloorToDay(instantMs + OffsetAt(instantMs)), MillisecondsPerDay).Quotient;

    /// <summary>The local hour, 0–23, of an instant.</summary>
    public int HourOf(long instantMs)
    {
        var local = instantMs + OffsetAt(instantMs);
        return (int)((local - FloorToDay(local)) / 3_600_000);
    }

    /// <summary>The first instant of a local day: usually midnight, later where a zone skips it.</summary>
    public long StartOf(int day)
    {
        // Days of this century are asked for again and again; 0 stands for "not yet computed", which 1970-01-01 may remain.
        if (unchecked((uint)day) >= (uint)_starts.Length)
        {
            return ComputeStart(day);
        }

        var start = Volatile.Read(ref _starts[day]);
        if (start == 0)
        {
            start = ComputeStart(day);
            Volatile.Write(ref _starts[day], start);
        }

        return start;
    }

    private long ComputeStart(int day)
    {
        var date = LocalCalendar.DateOf(day);
        return _zone.AtStartOfDay(new LocalDate(date.Year, date.Month, date.Day)).ToInstant().ToUnixTimeMilliseconds();
    }

    /// <summary>The offset from UTC in milliseconds at an instant.</summary>
    public long OffsetAt(long instantMs)
    {
        var index = Array.BinarySearch(_changes, instantMs);
        return _offsets[index >= 0 ? index + 1 : ~index];
    }

    private static long FloorToDay(long localMs)
    {
        var rest = localMs % MillisecondsPerDay;
        return localMs - (rest < 0 ? rest + MillisecondsPerDay : rest);
    }
}
