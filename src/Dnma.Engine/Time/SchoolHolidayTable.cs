using System.Globalization;

namespace Dnma.Engine.Time;

/// <summary>
/// The built-in school holidays: zones A, B and C, school years 2019-20 to 2026-27, as they were held (domain §6; the spring of 2021 as
/// moved by Covid), and the summer before.
/// </summary>
internal static class SchoolHolidayTable
{
    /// <summary>Of the content; changes whenever a date does.</summary>
    public const string Version = "2";

    /// <summary>The norm's table, its abbreviated dates written out: <c>MM-DD..MM-DD</c>, first and last day off; zones A, B, C apart.</summary>
    private static readonly SchoolYearHolidays[] Table =
    [
        new(2019, "10-19..11-03", "12-21..01-05", ["02-22..03-08", "02-15..03-01", "02-08..02-23"], ["04-18..05-03", "04-11..04-26", "04-04..04-19"], "05-21..05-24", "07-04..08-31"),
        new(2020, "10-17..11-01", "12-19..01-03", ["02-06..02-21", "02-20..03-07", "02-13..02-28"], ["04-10..04-25", "04-10..04-25", "04-10..04-25"], "05-13..05-16", "07-07..09-01"),
        new(2021, "10-23..11-07", "12-18..01-02", ["02-12..02-27", "02-05..02-20", "02-19..03-06"], ["04-16..05-01", "04-09..04-24", "04-23..05-08"], "05-26..05-29", "07-08..08-31"),
        new(2022, "10-22..11-06", "12-17..01-02", ["02-04..02-19", "02-11..02-26", "02-18..03-05"], ["04-08..04-23", "04-15..05-01", "04-22..05-08"], "05-18..05-21", "07-08..09-03"),
        new(2023, "10-21..11-05", "12-23..01-07", ["02-17..03-03", "02-24..03-10", "02-10..02-25"], ["04-13..04-28", "04-20..05-05", "04-06..04-21"], "05-09..05-12", "07-06..09-01"),
        new(2024, "10-19..11-03", "12-21..01-05", ["02-22..03-09", "02-08..02-23", "02-15..03-02"], ["04-19..05-04", "04-05..04-21", "04-12..04-27"], "05-29..06-01", "07-05..08-31"),
        new(2025, "10-18..11-02", "12-20..01-04", ["02-07..02-22", "02-14..03-01", "02-21..03-08"], ["04-04..04-19", "04-11..04-26", "04-18..05-03"], "05-14..05-17", "07-04..08-31"),
        new(2026, "10-17..11-01", "12-19..01-03", ["02-13..02-28", "02-20..03-07", "02-06..02-21"], ["04-10..04-25", "04-17..05-02", "04-03..04-18"], "05-06..05-09", "07-03..08-31"),
    ];

    /// <summary>The holidays of a zone by date; empty where none are built in.</summary>
    public static IReadOnlyList<SchoolHoliday> Of(SchoolZone zone)
    {
        if (zone > SchoolZone.C)
        {
            return [];
        }

        // Domain §6 begins with the autumn of 2019; its data's source has the summer before as well, which tells that year's first day.
        var holidays = new List<SchoolHoliday> { Holiday(SchoolHolidayKind.Ete, 2019, "07-06..09-01") };
        foreach (var year in Table)
        {
            holidays.Add(Holiday(SchoolHolidayKind.Toussaint, year.StartYear, year.Toussaint));
            holidays.Add(Holiday(SchoolHolidayKind.Noel, year.StartYear, year.Noel));
            holidays.Add(Holiday(SchoolHolidayKind.Hiver, year.StartYear + 1, year.Hiver[(int)zone]));
            holidays.Add(Holiday(SchoolHolidayKind.Printemps, year.StartYear + 1, year.Printemps[(int)zone]));
            holidays.Add(Holiday(SchoolHolidayKind.Ascension, year.StartYear + 1, year.Ascension));
            holidays.Add(Holiday(SchoolHolidayKind.Ete, year.StartYear + 1, year.Ete));
        }

        return holidays;
    }

    /// <summary>A holiday that begins in <paramref name="year"/>, and ends in it or, where its last date comes earlier in the year, in the next.</summary>
    private static SchoolHoliday Holiday(SchoolHolidayKind kind, int year, string days)
    {
        var first = Date(year, days.AsSpan(0, 5));
        var last = Date(year, days.AsSpan(7, 5));
        return new SchoolHoliday(kind, first, last >= first ? last : last.AddYears(1));
    }

    private static DateOnly Date(int year, ReadOnlySpan<char> monthAndDay) => new(
        year,
        int.Parse(monthAndDay[..2], CultureInfo.InvariantCulture),
        int.Parse(monthAndDay[3..], CultureInfo.InvariantCulture));

    /// <summary>One row of the table; winter and spring by zone.</summary>
    private sealed record SchoolYearHolidays(int StartYear, string Toussaint, string Noel, string[] Hiver, string[] Printemps, string Ascension, string Ete);
}
