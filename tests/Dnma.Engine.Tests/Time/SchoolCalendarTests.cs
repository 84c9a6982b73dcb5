using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Time;

/// <summary>Expected values: the holiday table of domain §6, and a printed calendar for the movable feasts.</summary>
public class SchoolCalendarTests
{
    private static readonly SchoolCalendar Calendar = SchoolCalendar.BuiltIn;

    [Theory]
    [InlineData("2020-10-16", "2020-10-17", "2020-11-01", "2020-11-02", SchoolHolidayKind.Toussaint, SchoolZone.A)]
    [InlineData("2021-12-17", "2021-12-18", "2022-01-02", "2022-01-03", SchoolHolidayKind.Noel, SchoolZone.B)]
    [InlineData("2023-12-22", "2023-12-23", "2024-01-07", "2024-01-08", SchoolHolidayKind.Noel, SchoolZone.C)]
    [InlineData("2020-02-21", "2020-02-22", "2020-03-08", "2020-03-09", SchoolHolidayKind.Hiver, SchoolZone.A)]
    [InlineData("2020-02-14", "2020-02-15", "2020-03-01", "2020-03-02", SchoolHolidayKind.Hiver, SchoolZone.B)]
    [InlineData("2020-02-07", "2020-02-08", "2020-02-23", "2020-02-24", SchoolHolidayKind.Hiver, SchoolZone.C)]
    [InlineData("2022-02-11", "2022-02-12", "2022-02-27", "2022-02-28", SchoolHolidayKind.Hiver, SchoolZone.A)]
    [InlineData("2022-02-04", "2022-02-05", "2022-02-20", "2022-02-21", SchoolHolidayKind.Hiver, SchoolZone.B)]
    [InlineData("2022-02-18", "2022-02-19", "2022-03-06", "2022-03-07", SchoolHolidayKind.Hiver, SchoolZone.C)]
    [InlineData("2021-04-09", "2021-04-10", "2021-04-25", "2021-04-26", SchoolHolidayKind.Printemps, SchoolZone.A)]
    [InlineData("2021-04-09", "2021-04-10", "2021-04-25", "2021-04-26", SchoolHolidayKind.Printemps, SchoolZone.B)]
    [InlineData("2021-04-09", "2021-04-10", "2021-04-25", "2021-04-26", SchoolHolidayKind.Printemps, SchoolZone.C)]
    [InlineData("2023-04-14", "2023-04-15", "2023-05-01", "2023-05-02", SchoolHolidayKind.Printemps, SchoolZone.B)]
    [InlineData("2023-04-21", "2023-04-22", "2023-05-08", "2023-05-09", SchoolHolidayKind.Printemps, SchoolZone.C)]
    [InlineData("2025-04-04", "2025-04-05", "2025-04-21", "2025-04-22", SchoolHolidayKind.Printemps, SchoolZone.B)]
    [InlineData("2027-02-05", "2027-02-06", "2027-02-21", "2027-02-22", SchoolHolidayKind.Hiver, SchoolZone.C)]
    [InlineData("2025-05-28", "2025-05-29", "2025-06-01", "2025-06-02", SchoolHolidayKind.Ascension, SchoolZone.A)]
    [InlineData("2027-05-05", "2027-05-06", "2027-05-09", "2027-05-10", SchoolHolidayKind.Ascension, SchoolZone.B)]
    [InlineData("2022-07-07", "2022-07-08", "2022-08-31", "2022-09-01", SchoolHolidayKind.Ete, SchoolZone.A)]
    [InlineData("2021-07-06", "2021-07-07", "2021-09-01", "2021-09-02", SchoolHolidayKind.Ete, SchoolZone.B)]
    [InlineData("2023-07-07", "2023-07-08", "2023-09-03", "2023-09-04", SchoolHolidayKind.Ete, SchoolZone.C)]
    public void A_holiday_has_its_first_and_last_day(string before, string first, string last, string after, SchoolHolidayKind kind, SchoolZone zone)
    {
        Assert.Contains(new SchoolHoliday(kind, Date(first), Date(last)), Calendar.HolidaysOf(zone));
        Assert.True(Calendar.IsSchoolDay(Date(before), zone));
        Assert.False(Calendar.IsSchoolDay(Date(first), zone));
        Assert.False(Calendar.IsSchoolDay(Date(last), zone));
        Assert.True(Calendar.IsSchoolDay(Date(after), zone));
    }

