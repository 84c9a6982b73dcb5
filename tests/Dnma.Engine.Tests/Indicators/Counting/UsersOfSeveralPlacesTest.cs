using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>A user of several places is one user of each territory around them, in each period.</summary>
public class UsersOfSeveralPlacesTest
{
    // The Loiret and the Cher are in académie 18, the Ain in académie 10.
    private const string Loiret = "0450822X";
    private const string Cher = "0180005H";
    private const string Ain = "0010024W";
    private static readonly (string, string, long, long, long)[] Notes = [("notes", "", 1, 1, 0)];

    [Fact]
    public void A_user_who_returns_is_new_once_in_each_period()
    {
        var table = new CountingScript()
            .User()
            .Visit("2022-07-28", Ain, Profile.Eleve, Notes)
            .Visit("2022-09-05", Ain, Profile.Eleve, Notes)
            .Visit("2022-09-06", Ain, Profile.Eleve, Notes)
            .Visit("2022-09-12", Ain, Profile.Eleve, Notes)
            .Visit("2022-10-03", Ain, Profile.Eleve, Notes)
            .Table("2022-07-01", "2022-11-01");
        foreach (var (period, starts) in new (PeriodKind, string[])[]
        {
            (PeriodKind.Week, ["2022-07-25", "2022-09-05", "2022-09-12", "2022-10-03"]),
            (PeriodKind.Month, ["2022-07-01", "2022-09-01", "2022-10-01"]),
            (PeriodKind.SchoolYear, ["2021-08-01", "2022-08-01"]),
            (PeriodKind.All, ["2022-07-01"]),
        })
        {
            foreach (var level in Enum.GetValues<TerritoryLevel>())
            {
                var rows = table.Where(row => row.Period == period && row.Level == level && row.Dimension == Dimension.Service && row.Users > 0);
                Assert.Equal(starts.Select(start => (start, 1L)), rows.Select(row => (row.PeriodStart.ToString("O"), row.Users)));
            }
        }
    }

    [Fact]
    public void Who_stayed_at_one_school_takes_nothing_off_the_next_user()
    {
        // Two weeks, so that the first user comes back to the school within a month.
        var table = new CountingScript()
            .User()
            .Visit("2022-09-05", Ain, Profile.Eleve, Notes)
            .Visit("2022-09-12", Ain, Profile.Eleve, Notes)
            .User()
            .Visit("2022-09-05", Loiret, Profile.Eleve, Notes)
            .Visit("2022-09-05", Ain, Profile.Eleve, Notes)
            .Table("2022-09-05", "2022-09-13");
        Assert.Equal([2], Users(table, PeriodKind.Month, TerritoryLevel.National));
        Assert.Equal([2, 1], Users(table, PeriodKind.Month, TerritoryLevel.Academy));
        Assert.Equal([2, 1], Users(table, PeriodKind.Month, TerritoryLevel.Establishment));
    }

    [Fact]
    public void Two_users_of_the_same_two_schools_are_two_users_of_each()
    {
        var script = new CountingScript();
        for (var user = 0; user < 2; user++)
        {
            script.User().Visit("2022-09-05", Loiret, Profile.Eleve, Notes).Visit("2022-09-05", Ain, Profile.Eleve, Notes);
        }

        var table = script.Table("2022-09-05", "2022-09-06");
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            Assert.Equal([2], Users(table, period, TerritoryLevel.National));
            Assert.Equal([2, 2], Users(table, period, TerritoryLevel.Academy));
            Assert.Equal([2, 2], Users(table, period, TerritoryLevel.Department));
        }

