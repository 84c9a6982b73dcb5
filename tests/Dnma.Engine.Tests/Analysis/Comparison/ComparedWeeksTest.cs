using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>Which weeks are compared: by rank since the pupils' first day and by zone, and never silently where one of them is missing. Dates from domain §6.</summary>
public class ComparedWeeksTest
{
    [Fact]
    public void The_first_weeks_of_2022_and_2023_hold_two_and_five_school_days()
    {
        // Thursday 1 September 2022, Monday 4 September 2023: ISO weeks 35 and 36. 400 visits in two days, 900 in five: more visits, fewer a day.
        var rows = new WeeklyRows()
            .Put(new(2022, 8, 29), Uai(1), 400, 300).Put(new(2022, 9, 5), Uai(1), 5_000, 350)
            .Put(new(2023, 8, 28), Uai(1), 7, 7).Put(new(2023, 9, 4), Uai(1), 900, 310);
        var table = AudienceComparison.Run(new([rows.Measured(new(2022, 8, 1), new(2022, 10, 3)), rows.Measured(new(2023, 8, 7), new(2023, 10, 2))], 2022, 2023) { Rule = PeriodRule.FirstWeek });
        var visits = table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((400, 900, 500m, 1.25m), (visits.A!.Value.Numerator, visits.B!.Value.Numerator, visits.Change, visits.Rate));
        Assert.Equal((DayRange.Of(new(2022, 8, 29), new(2022, 9, 5)), DayRange.Of(new(2023, 9, 4), new(2023, 9, 11))), (visits.Periods.DaysA, visits.Periods.DaysB));
        Assert.Equal((2, 5), (visits.Periods.SchoolDaysA, visits.Periods.SchoolDaysB));
        Assert.Equal([ComparisonMarks.SchoolDaysDiffer], visits.Marks);

        var aDay = table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Equal((200m, 180m, -20m, -0.1m), (aDay.A!.Value.Value, aDay.B!.Value.Value, aDay.Change, aDay.Rate));
        Assert.Equal([ComparisonMarks.Estimated], aDay.Marks);
        Assert.Null(aDay.Low);
    }

