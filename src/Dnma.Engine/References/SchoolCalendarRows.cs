using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>
/// What the rows of a school calendar's file say together. A holiday is one that all pupils of the zone have: where écoles, collèges and lycées have
/// their own days, the days that they share. Not thread safe.
/// </summary>
internal sealed class SchoolCalendarRows
{
    private const string Begin = "debut des ";

    private readonly List<SchoolCalendarRow> _rows = [];

    public void Add(SchoolCalendarRow row) => _rows.Add(row);

    /// <summary>The holidays of each zone, without a last summer that has only a beginning.</summary>
    public IEnumerable<ZoneHolidays> Zones() => _rows
        .GroupBy(static row => row.Zone)
        .Select(static zone => new ZoneHolidays(
            zone.Key,
            [.. Holidays([.. zone.Where(static row => !row.Description.StartsWith(Begin, StringComparison.Ordinal))]).Distinct().Order(ByDate)],
            SummerBegins(zone)));

    private static IComparer<SchoolHoliday> ByDate { get; } =
        Comparer<SchoolHoliday>.Create(static (one, other) => (one.FirstDayOff, one.LastDayOff, one.Kind).CompareTo((other.FirstDayOff, other.LastDayOff, other.Kind)));

    private static IEnumerable<SchoolHoliday> Holidays(SchoolCalendarRow[] rows) =>
        rows.Where(static row => row.Pupils == PupilGroups.All).Select(DaysOf)
            .Concat(rows.Where(static row => row.Pupils is not (PupilGroups.All or PupilGroups.None))
                .GroupBy(static row => (row.Year, row.Description))
                .Where(static parts => parts.Aggregate(PupilGroups.None, static (all, row) => all | row.Pupils) == PupilGroups.All)
                .Select(static parts => parts.Select(DaysOf).Aggregate(Shared))
                .Where(static holiday => holiday.FirstDayOff <= holiday.LastDayOff));

    private static SchoolHoliday Shared(SchoolHoliday one, SchoolHoliday other) => one with
    {
        FirstDayOff = one.FirstDayOff > other.FirstDayOff ? one.FirstDayOff : other.FirstDayOff,
        LastDayOff = one.LastDayOff < other.LastDayOff ? one.LastDayOff : other.LastDayOff,
    };

    /// <summary>The last beginning of a summer that no row ends.</summary>
    private static DateOnly? SummerBegins(IGrouping<SchoolZone, SchoolCalendarRow> rows)
    {
        DateOnly? last = null;
        foreach (var row in rows.Where(static row => row.Pupils != PupilGroups.None && row.Description.StartsWith(Begin, StringComparison.Ordinal)))
        {
            var begins = IsWeekend(row.Start) ? row.Start : row.Start.AddDays(1);
            last = last is null || begins > last ? begins : last;
        }

        return last is { } summer && rows.All(row => row.End <= summer || row.Description.StartsWith(Begin, StringComparison.Ordinal)) ? last : null;
    }

    /// <summary>
    /// The days of a row. The end is the day on which pupils come back. A beginning on a weekday is the day after whose classes they leave, unless it is
    /// a public holiday or follows one, or the row has no other day; a row that ends where it begins is that one day.
    /// </summary>
    private static SchoolHoliday DaysOf(SchoolCalendarRow row)
    {
        var kind = KindOf(row.Description);
        if (row.End <= row.Start)
        {
            return new SchoolHoliday(kind, row.Start, row.Start);
        }

        var law = PublicHolidays.LawOf(row.Zone);
        var leavesAfterClass = !IsWeekend(row.Start) && !PublicHolidays.Contains(row.Start, law) && !PublicHolidays.Contains(row.Start.AddDays(-1), law)
            && row.End.DayNumber - row.Start.DayNumber > 1;
        return new SchoolHoliday(kind, leavesAfterClass ? row.Start.AddDays(1) : row.Start, row.End.AddDays(-1));
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static SchoolHolidayKind KindOf(string description) => description switch
    {
        "vacances d'ete" or "grandes vacances" or "vacances d'hiver austral" => SchoolHolidayKind.Ete,
        "vacances de noel" or "vacances d'ete austral" => SchoolHolidayKind.Noel,
        "vacances de la toussaint" => SchoolHolidayKind.Toussaint,
        "vacances d'hiver" or "vacances de carnaval" => SchoolHolidayKind.Hiver,
        "vacances de printemps" or "vacances de paques" => SchoolHolidayKind.Printemps,
        _ when description.Contains("ascension", StringComparison.Ordinal) => SchoolHolidayKind.Ascension,
        _ when description.StartsWith("vacances", StringComparison.Ordinal) => SchoolHolidayKind.Periode,
        _ => SchoolHolidayKind.Pont,
    };
}