    [Theory]
    [InlineData(2021, "2021-09-02")] // Thursday
    [InlineData(2022, "2022-09-01")] // Thursday
    [InlineData(2023, "2023-09-04")] // Monday
    [InlineData(2020, "2020-09-01")]
    [InlineData(2019, "2019-09-02")] // the open data's summer of 2019; domain §6 begins after it
    [InlineData(2018, null)]
    [InlineData(2028, null)]
    public void Pupils_come_back_the_day_after_the_summer(int year, string? expected) =>
        Assert.Equal(expected is null ? null : Date(expected), Calendar.PupilsFirstDay(year, SchoolZone.A));

    [Theory]
    [InlineData("2021-08-30", 2)] // domain §6: the first weeks of 2021 and 2022 hold two pupil days, 2023's holds five
    [InlineData("2022-08-29", 2)]
    [InlineData("2023-09-04", 5)]
    public void First_weeks_hold_the_pupil_days_that_the_norm_says(string monday, int days) =>
        Assert.Equal(days, Calendar.CountSchoolDays(DayRange.Of(Date(monday), Date(monday).AddDays(7)), SchoolZone.B));

    [Fact]
    public void Every_zone_has_six_holidays_a_year_in_order_and_apart()
    {
        foreach (var zone in (SchoolZone[])[SchoolZone.A, SchoolZone.B, SchoolZone.C])
        {
            var holidays = Calendar.HolidaysOf(zone);
            Assert.Equal(1 + (8 * 6), holidays.Count); // the summer before, then eight school years
            for (var index = 0; index < 8 * 6; index++)
            {
                var (kind, first, last) = holidays[index + 1];
                Assert.Equal((SchoolHolidayKind)(index % 6), kind);
                var days = last.DayNumber - first.DayNumber + 1;
                Assert.InRange(days, kind == SchoolHolidayKind.Ascension ? 4 : 16, kind switch { SchoolHolidayKind.Ete => 60, SchoolHolidayKind.Ascension => 4, _ => 17 });
                Assert.True(holidays[index].LastDayOff < first);
            }
        }
    }

