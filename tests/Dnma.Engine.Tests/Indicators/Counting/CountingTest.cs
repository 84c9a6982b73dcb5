using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>From visits to rows; every expected figure is worked out by hand.</summary>
public class CountingTest
{
    // 0450822X is in the Loiret (45, académie 18), 0010024W in the Ain (01, académie 10).
    private const string Loiret = "0450822X";
    private const string Ain = "0010024W";

    private static CountingScript Week() => new CountingScript()
        .User()
        .Visit("2022-09-05", Loiret, Profile.Eleve, [("notes", "maths", 3, 2, 60), ("absences", "maths", 1, 1, 5), ("notes", "", 2, 2, 10)])
        .Visit("2022-09-06", Loiret, Profile.Eleve, [("notes", "maths", 1, 1, 0)], timed: false, bounce: true, flash: true)
        .Visit("2022-09-12", Ain, Profile.Parent, [("", "", 1, 0, 0)], timed: false, bounce: true, flash: true)
        .User()
        .Visit("2022-09-05", Loiret, Profile.Parent, [("absences", "", 2, 2, 31)])
        .NextWorker()
        .User()
        .Visit("2022-09-05", "", Profile.Inconnu, [("notes", "maths", 2, 1, 29)], flash: true, bounce: true);

    [Fact]
    public void A_week_of_the_nation_is_the_sum_of_its_visits()
    {
        var table = Week().Table("2022-09-05", "2022-09-13");
        AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Total, "total", [4, 3, 9, 11, 135_000, 3, 2, 2]);
        AssertRow(table, PeriodKind.Week, "2022-09-12", TerritoryLevel.National, "FR", Dimension.Total, "total", [1, 1, 0, 1, 0, 0, 1, 1]);
        AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Total, "total", [5, 3, 9, 12, 135_000, 3, 3, 3]);
        AssertRow(table, PeriodKind.Month, "2022-09-01", TerritoryLevel.National, "FR", Dimension.Total, "total", [5, 3, 9, 12, 135_000, 3, 3, 3]);
        AssertRow(table, PeriodKind.SchoolYear, "2022-08-01", TerritoryLevel.National, "FR", Dimension.Total, "total", [5, 3, 9, 12, 135_000, 3, 3, 3]);
    }

    [Fact]
    public void Days_are_counted_down_to_the_department()
    {
        var table = Week().Table("2022-09-05", "2022-09-13");
        AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Total, "total", [3, 3, 8, 10, 135_000, 3, 1, 1]);
        AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.Academy, "18", Dimension.Total, "total", [2, 2, 7, 8, 106_000, 2, 0, 0]);
        AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.Department, "45", Dimension.Profile, "eleve", [1, 1, 5, 6, 75_000, 1, 0, 0]);
        AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.Department, "inconnu", Dimension.Profile, "inconnu", [1, 1, 1, 2, 29_000, 1, 1, 1]);
        AssertRow(table, PeriodKind.Day, "2022-09-12", TerritoryLevel.Department, "01", Dimension.Service, "inconnu", [1, 1, 0, 1, 0, 0, 1, 1]);
        Assert.DoesNotContain(table, row => row.Period == PeriodKind.Day && row.Level > TerritoryLevel.Department);
    }

    [Fact]
    public void A_visit_counts_once_in_each_service_that_it_used()
    {
        var table = Week().Table("2022-09-05", "2022-09-13");
        AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.Establishment, Loiret, Dimension.Service, "notes", [2, 1, 5, 6, 70_000, 1, 1, 1]);
        AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.Establishment, Loiret, Dimension.Service, "absences", [2, 2, 3, 3, 36_000, 2, 0, 0]);
        AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.Academy, "18", Dimension.Service, "notes", [1, 1, 4, 5, 70_000, 1, 0, 0]);
        AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Service, "notes", [3, 2, 6, 8, 99_000, 2, 2, 2]);
    }

    [Fact]
    public void Custom_dimensions_count_as_services_do()
    {
        var table = Week().Table("2022-09-05", "2022-09-13");
        AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Custom("matiere"), "maths", [3, 2, 5, 7, 94_000, 2, 2, 2]);
        AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Custom("matiere"), "inconnu", [3, 2, 4, 5, 41_000, 2, 1, 1]);
    }

    [Fact]
    public void Empty_days_weeks_and_months_of_the_range_have_a_national_row()
    {
        // From Saturday 1 to Monday 31 October; one visit, in the Thursday before: it is out of the range but not of its week.
        var table = new CountingScript().User().Visit("2022-10-13", Ain, Profile.Eleve, [("notes", "", 1, 1, 0)]).Table("2022-10-01", "2022-11-01");
        var national = table.Where(row => row.Level == TerritoryLevel.National && row.Dimension == Dimension.Total).ToArray();
        Assert.Equal(31, national.Count(row => row.Period == PeriodKind.Day));
        Assert.Equal(
            ["2022-09-26", "2022-10-03", "2022-10-10", "2022-10-17", "2022-10-24", "2022-10-31"],
            national.Where(row => row.Period == PeriodKind.Week).Select(row => row.PeriodStart.ToString("yyyy-MM-dd")));
        Assert.Equal(new DateOnly(2022, 10, 1), Assert.Single(national, row => row.Period == PeriodKind.Month).PeriodStart);
        Assert.Equal(1, national.Where(row => row.Period == PeriodKind.Day).Sum(row => row.Visits));
        AssertRow(table, PeriodKind.Day, "2022-10-31", TerritoryLevel.National, "FR", Dimension.Total, "total", [0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Null(table.Find(PeriodKind.Day, new DateOnly(2022, 11, 1), TerritoryLevel.National, "FR", Dimension.Total, "total"));
    }

    [Fact]
    public void Rows_come_in_the_order_of_their_keys()
    {
        var table = Week().Table("2022-09-05", "2022-09-13");
        var keys = table.Select(row => string.Join('\0', row.Period.Code(), row.PeriodStart.ToString("yyyy-MM-dd"), row.Level.Code(), row.Code, row.Dimension.Code, row.Modality)).ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(table, row => Assert.Equal(row, table.Find(row.Period, row.PeriodStart, row.Level, row.Code, row.Dimension, row.Modality)));
    }

    [Fact]
    public void Many_users_places_and_services_keep_their_own_figures()
    {
        // Far more of each than the tables hold at first: 150 establishments, each with its own number of users and services.
        var script = new CountingScript();
        for (var i = 1; i <= 150; i++)
        {
            for (var user = 0; user < 1 + (i % 3); user++)
            {
                script.User().Visit("2022-09-05", $"{i:0000000}A", Profile.Eleve, [($"service{i}", "", 1, 1, i), ("notes", "", 1, 1, 0)]);
            }
        }

        var table = script.Table("2022-09-05", "2022-09-06");
        for (var i = 1; i <= 150; i++)
        {
            var users = 1L + (i % 3);
            AssertRow(table, PeriodKind.Month, "2022-09-01", TerritoryLevel.Establishment, $"{i:0000000}A", Dimension.Total, "total", [users, users, 2 * users, 2 * users, users * i * 1000, users, 0, 0]);
            AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Service, $"service{i}", [users, users, users, users, users * i * 1000, users, 0, 0]);
        }

        AssertRow(table, PeriodKind.All, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Service, "notes", [300, 300, 300, 300, 0, 300, 0, 0]);
    }

    [Fact]
    public void Visits_that_differ_in_who_made_them_are_not_added_up_together()
    {
        // One user, one school, one week: what is alike is added up before it is counted, and the profile changes to and fro.
        var table = new CountingScript()
            .User()
            .Visit("2022-09-05", Loiret, Profile.Eleve, [("notes", "", 1, 1, 2)])
            .Visit("2022-09-06", Loiret, Profile.Eleve, [("notes", "", 1, 1, 4)])
            .Visit("2022-09-07", Loiret, Profile.Parent, [("notes", "", 1, 1, 8)])
            .Visit("2022-09-08", Loiret, Profile.Eleve, [("notes", "", 1, 1, 16)])
            .Table("2022-09-05", "2022-09-12");
        AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.Establishment, Loiret, Dimension.Profile, "eleve", [3, 1, 3, 3, 22_000, 3, 0, 0]);
        AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.Establishment, Loiret, Dimension.Profile, "parent", [1, 1, 1, 1, 8_000, 1, 0, 0]);
    }

    [Fact]
    public void A_rare_service_used_in_two_ways_counts_a_visit_once()
    {
        // After 300 services there is no bit left; each then is used in one visit under two values of another dimension, and in one more visit.
        var script = new CountingScript().User();
        for (var service = 0; service < 300; service++)
        {
            script.Visit("2022-09-05", Loiret, Profile.Eleve, [($"service{service}", "a", 1, 1, 1), ($"service{service}", "b", 2, 1, 3)])
                .Visit("2022-09-06", Loiret, Profile.Eleve, [($"service{service}", "a", 1, 0, 5)]);
        }

        var table = script.Table("2022-09-05", "2022-09-12");
        for (var service = 0; service < 300; service++)
        {
            AssertRow(table, PeriodKind.Week, "2022-09-05", TerritoryLevel.Establishment, Loiret, Dimension.Service, $"service{service}", [2, 1, 2, 4, 9_000, 2, 0, 0]);
            AssertRow(table, PeriodKind.Day, "2022-09-05", TerritoryLevel.National, "FR", Dimension.Service, $"service{service}", [1, 1, 2, 3, 4_000, 1, 0, 0]);
        }
    }

    [Fact]
    public void Events_are_counted_by_kind_and_label_apart_from_visits()
    {
        PeriodKind[] periods = [PeriodKind.Day, PeriodKind.All];
        TerritoryLevel[] levels = [TerritoryLevel.National, TerritoryLevel.Establishment];
        var script = Week()
            .User()
            .Event("2022-09-05", Loiret, "z", HitKind.Click).Event("2022-09-05", Loiret, "z", HitKind.Click).Event("2022-09-06", Ain, "z", HitKind.Click)
            .Event("2022-09-05", Loiret, "a", HitKind.Click, isDownload: true)
            .Event("2022-09-05", Loiret, "", HitKind.Event)
            .User()
            .Event("2022-09-05", Loiret, "z", HitKind.Click).Event("2022-09-05", Loiret, "a", HitKind.Click);
        Assert.Equal(
            [
                "all 2022-09-05 establishment 0010024W click z 1 1",
                "all 2022-09-05 establishment 0450822X click a 1 1",
                "all 2022-09-05 establishment 0450822X click z 3 2",
                "all 2022-09-05 establishment 0450822X download a 1 1",
                "all 2022-09-05 establishment 0450822X event inconnu 1 1",
                "all 2022-09-05 national FR click a 1 1",
                "all 2022-09-05 national FR click z 4 2",
                "all 2022-09-05 national FR download a 1 1",
                "all 2022-09-05 national FR event inconnu 1 1",
                "day 2022-09-05 national FR click a 1 1",
                "day 2022-09-05 national FR click z 3 2",
                "day 2022-09-05 national FR download a 1 1",
                "day 2022-09-05 national FR event inconnu 1 1",
                "day 2022-09-06 national FR click z 1 1",
            ],
            script.Events(periods, levels, "2022-09-05").Select(row =>
                $"{row.Period.Code()} {row.PeriodStart:yyyy-MM-dd} {row.Level.Code()} {row.Code} {row.Kind.Code()} {row.Label} {row.Events} {row.Users}"));
        Assert.DoesNotContain(script.Table("2022-09-05", "2022-09-13"), row => row.Modality is "z" or "a");
    }

    private static void AssertRow(
        IndicatorTable table, PeriodKind period, string start, TerritoryLevel level, string code, Dimension dimension, string modality, long[] figures)
    {
        var row = Assert.NotNull(table.Find(period, DateOnly.Parse(start, null), level, code, dimension, modality));
        Assert.Equal(figures, new[] { row.Visits, row.Users, row.PageViews, row.Hits, row.DurationMs, row.TimedVisits, row.Bounces, row.FlashVisits });
    }
}
