using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Time;

/// <summary>
/// Which days pupils have school, zone by zone, and the weeks of their school years by rank. It serves analyses and comparisons, and no
/// figure that is counted. Immutable, thread safe.
/// </summary>
public sealed class SchoolCalendar
{
    private readonly ZoneCalendar[] _zones;

    private SchoolCalendar(string version, ZoneCalendar[] zones)
    {
        Version = version;
        _zones = zones;
        Digest = ComputeDigest();
    }

    /// <summary>
    /// The calendar that needs no file: zones A, B and C from 2019-07-06 to 2027-08-31, Corse and the territories overseas from 2019 as far as public
    /// texts could be found (docs/references.md; <see cref="CoverageOf"/> tells).
    /// </summary>
    public static SchoolCalendar BuiltIn { get; } = Of(BuiltInHolidays.Version, BuiltInHolidays.Read());

    /// <summary>
    /// Makes a calendar of holidays. Where more than 110 days lie between two of a zone, holidays must be missing: what is before is not covered.
    /// </summary>
    /// <param name="version">What to call it.</param>
    /// <param name="zones">What is told of each zone; zones that are left out have no calendar.</param>
    /// <exception cref="ArgumentException">A zone is given twice, or a holiday ends before it begins.</exception>
    public static SchoolCalendar Of(string version, IEnumerable<ZoneHolidays> zones)
    {
        var told = zones.ToDictionary(static zone => zone.Zone);
        if (told.Values.Any(static zone => zone.Holidays.Any(static holiday => holiday.LastDayOff < holiday.FirstDayOff)))
        {
            throw new ArgumentException("A holiday ends before it begins.", nameof(zones));
        }

        return new SchoolCalendar(version, [.. Enum.GetValues<SchoolZone>().Select(zone => new ZoneCalendar(told.GetValueOrDefault(zone) ?? new ZoneHolidays(zone, [], null)))]);
    }

    /// <summary>Takes the zones of another calendar that it tells anything of, and keeps the others.</summary>
    /// <param name="other">Such as one that was read from a newer file.</param>
    public SchoolCalendar With(SchoolCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new SchoolCalendar($"{Version}+{other.Version}", [.. _zones.Zip(other._zones, static (own, newer) => newer.Holidays.Count > 0 ? newer : own)]);
    }

    /// <summary>What it is called: the built-in's number, which changes whenever a date does; the data set's name for one that was read.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the holidays, as lower-case hexadecimal.</summary>
    public string Digest { get; }

    /// <summary>The holidays of a zone by date; empty where the calendar tells none.</summary>
    public IReadOnlyList<SchoolHoliday> HolidaysOf(SchoolZone zone) => _zones[(int)zone].Holidays;

    /// <summary>The days that the calendar can tell of in a zone: from its first holiday to its last; empty where it tells none.</summary>
    public DayRange CoverageOf(SchoolZone zone) => _zones[(int)zone].Coverage;

    /// <summary>Whether the calendar can tell of a day in a zone.</summary>
    public bool Covers(DateOnly date, SchoolZone zone) => CoverageOf(zone).Contains(LocalCalendar.DayOf(date));

    /// <summary>Whether the school days up to a date, exclusive, are all told: it is covered, or of a summer that lasts on, whose end is not told yet.</summary>
    internal bool TellsUntil(DateOnly end, SchoolZone zone) =>
        Covers(end.AddDays(-1), zone) || (_zones[(int)zone].SummerBegins is { } summer && summer < end);

    /// <summary>
    /// Whether pupils have school: Monday to Friday, outside school and public holidays. Wednesday counts, for all collèges and lycées teach on
    /// its morning, though many écoles do not; Saturday does not, though some lycées do. Closures such as that of spring 2020 are no holidays.
    /// </summary>
    /// <param name="date">The local day.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the calendar does not cover the day in that zone.</exception>
    public bool IsSchoolDay(DateOnly date, SchoolZone zone)
    {
        if (!Covers(date, zone))
        {
            throw NotKnown(date, zone);
        }

        return _zones[(int)zone].IsSchoolDay(LocalCalendar.DayOf(date));
    }