    [Theory]
    [InlineData(SchoolZone.Corse, "2024-09-05", "2024-10-18")] // pupils came back on the 5th, four days after the continent
    [InlineData(SchoolZone.Guadeloupe, "2024-03-28", "2024-04-15")] // the last day before Easter's holidays, and the first one after
    [InlineData(SchoolZone.Martinique, "2023-09-04", "2023-10-20")]
    [InlineData(SchoolZone.Guyane, "2021-09-02", "2022-04-14")]
    [InlineData(SchoolZone.Reunion, "2023-12-19", "2024-01-22")] // the 20th is the feast of the abolition
    [InlineData(SchoolZone.Mayotte, "2022-08-24", "2022-10-07")]
    [InlineData(SchoolZone.SaintPierreEtMiquelon, "2023-09-05", "2023-12-22")] // they leave after class of that Friday
    [InlineData(SchoolZone.NouvelleCaledonie, "2020-02-17", "2021-02-15")] // la1ere.francetvinfo.fr: the days of both
    [InlineData(SchoolZone.PolynesieFrancaise, "2021-08-10", "2022-09-09")]
    [InlineData(SchoolZone.WallisEtFutuna, "2023-02-13", "2023-10-06")]
    [InlineData(SchoolZone.Corse, "2025-09-02", "2025-10-17")] // corsenetinfos.corsica, 2025-08-18: the académie's 2025-26, up to the 2026-07-03 below
    [InlineData(SchoolZone.Corse, "2025-11-03", "2025-12-19")]
    [InlineData(SchoolZone.Corse, "2026-01-05", "2026-02-13")]
    [InlineData(SchoolZone.Corse, "2026-03-02", "2026-04-10")]
    [InlineData(SchoolZone.Corse, "2026-04-27", "2026-07-03")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-02-16", "2026-04-03")] // ladepeche.nc, 2026-01-06: the vice-rectorat's 2026
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-04-20", "2026-06-05")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-06-22", "2026-08-07")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-08-24", "2026-10-09")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-10-26", "2026-12-18")]
    public void Corsica_and_overseas_have_their_own_days(SchoolZone zone, string one, string other)
    {
        Assert.True(Calendar.IsSchoolDay(Date(one), zone));
        Assert.True(Calendar.IsSchoolDay(Date(other), zone));
    }

    [Theory]
    [InlineData(SchoolZone.Corse, 2024, "2024-09-05")]
    [InlineData(SchoolZone.Corse, 2025, "2025-09-02")]
    [InlineData(SchoolZone.NouvelleCaledonie, 2026, "2026-02-16")]
    [InlineData(SchoolZone.Guadeloupe, 2021, "2021-09-13")]
    [InlineData(SchoolZone.Martinique, 2025, "2025-09-01")]
    [InlineData(SchoolZone.Guyane, 2022, "2022-09-05")]
    [InlineData(SchoolZone.Reunion, 2026, "2026-08-18")]
    [InlineData(SchoolZone.Mayotte, 2025, "2025-08-25")]
    [InlineData(SchoolZone.SaintPierreEtMiquelon, 2023, "2023-09-05")]
    [InlineData(SchoolZone.NouvelleCaledonie, 2020, "2020-02-17")]
    [InlineData(SchoolZone.NouvelleCaledonie, 2023, "2023-02-13")]
    [InlineData(SchoolZone.PolynesieFrancaise, 2025, "2025-08-12")] // the second degree; the first comes back a day later
    [InlineData(SchoolZone.WallisEtFutuna, 2025, "2025-02-17")]
    public void Corsica_and_overseas_have_their_own_first_day(SchoolZone zone, int year, string expected)
    {
        Assert.Equal(Date(expected), Calendar.PupilsFirstDay(year, zone));
        Assert.Equal(1, Calendar.WeekOf(Date(expected), zone)?.Rank);
    }

    [Theory]
    [InlineData(SchoolZone.Guadeloupe, "2022-03-24")] // Mi-carême
    [InlineData(SchoolZone.Guadeloupe, "2024-05-27")]
    [InlineData(SchoolZone.Martinique, "2024-05-22")]
    [InlineData(SchoolZone.Guyane, "2024-06-10")]
    [InlineData(SchoolZone.Reunion, "2023-12-20")]
    [InlineData(SchoolZone.Corse, "2023-09-08")] // a day off of 2023
    [InlineData(SchoolZone.Corse, "2023-12-08")]
    [InlineData(SchoolZone.Corse, "2025-09-01")]
    [InlineData(SchoolZone.Corse, "2025-09-08")]
    [InlineData(SchoolZone.Corse, "2025-12-08")]
    [InlineData(SchoolZone.Corse, "2025-10-20")]
    [InlineData(SchoolZone.Corse, "2026-02-16")]
    [InlineData(SchoolZone.Corse, "2026-04-24")]
    [InlineData(SchoolZone.Corse, "2026-05-15")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-02-13")] // the teachers' day
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-04-17")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2026-10-12")]
    [InlineData(SchoolZone.NouvelleCaledonie, "2024-09-24")]
    [InlineData(SchoolZone.PolynesieFrancaise, "2024-03-05")]
    [InlineData(SchoolZone.WallisEtFutuna, "2025-07-29")]
    public void Corsica_and_overseas_have_their_own_days_off(SchoolZone zone, string date) => Assert.False(Calendar.IsSchoolDay(Date(date), zone));

    [Fact]
    public void A_summer_without_an_end_is_a_summer_as_far_as_its_week()
    {
        Assert.True(Calendar.IsSchoolDay(Date("2026-07-03"), SchoolZone.Guadeloupe));
        Assert.False(Calendar.IsSchoolDay(Date("2026-07-05"), SchoolZone.Guadeloupe));
        Assert.Null(Calendar.PupilsFirstDay(2026, SchoolZone.Guadeloupe));
        Assert.Equal(Date("2026-06-29"), LocalCalendar.DateOf(Calendar.WeeksOf(2025, SchoolZone.Guadeloupe)[^1].Days.Start));
    }

    [Fact]
    public void A_calendar_takes_the_zones_that_another_tells()
    {
        var other = SchoolCalendar.Of("mine", [new ZoneHolidays(SchoolZone.Corse, [new(SchoolHolidayKind.Ete, Date("2025-07-05"), Date("2025-09-01"))], Date("2026-07-04"))]);
        var both = Calendar.With(other);
        Assert.Equal(("3+mine", Date("2025-09-02")), (both.Version, both.PupilsFirstDay(2025, SchoolZone.Corse)));
        Assert.Null(both.PupilsFirstDay(2022, SchoolZone.Corse));
        Assert.Equal(Calendar.HolidaysOf(SchoolZone.B), both.HolidaysOf(SchoolZone.B));
        Assert.Equal(3, new[] { Calendar.Digest, other.Digest, both.Digest }.Distinct().Count());
        Assert.Equal(both.Digest, Calendar.With(other).Digest);
    }

    [Fact]
    public void A_holiday_that_ends_before_it_begins_makes_no_calendar() => Assert.Throws<ArgumentException>(
        () => SchoolCalendar.Of("mine", [new ZoneHolidays(SchoolZone.A, [new(SchoolHolidayKind.Ete, Date("2025-07-05"), Date("2025-07-04"))], null)]));

    /// <summary>36 weeks by law (code de l'éducation, L521-1), some of them begun by a holiday; the Pacific's years have up to 40.</summary>
    [Fact]
    public void A_whole_school_year_has_some_36_weeks()
    {
        foreach (var zone in Enum.GetValues<SchoolZone>())
        {
            for (var year = 2019; year < 2026; year++)
            {
                if (Calendar.PupilsFirstDay(year, zone) is not null && Calendar.PupilsFirstDay(year + 1, zone) is not null)
                {
                    Assert.InRange(Calendar.WeeksOf(year, zone).Count, 34, 41);
                }
            }
        }
    }

    [Theory]
    [InlineData("2023-04-07", PublicHolidayLaw.AlsaceMoselle, true)] // Good Friday
    [InlineData("2023-12-26", PublicHolidayLaw.AlsaceMoselle, true)]
    [InlineData("2023-04-07", PublicHolidayLaw.Metropole, false)]
    [InlineData("2023-12-26", PublicHolidayLaw.Metropole, false)]
    [InlineData("2023-07-14", PublicHolidayLaw.AlsaceMoselle, true)]
    [InlineData("2023-05-27", PublicHolidayLaw.Guadeloupe, true)]
    [InlineData("2023-07-21", PublicHolidayLaw.Martinique, true)]
    [InlineData("2023-05-28", PublicHolidayLaw.SaintMartin, true)]
    [InlineData("2017-05-27", PublicHolidayLaw.SaintMartin, true)]
    [InlineData("2023-05-27", PublicHolidayLaw.SaintMartin, false)]
    [InlineData("2023-10-09", PublicHolidayLaw.SaintBarthelemy, true)]
    [InlineData("2023-06-10", PublicHolidayLaw.Guyane, true)]
    [InlineData("2023-12-20", PublicHolidayLaw.Reunion, true)]
    [InlineData("2023-04-27", PublicHolidayLaw.Mayotte, true)]
    [InlineData("2023-09-24", PublicHolidayLaw.NouvelleCaledonie, true)]
    [InlineData("2023-06-29", PublicHolidayLaw.PolynesieFrancaise, true)]
    [InlineData("2023-04-28", PublicHolidayLaw.WallisEtFutuna, true)]
    [InlineData("2023-12-20", PublicHolidayLaw.Metropole, false)]
    public void Parts_of_France_have_more_public_holidays(string date, PublicHolidayLaw law, bool expected) =>
        Assert.Equal(expected, PublicHolidays.Contains(Date(date), law));

    [Fact]
    public void Alsace_has_good_friday_off_and_the_rest_of_zone_b_has_not()
    {
        Assert.True(Calendar.IsSchoolDay(Date("2023-04-07"), SchoolZone.B));
        Assert.False(Calendar.IsSchoolDay(Date("2023-04-07"), SchoolZone.B, PublicHolidayLaw.AlsaceMoselle));
    }

    [Theory]
    [InlineData("2022-09-10", false)] // Saturday
    [InlineData("2022-09-11", false)] // Sunday
    [InlineData("2022-09-14", true)] // Wednesday
    [InlineData("2022-11-11", false)] // Armistice, a Friday
    [InlineData("2023-05-01", false)]
    [InlineData("2022-06-06", false)] // Whit Monday
    [InlineData("2022-06-07", true)]
    public void Ordinary_days(string date, bool expected) => Assert.Equal(expected, Calendar.IsSchoolDay(Date(date), SchoolZone.A));

    [Theory]
    [InlineData("2019-07-06", SchoolZone.A, true)]
    [InlineData("2019-07-05", SchoolZone.A, false)]
    [InlineData("2027-08-31", SchoolZone.A, true)]
    [InlineData("2027-09-01", SchoolZone.A, false)]
    [InlineData("2026-07-05", SchoolZone.Corse, true)]
    [InlineData("2026-07-06", SchoolZone.Corse, false)]
    [InlineData("2026-12-20", SchoolZone.NouvelleCaledonie, true)]
    [InlineData("2026-12-21", SchoolZone.NouvelleCaledonie, false)]
    [InlineData("2027-07-04", SchoolZone.Reunion, true)]
    [InlineData("2027-07-05", SchoolZone.Reunion, false)]
    [InlineData("2019-05-01", SchoolZone.NouvelleCaledonie, true)]
    [InlineData("2026-01-05", SchoolZone.WallisEtFutuna, false)]
    public void What_the_table_does_not_tell_is_an_error_not_a_guess(string date, SchoolZone zone, bool covered)
    {
        Assert.Equal(covered, Calendar.Covers(Date(date), zone));
        if (!covered)
        {
            var error = Assert.Throws<EngineException>(() => Calendar.IsSchoolDay(Date(date), zone));
            Assert.Equal(ErrorId.InvalidOption, error.Id);
            Assert.Contains(date, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2021, "2021-04-04")]
    [InlineData(2022, "2022-04-17")]
    [InlineData(2023, "2023-04-09")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2038, "2038-04-25")] // the latest possible
    [InlineData(1818, "1818-03-22")] // the earliest possible
    public void Easter_is_where_the_calendar_has_it(int year, string expected) => Assert.Equal(Date(expected), PublicHolidays.EasterSunday(year));

    [Theory]
    [InlineData("2022-05-26")] // Ascension, the first day off of domain §6's row 2021-22
    [InlineData("2023-05-18")]
    [InlineData("2024-05-09")]
    [InlineData("2025-05-29")]
    [InlineData("2021-05-24")] // Whit Monday
    [InlineData("2022-06-06")]
    [InlineData("2023-05-29")]
    [InlineData("2024-05-20")]
    [InlineData("2025-06-09")]
    [InlineData("2023-04-10")] // Easter Monday
    [InlineData("2024-04-01")]
    public void Movable_feasts(string date) => Assert.True(PublicHolidays.Contains(Date(date)));

    [Property]
    public bool A_year_has_eleven_public_holidays_or_fewer_where_they_meet(ushort seed)
    {
        var year = 1900 + (seed % 200);
        var easter = PublicHolidays.EasterSunday(year);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(day => PublicHolidays.Contains(new DateOnly(year, 1, 1).AddDays(day)));

        // Ascension falls on 1 May when Easter is 23 March, on 8 May when it is 30 March; no other two can meet but Easter Monday and 1 May, never.
        var meet = easter is { Month: 3, Day: 23 or 30 };
        return easter.DayOfWeek == DayOfWeek.Sunday && days == (meet ? 10 : 11);
    }

    [Fact]
    public void Ascension_in_the_table_is_the_feast()
    {
        foreach (var holiday in Calendar.HolidaysOf(SchoolZone.B).Where(holiday => holiday.Kind == SchoolHolidayKind.Ascension))
        {
            Assert.Equal(PublicHolidays.EasterSunday(holiday.FirstDayOff.Year).AddDays(39), holiday.FirstDayOff);
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