    [Fact]
    public void Distinct_users_come_from_the_row_that_counts_them_or_from_nowhere()
    {
        // Two schools share persons: 300 and 250 weekly users are 400 persons, as the nation's row says.
        var rows = new WeeklyRows();
        foreach (var (year, persons) in new[] { (2024, 400), (2025, 450) })
        {
            rows.Put(WeeklyRows.Monday(year, 0), Uai(1), 1_000, 300).Put(WeeklyRows.Monday(year, 0), Uai(2), 1_000, 250).Put(WeeklyRows.Monday(year, 1), Uai(1), 1_000, 300);
            rows.Put(WeeklyRows.Monday(year, 0), "FR", 2_000, persons, at: TerritoryLevel.National);
            rows.Put(WeeklyRows.Monday(year, 0), "FR", 3_000, persons + 30, at: TerritoryLevel.National, period: PeriodKind.All);
        }

        var first = WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(2)).National(ComparedPerimeter.Full, ComparisonSubjects.Users)!;
        Assert.Equal((400, 450, 50m), (first.A!.Value.Numerator, first.B!.Value.Numerator, first.Change));
        Assert.Equal(550, WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(2)).National(ComparedPerimeter.Full, ComparisonSubjects.UserWeeks)!.A!.Value.Numerator);

        // The measured days are the compared ones: the row of all of them counts. Where they are not, nothing does.
        var both = WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(2)).National(ComparedPerimeter.Full, ComparisonSubjects.Users)!;
        Assert.Equal((430, 480), (both.A!.Value.Numerator, both.B!.Value.Numerator));
        var none = WeeklyRows.Compare(PeriodRule.YearToDate, rows.Measured(WeeklyRows.Monday(2024, 0).AddDays(-1), WeeklyRows.Monday(2024, 2)), rows.FirstWeeks(2)[1]).National(ComparedPerimeter.Full, ComparisonSubjects.Users)!;
        Assert.Null(none.A);
        Assert.Null(none.Change);
        Assert.Equal(480, none.B!.Value.Numerator);
        Assert.Contains(ComparisonMarks.UsersNotCounted, none.Marks);
    }

    [Fact]
    public void An_unfinished_year_is_compared_with_the_same_ranks_and_marked()
    {
        // 2024-25 has ten weeks, 2025-26 four: four are compared, and what is left over stands apart.
        var rows = new WeeklyRows();
        for (var week = 0; week < 10; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), Uai(1), 100, 50).Put(WeeklyRows.Monday(2025, week), Uai(1), 110, 50);
        }

        MeasuredTable[] tables = [rows.Measured(new(2024, 8, 1), new(2024, 11, 11)), rows.Measured(WeeklyRows.Monday(2025, 0), WeeklyRows.Monday(2025, 4).AddDays(2))];
        var table = WeeklyRows.Compare(PeriodRule.SchoolYear, tables);
        var visits = table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((400, 440, 0.1m), (visits.A!.Value.Numerator, visits.B!.Value.Numerator, visits.Rate));
        Assert.Equal([ComparisonMarks.UnfinishedA, ComparisonMarks.UnfinishedB, ComparisonMarks.SchoolWeeksOnly], visits.Marks);

        // Seven weeks of 2024 before the Toussaint holidays of 19 October and one after them are of ranks; two of them were holidays.
        var outside = table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsNotCompared)!;
        Assert.Equal((400, 0, null), (outside.A!.Value.Numerator, outside.B!.Value.Numerator, outside.Change));

        var toDate = WeeklyRows.Compare(PeriodRule.YearToDate, tables);
        Assert.Empty(toDate.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Marks);
        Assert.Null(toDate.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsNotCompared));
        var last = WeeklyRows.Compare(PeriodRule.Rolling(3), tables).National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((DayRange.Of(new(2024, 9, 9), new(2024, 9, 30)), DayRange.Of(new(2025, 9, 8), new(2025, 9, 29))), (last.Periods.DaysA, last.Periods.DaysB));
    }

    [Fact]
    public void A_hole_in_one_period_is_left_out_of_both()
    {
        var rows = new WeeklyRows();
        for (var week = 0; week < 5; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), Uai(1), 100 + week, 50).Put(WeeklyRows.Monday(2025, week), Uai(1), 200 + week, 50);
        }

        var table = WeeklyRows.Compare(
            PeriodRule.YearToDate, rows.FirstWeeks(5)[0], rows.Measured(WeeklyRows.Monday(2025, 0), WeeklyRows.Monday(2025, 2)), rows.Measured(WeeklyRows.Monday(2025, 3), WeeklyRows.Monday(2025, 5)));
        var visits = table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((408, 808), (visits.A!.Value.Numerator, visits.B!.Value.Numerator));
        Assert.Equal([ComparisonMarks.UnfinishedB], visits.Marks);
        Assert.Equal(102, table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsNotCompared)!.A!.Value.Numerator);
    }

    [Fact]
    public void Nothing_comparable_has_no_change()
    {
        var rows = new WeeklyRows().Put(WeeklyRows.Monday(2024, 0), Uai(1), 100, 50).Put(WeeklyRows.Monday(2025, 1), Uai(1), 100, 50);
        var table = WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1)[0], rows.Measured(WeeklyRows.Monday(2025, 1), WeeklyRows.Monday(2025, 2)));
        Assert.All(table, row => Assert.Null(row.Change));
        Assert.All(table, row => Assert.Contains(ComparisonMarks.NothingComparable, row.Marks));
        Assert.Equal(100, table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsNotCompared)!.A!.Value.Numerator);
    }

    [Fact]
    public void The_peak_is_the_highest_week_of_September()
    {
        // October is higher and does not count: in 2024 the week of the 30th, in 2025 that of the 22nd, the earlier of two equal ones.
        var rows = new WeeklyRows();
        long[][] visits = [[50, 90, 80, 70, 100, 999], [50, 60, 70, 95, 95, 999]];
        for (var week = 0; week < 6; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), Uai(1), visits[0][week], 50).Put(WeeklyRows.Monday(2025, week), Uai(1), visits[1][week], 50);
        }

        var peak = WeeklyRows.Compare(PeriodRule.Peak, rows.FirstWeeks(6)).National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((100, 95), (peak.A!.Value.Numerator, peak.B!.Value.Numerator));
        Assert.Equal((new DateOnly(2024, 9, 30), new DateOnly(2025, 9, 22)), (LocalCalendar.DateOf(peak.Periods.DaysA.Start), LocalCalendar.DateOf(peak.Periods.DaysB.Start)));
        Assert.Empty(peak.Marks);

        var cut = WeeklyRows.Compare(PeriodRule.Peak, rows.FirstWeeks(6)[0], rows.FirstWeeks(3)[1]).National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal(70, cut.B!.Value.Numerator);
        Assert.Equal([ComparisonMarks.UnfinishedB], cut.Marks);
    }

    [Fact]
    public void Zones_are_compared_by_their_own_ranks()
    {
        // Winter holidays of 2025: A 22 February – 9 March, C 15 February – 2 March; of 2026: A 7 – 22 February, C 21 February – 8 March. The week of
        // 16 February 2026 is none with school in A, and one in C.
        var (lyon, paris) = (Uai(1, "069"), Uai(1, "075"));
        var rows = new WeeklyRows();
        foreach (var monday in Enumerable.Range(0, 6).SelectMany(week => new[] { new DateOnly(2025, 2, 3).AddDays(7 * week), new DateOnly(2026, 2, 2).AddDays(7 * week) }))
        {
            rows.Put(monday, lyon, 1, 1).Put(monday, paris, 1, 1);
        }

        var table = WeeklyRows.Compare(PeriodRule.YearToDate, rows.Measured(new(2024, 9, 2), new(2025, 3, 17)), rows.Measured(new(2025, 9, 1), new(2026, 3, 2)));
        int Weeks(int year, string zone) => Enumerable.Range(0, 60).Select(week => WeeklyRows.Monday(year, week)).Count(monday =>
            monday < (year == 2024 ? new DateOnly(2025, 3, 17) : new DateOnly(2026, 3, 2)) && SchoolCalendar.BuiltIn.CountSchoolDays(DayRange.Of(monday, monday.AddDays(7)), Enum.Parse<SchoolZone>(zone)) > 0);
        var (a, c) = (table.Find(TerritoryLevel.Academy, "10", ComparedPerimeter.Full, ComparisonSubjects.Visits)!, table.Find(TerritoryLevel.Academy, "01", ComparedPerimeter.Full, ComparisonSubjects.Visits)!);
        Assert.Equal((Weeks(2025, "A"), Weeks(2025, "C")), (a.Periods.WeeksB, c.Periods.WeeksB));
        Assert.Equal((a.Periods.WeeksB, c.Periods.WeeksB), (a.Periods.WeeksA, c.Periods.WeeksA));
        Assert.Null(table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Periods.SchoolDaysB);
    }

    [Fact]
    public void September_to_December_ends_at_one_rank_in_both_years()
    {
        // 2023-24: 4 September to 22 December, 14 weeks with school in zone B; 2022-23: 1 September to 16 December, 14 too; 2020-21: 2 September to 18 December, 14.
        var rows = new WeeklyRows();
        for (var week = 0; week < 24; week++)
        {
            rows.Put(new DateOnly(2022, 8, 29).AddDays(7 * week), Uai(1), 1, 1).Put(new DateOnly(2023, 8, 28).AddDays(7 * week), Uai(1), 1, 1);
        }

        var table = AudienceComparison.Run(new([rows.Measured(new(2022, 8, 29), new(2023, 2, 6)), rows.Measured(new(2023, 8, 28), new(2024, 2, 5))], 2022, 2023) { Rule = PeriodRule.SeptemberToDecember });
        var visits = table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((14, 14, new DateOnly(2022, 12, 19), new DateOnly(2023, 12, 25)), (visits.Periods.WeeksA, visits.Periods.WeeksB, LocalCalendar.DateOf(visits.Periods.DaysA.End), LocalCalendar.DateOf(visits.Periods.DaysB.End)));
    }

    [Fact]
    public void A_week_that_few_fed_is_marked()
    {
        var rows = new WeeklyRows();
        for (var week = 0; week < 5; week++)
        {
            for (var school = 1; school <= 10; school++)
            {
                rows.Put(WeeklyRows.Monday(2024, week), Uai(school), 10, 5);
                if (week != 3 || school <= 4)
                {
                    rows.Put(WeeklyRows.Monday(2025, week), Uai(school), 10, 5);
                }
            }
        }

        Assert.Equal([ComparisonMarks.PartlyFedB], WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(5)).National(ComparedPerimeter.Constant, ComparisonSubjects.Visits)!.Marks);
        Assert.Equal((50, 50, 44), WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(5)).National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Periods is var there ? (there.DueWeeks, there.FedWeeksA, there.FedWeeksB) : default);
    }

    [Fact]
    public void The_rule_of_the_constant_perimeter_is_a_parameter()
    {
        // Fed in four weeks of five: of the constant perimeter at 80 %, not at 81 %.
        var rows = new WeeklyRows();
        for (var week = 0; week < 5; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), Uai(1), 10, 5).Put(WeeklyRows.Monday(2025, week), Uai(1), week == 2 ? 0 : 10, week == 2 ? 0 : 5);
        }

        var request = new ComparisonRequest(rows.FirstWeeks(5), 2024, 2025) { Rule = PeriodRule.YearToDate };
        Assert.Empty(AudienceComparison.Run(request).Moved);
        var moved = Assert.Single(AudienceComparison.Run(request with { Perimeter = new() { FedPercent = 81 }, Platforms = new Dictionary<string, string> { [Uai(1)] = "alpha" } }).Moved);
        Assert.Equal(new MovedSchool(Uai(1), SchoolMove.Left, "18", "45", "alpha", 5, 5, 4, 50, 40), moved);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerimeterRule { FedPercent = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerimeterRule { MarkedPercent = 101 });
    }

    [Fact]
    public void Where_no_calendar_tells_visits_are_compared_and_not_a_day()
    {
        var (nowhere, orleans) = (Uai(1, "999"), Uai(1));
        var rows = new WeeklyRows();
        for (var week = 0; week < 3; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), nowhere, 10, 5).Put(WeeklyRows.Monday(2025, week), nowhere, 20, 5).Put(WeeklyRows.Monday(2024, week), orleans, 15, 5).Put(WeeklyRows.Monday(2025, week), orleans, 15, 5);
        }

        var table = WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(3));
        Assert.Equal((30, 60), table.Find(TerritoryLevel.Academy, "inconnu", ComparedPerimeter.Full, ComparisonSubjects.Visits) is { } unknown ? (unknown.A!.Value.Numerator, unknown.B!.Value.Numerator) : default);
        Assert.Null(table.Find(TerritoryLevel.Academy, "inconnu", ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!.A);
        var nation = table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Equal((3m, 3m, 0m), (nation.A!.Value.Value, nation.B!.Value.Value, nation.Change));
        Assert.Equal([ComparisonMarks.NoCalendar], nation.Marks);
    }

    [Fact]
    public void An_estimate_has_an_interval_and_a_count_has_none()
    {
        // 2021-22 begins on a Thursday, 2024-25 on a Monday: 2 and 5 days, then 5 and 5. Visits 2 × 100, 5 × 110, 5 × 90 and 5 × 100, 5 × 110, 5 × 120.
        // Visits a day: 1200/12 = 100 and 1650/15 = 110. Without one week: 1000/10 and 1150/10, 650/7 and 1100/10, 750/7 and 1050/10.
        // ln: 0.139762, 0.169418, −0.020203; mean 0.096326; error √(2/3 × (0.001887 + 0.005342 + 0.013579)) = 0.117780; t(2, 97.5 %) = 4.302653.
        // ln 1.1 = 0.095310 ± 0.506765.
        var rows = new WeeklyRows();
        foreach (var (week, (a, b)) in new[] { (200, 500), (550, 550), (450, 600) }.Index())
        {
            rows.Put(new DateOnly(2021, 8, 30).AddDays(7 * week), Uai(1), a, 9).Put(WeeklyRows.Monday(2024, week), Uai(1), b, 9);
        }

        var table = AudienceComparison.Run(new([rows.Measured(new(2021, 8, 30), new(2021, 9, 20)), rows.Measured(new(2024, 9, 2), new(2024, 9, 23))], 2021, 2024) { Rule = PeriodRule.YearToDate });
        var aDay = table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Equal((100m, 110m, 0.1m), (aDay.A!.Value.Value, aDay.B!.Value.Value, aDay.Rate));
        Assert.Equal(Math.Exp(0.095310 - 0.506765) - 1, aDay.Low!.Value, 4);
        Assert.Equal(Math.Exp(0.095310 + 0.506765) - 1, aDay.High!.Value, 4);
        Assert.All(table.Where(row => row.Subject != ComparisonSubjects.VisitsPerSchoolDay), row => Assert.Null(row.Low));

        // Weeks of the same days: the quotient is counted.
        var same = new WeeklyRows();
        foreach (var week in new[] { 0, 1 })
        {
            same.Put(WeeklyRows.Monday(2024, week), Uai(1), 100 + week, 9).Put(WeeklyRows.Monday(2025, week), Uai(1), 120, 9);
        }

        var counted = WeeklyRows.Compare(PeriodRule.YearToDate, same.FirstWeeks(2)).National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Null(counted.Low);
        Assert.DoesNotContain(ComparisonMarks.Estimated, counted.Marks);
    }

    [Fact]
    public void Years_outside_of_the_calendar_are_aligned_by_the_first_of_September()
    {
        var rows = new WeeklyRows().Put(new(2008, 9, 1), Uai(1), 100, 50).Put(new(2009, 8, 31), Uai(1), 110, 50);
        var table = AudienceComparison.Run(new([rows.Measured(new(2008, 9, 1), new(2008, 9, 8)), rows.Measured(new(2009, 8, 31), new(2009, 9, 7))], 2008, 2009) { Rule = PeriodRule.FirstWeek });
        Assert.Equal(10m, table.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Change);
        Assert.Contains(ComparisonMarks.NoCalendar, table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!.Marks);
    }

    [Fact]
    public void Zones_of_many_calendars_add_up_whatever_their_days()
    {
        // Zones A, B, C, Corse and five overseas: the common denominator of their school days is beyond what anybody wants to see.
        string[] codes = [Uai(1, "069"), Uai(1), Uai(1, "075"), Uai(1, "620"), Uai(1, "971"), Uai(1, "972"), Uai(1, "973"), Uai(1, "974"), Uai(1, "976")];
        var rows = new WeeklyRows();
        for (var week = 0; week < 44; week++)
        {
            foreach (var (index, code) in codes.Index())
            {
                rows.Put(WeeklyRows.Monday(2024, week), code, 1_000_003 + index, 1).Put(WeeklyRows.Monday(2025, week), code, 1_000_003, 1);
            }
        }

        var table = WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(44));
        var zones = table.Where(row => row is { Level: TerritoryLevel.Academy, Perimeter: ComparedPerimeter.Full, Subject: ComparisonSubjects.VisitsPerSchoolDay, A: not null }).ToArray();
        Assert.InRange(zones.Length, 3, 9);
        var nation = table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Equal(zones.Sum(zone => (double)zone.A!.Value.Value!.Value), (double)nation.A!.Value.Value!.Value, 4);
        Assert.Equal(zones.Sum(zone => (double)zone.Change!.Value), (double)nation.Change!.Value, 4);
    }

    [Fact]
    public void School_years_of_the_Pacific_begin_in_February_and_are_aligned_as_those_without_a_calendar()
    {
        var noumea = Uai(1, "983");
        var rows = new WeeklyRows();
        foreach (var code in new[] { noumea, Uai(1) })
        {
            rows.Put(WeeklyRows.Monday(2024, 0), code, 100, 50).Put(WeeklyRows.Monday(2025, 0), code, 110, 50);
        }

        var table = WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1));
        Assert.Equal((200, 220), table.National(ComparedPerimeter.Constant, ComparisonSubjects.Visits) is { } nation ? (nation.A!.Value.Numerator, nation.B!.Value.Numerator) : default);
        Assert.Contains(ComparisonMarks.NoCalendar, table.National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!.Marks);
    }

    /// <summary>
    /// Their calendars of 2025-26 end where the summer begins. Corse came back on Thursday 5 September 2024 and on Tuesday 2 September 2025, and 8 September 2025, a
    /// Monday, was off: 2 and 5 days beside 4 and 4. Guadeloupe's pupils came back on Mondays.
    /// </summary>
    [Theory]
    [InlineData("620", 7, 8)]
    [InlineData("971", 10, 10)]
    public void A_year_is_told_whose_summer_has_no_end_yet(string department, int daysBefore, int daysAfter)
    {
        var rows = new WeeklyRows();
        for (var week = 0; week < 2; week++)
        {
            rows.Put(WeeklyRows.Monday(2024, week), Uai(1, department), 280, 50).Put(WeeklyRows.Monday(2025, week), Uai(1, department), 320, 50);
        }

        var perDay = WeeklyRows.Compare(PeriodRule.YearToDate, rows.FirstWeeks(2)).National(ComparedPerimeter.Full, ComparisonSubjects.VisitsPerSchoolDay)!;
        Assert.Equal((560m / daysBefore, 640m / daysAfter), (perDay.A!.Value.Value, perDay.B!.Value.Value));
        Assert.Equal((daysBefore, daysAfter), (perDay.Periods.SchoolDaysA, perDay.Periods.SchoolDaysB));
        Assert.DoesNotContain(ComparisonMarks.NoCalendar, perDay.Marks);
    }

    [Fact]
    public void A_territory_whose_schools_are_replaced_by_busier_ones_entered_and_did_not_leave()
    {
        var rows = new WeeklyRows().Put(WeeklyRows.Monday(2024, 0), Uai(1), 10, 5).Put(WeeklyRows.Monday(2025, 0), Uai(2), 1_000, 500);
        var marks = WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1)).Find(TerritoryLevel.Academy, "18", ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Marks;
        Assert.Contains(ComparisonMarks.TerritoryEntered, marks);
        Assert.DoesNotContain(ComparisonMarks.TerritoryLeft, marks);
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_an_error_and_no_figure()
    {
        var rows = new WeeklyRows();
        foreach (var school in new[] { 1, 2 })
        {
            rows.Put(WeeklyRows.Monday(2024, 0), Uai(school), long.MaxValue - 1, 1, durationMs: 0).Put(WeeklyRows.Monday(2025, 0), Uai(school), 1, 1);
        }

        Assert.Throws<OverflowException>(() => WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1)));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var rows = new WeeklyRows().Put(WeeklyRows.Monday(2024, 0), Uai(1), 100, 50).Put(WeeklyRows.Monday(2025, 0).AddDays(1), Uai(1), 1, 1).Put(WeeklyRows.Monday(2024, 2), "FR", 1, 1, at: TerritoryLevel.National);
        Assert.Contains("no Monday", Refusal(() => WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1))), StringComparison.Ordinal);
        Assert.Contains("level establishment", Refusal(() => WeeklyRows.Compare(PeriodRule.FirstWeek, rows.Measured(WeeklyRows.Monday(2024, 1), WeeklyRows.Monday(2024, 9)))), StringComparison.Ordinal);
        Assert.Contains("the earlier one first", Refusal(() => AudienceComparison.Run(new(rows.FirstWeeks(1), 2025, 2025))), StringComparison.Ordinal);
        Assert.Contains("the earlier one first", Refusal(() => AudienceComparison.Run(new(rows.FirstWeeks(1), int.MinValue, int.MaxValue))), StringComparison.Ordinal);
        Assert.Contains("rolling-4", Refusal(() => PeriodRule.Of("calendar-year")), StringComparison.Ordinal);
        Assert.Contains("1 to 60", Refusal(() => PeriodRule.Of("rolling-0")), StringComparison.Ordinal);
        Assert.All(["first-week", "peak", "september-december", "school-year", "year-to-date", "rolling-12"], code => Assert.Equal(code, PeriodRule.Of(code).Code));
    }

    [Fact]
    public void The_928_971_visits_outside_of_the_profiles_are_a_term_of_their_own()
    {
        // Domain §2: the four published profiles of 2025-26 are 928 971 visits short of the total.
        var rows = new WeeklyRows().Put(WeeklyRows.Monday(2024, 0), Uai(1), 500, 100).Put(WeeklyRows.Monday(2024, 0), Uai(1), 500, 100, profile: "eleve")
            .Put(WeeklyRows.Monday(2025, 0), Uai(1), 649_492_449, 100).Put(WeeklyRows.Monday(2025, 0), Uai(1), 648_563_478, 100, profile: "eleve");
        var outside = WeeklyRows.Compare(PeriodRule.FirstWeek, rows.FirstWeeks(1)).National(ComparedPerimeter.Constant, ComparisonSubjects.Profile, "outside")!;
        Assert.Equal((928_971m, ComparisonMarks.PartsNotTotal), (outside.Change, outside.Marks[^1]));
    }

    private static string Refusal(Action action)
    {
        var error = Assert.Throws<EngineException>(action);
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        return error.Message;
    }
}