    /// <summary>Whether pupils have school where public holidays are more than the zone's, as in Alsace and Moselle.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <param name="law">The public holidays.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the calendar does not cover the day in that zone.</exception>
    public bool IsSchoolDay(DateOnly date, SchoolZone zone, PublicHolidayLaw law) => IsSchoolDay(date, zone) && !PublicHolidays.Contains(date, law);

    /// <summary>How many school days a half-open range of local days holds.</summary>
    /// <param name="range">The days.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the calendar does not cover one of the days in that zone.</exception>
    public int CountSchoolDays(DayRange range, SchoolZone zone)
    {
        var count = 0;
        for (var day = range.Start; day < range.End; day++)
        {
            count += IsSchoolDay(LocalCalendar.DateOf(day), zone) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first day on which pupils have school: the day after the summer's last day off (domain §6).</summary>
    /// <param name="schoolYear">The calendar year of that day, for example 2022 for the school year 2022-23.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <returns>The day; null when the calendar does not tell.</returns>
    public DateOnly? PupilsFirstDay(int schoolYear, SchoolZone zone) => _zones[(int)zone].FirstDayOf(schoolYear);

    /// <summary>
    /// The weeks of a school year that hold a school day, by rank: from the week of the pupils' first day to that of the last day before the
    /// summer. Where the calendar ends within the year, those that it covers whole.
    /// </summary>
    /// <param name="schoolYear">The calendar year of the pupils' first day.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <returns>The weeks; empty when the calendar does not tell the first day.</returns>
    public IReadOnlyList<SchoolWeek> WeeksOf(int schoolYear, SchoolZone zone) => _zones[(int)zone].WeeksOf(schoolYear);

    /// <summary>The week of a rank.</summary>
    /// <param name="schoolYear">The calendar year of the pupils' first day.</param>
    /// <param name="rank">From 1, the first week of the school year.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <returns>The week; null when the school year has none of that rank, or the calendar does not tell.</returns>
    public SchoolWeek? FindWeek(int schoolYear, int rank, SchoolZone zone) =>
        WeeksOf(schoolYear, zone) is var weeks && rank >= 1 && rank <= weeks.Count ? weeks[rank - 1] : null;

    /// <summary>The school week that holds a day, which need not be a school day itself.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <returns>The week; null when no day of it is a school day, or the calendar does not tell.</returns>
    public SchoolWeek? WeekOf(DateOnly date, SchoolZone zone) => _zones[(int)zone].WeekOf(LocalCalendar.DayOf(date));

    private EngineException NotKnown(DateOnly date, SchoolZone zone) => new(
        ErrorId.InvalidOption,
        "school calendar",
        string.Create(CultureInfo.InvariantCulture, $"the holidays of {zone} on {date:yyyy-MM-dd} are not known"),
        CoverageOf(zone) is { Length: > 0 } known
            ? string.Create(CultureInfo.InvariantCulture, $"ask for {LocalCalendar.DateOf(known.Start):yyyy-MM-dd} to {LocalCalendar.DateOf(known.End - 1):yyyy-MM-dd}")
            : "ask for a zone whose holidays the calendar tells");

    private string ComputeDigest()
    {
        var text = new StringBuilder("school-holidays/1\n");
        foreach (var zone in Enum.GetValues<SchoolZone>())
        {
            foreach (var holiday in HolidaysOf(zone))
            {
                text.Append(CultureInfo.InvariantCulture, $"{zone};{holiday.Kind};{holiday.FirstDayOff:yyyy-MM-dd};{holiday.LastDayOff:yyyy-MM-dd}\n");
            }

            if (_zones[(int)zone].SummerBegins is { } begins)
            {
                text.Append(CultureInfo.InvariantCulture, $"{zone};{SchoolHolidayKind.Ete};{begins:yyyy-MM-dd};\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