        Assert.Equal([2, 2], Users(table, PeriodKind.Week, TerritoryLevel.Establishment));
        Assert.Equal([2], Users(table, PeriodKind.Week, TerritoryLevel.Project));
    }

    [Fact]
    public void What_a_user_did_in_one_week_is_forgotten_in_the_next()
    {
        var script = new CountingScript().User();
        string[] mondays = ["2022-09-05", "2022-09-12", "2022-09-19"];
        foreach (var monday in mondays)
        {
            script.Visit(monday, Loiret, Profile.Eleve, Notes).Visit(monday, Ain, Profile.Eleve, Notes);
        }

        var table = script.Table("2022-09-05", "2022-09-26");
        foreach (var period in new[] { PeriodKind.Day, PeriodKind.Week })
        {
            Assert.Equal([1, 1, 1], Users(table, period, TerritoryLevel.National));
            Assert.Equal([1, 1, 1, 1, 1, 1], Users(table, period, TerritoryLevel.Academy));
            Assert.Equal([1, 1, 1, 1, 1, 1], Users(table, period, TerritoryLevel.Department));
        }

        Assert.Equal([1], Users(table, PeriodKind.Month, TerritoryLevel.National));
        Assert.Equal([1, 1], Users(table, PeriodKind.Month, TerritoryLevel.Establishment));
    }

    [Fact]
    public void Departments_of_one_academie_share_their_user()
    {
        var table = new CountingScript()
            .User().Visit("2022-09-05", Loiret, Profile.Eleve, Notes).Visit("2022-09-05", Cher, Profile.Eleve, Notes).Visit("2022-09-05", Ain, Profile.Eleve, Notes)
            .Table("2022-09-05", "2022-09-06");
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            Assert.Equal([1], Users(table, period, TerritoryLevel.National));
            Assert.Equal([1, 1], Users(table, period, TerritoryLevel.Academy));
            Assert.Equal([1, 1, 1], Users(table, period, TerritoryLevel.Department));
        }
    }

    [Fact]
    public void A_user_who_goes_to_and_fro_counts_once_for_each_profile()
    {
        var table = new CountingScript()
            .User()
            .Visit("2022-09-05", Loiret, Profile.Eleve, Notes)
            .Visit("2022-09-05", Ain, Profile.Parent, Notes)
            .Visit("2022-09-05", Loiret, Profile.Autre, Notes)
            .Visit("2022-09-05", Ain, Profile.Autre, Notes)
            .Visit("2022-09-05", Loiret, Profile.Parent, Notes)
            .User()
            .Visit("2022-09-05", Loiret, Profile.Enseignant, Notes)
            .Visit("2022-09-05", Ain, Profile.Collectivite, Notes)
            .Visit("2022-09-05", Cher, Profile.Collectivite, Notes)
            .Table("2022-09-05", "2022-09-06");
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            Assert.Equal(
                [("autre", 1), ("collectivite", 1), ("eleve", 1), ("enseignant", 1), ("parent", 1)],
                table.Where(row => row.Period == period && row.Level == TerritoryLevel.National && row.Dimension == Dimension.Profile)
                    .Select(row => (row.Modality, row.Users)));
        }
    }

    [Fact]
    public void A_user_of_two_projects_of_one_school_is_one_user_of_the_school()
    {
        var table = new CountingScript()
            .User()
            .Visit("2022-09-05", Loiret, Profile.Eleve, Notes, project: "p")
            .Visit("2022-09-05", Loiret, Profile.Eleve, Notes, project: "q")
            .Visit("2022-09-05", Loiret, Profile.Eleve, Notes)
            .Table("2022-09-05", "2022-09-06");
        Assert.Equal([1], Users(table, PeriodKind.Week, TerritoryLevel.Establishment));
        Assert.Equal([1, 1, 1], Users(table, PeriodKind.Week, TerritoryLevel.Project));
        Assert.Equal([1], Users(table, PeriodKind.Week, TerritoryLevel.Platform));
    }

    [Fact]
    public void A_user_of_many_schools_is_one_user_of_the_nation()
    {
        // More schools, and twice as many users, than are searched one by one.
        var script = new CountingScript();
        for (var user = 0; user < 3; user++)
        {
            script.User();
            for (var school = 1; school <= 20; school++)
            {
                script.Visit("2022-09-05", $"075{school:0000}A", Profile.Eleve, Notes);
            }
        }

        var table = script.Table("2022-09-05", "2022-09-06");
        Assert.Equal([3], Users(table, PeriodKind.Week, TerritoryLevel.National));
        Assert.Equal([3], Users(table, PeriodKind.Week, TerritoryLevel.Academy));
        Assert.Equal(Enumerable.Repeat(3L, 20), Users(table, PeriodKind.Week, TerritoryLevel.Establishment));
    }

    [Fact]
    public void Services_beyond_the_commonest_have_their_users_too()
    {
        // 300 services: far more than have a bit.
        var script = new CountingScript();
        for (var user = 0; user < 2; user++)
        {
            script.User();
            foreach (var school in new[] { Loiret, Ain, Loiret })
            {
                for (var service = 0; service < 300; service++)
                {
                    script.Visit("2022-09-05", school, Profile.Eleve, [($"service{service}", "", 1, 1, 0)]);
                }
            }
        }

        var table = script.Table("2022-09-05", "2022-09-06");
        foreach (var (level, territories) in new[] { (TerritoryLevel.National, 1), (TerritoryLevel.Department, 2), (TerritoryLevel.Establishment, 2) })
        {
            foreach (var period in new[] { PeriodKind.Week, PeriodKind.Month, PeriodKind.SchoolYear, PeriodKind.All })
            {
                var users = table.Where(row => row.Period == period && row.Level == level && row.Dimension == Dimension.Service).Select(row => row.Users);
                Assert.Equal(Enumerable.Repeat(2L, territories * 300), users);
            }
        }
    }

    /// <summary>The users of each territory that has visits, which are those of the one service.</summary>
    private static long[] Users(IndicatorTable table, PeriodKind period, TerritoryLevel level)
    {
        var rows = table.Where(row => row.Period == period && row.Level == level && row.Visits > 0).ToArray();
        var visits = rows.Where(row => row.Dimension == Dimension.Total).Select(row => row.Users).ToArray();
        Assert.Equal(visits, rows.Where(row => row.Dimension == Dimension.Service).Select(row => row.Users));
        return visits;
    }
}
