using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Certification;

/// <summary>A table that breaks one law is seen to break that one, and the place is named.</summary>
public class TableLawsTest
{
    private static readonly DateOnly First = Monday;

    /// <summary>A sound table: a nation of two académies over one day, its week and the whole range.</summary>
    private static IndicatorRow[] Sound() =>
    [
        .. Block(PeriodKind.Day, TerritoryLevel.National, "FR"),
        .. Block(PeriodKind.All, TerritoryLevel.National, "FR"),
        Total(PeriodKind.All, "10", 3, 2, 5), Total(PeriodKind.All, "18", 1, 1, 2),
    ];

    [Fact]
    public void A_sound_table_breaks_none() =>
        Assert.All(Check(Sound()), law => Assert.True(law.Holds && law.Detail.Length == 0, law.Id));

    [Fact]
    public void An_empty_table_breaks_none() => Assert.All(Check([]), law => Assert.True(law.Holds));

    [Fact]
    public void Parts_must_make_the_total_in_every_additive_column()
    {
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { PageViews = row.PageViews + 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { DurationMs = row.DurationMs - 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { Hits = row.Hits + 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { TimedVisits = row.TimedVisits - 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { Bounces = row.Bounces + 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { FlashVisits = row.FlashVisits + 1 }, Dimension.Profile, "eleve");
        AssertBroken("parts-are-totals", "all 2022-09-05 national FR profile", row => row with { Visits = row.Visits + 1 }, Dimension.Profile, "eleve");
    }

    [Fact]
    public void Uses_must_make_the_total_of_hits_page_views_and_durations()
    {
        AssertBroken("uses-are-totals", "all 2022-09-05 national FR service", row => row with { Hits = row.Hits + 1 }, Dimension.Service, "notes");
        AssertBroken("uses-are-totals", "all 2022-09-05 national FR service", row => row with { PageViews = row.PageViews + 1 }, Dimension.Service, "notes");
        AssertBroken("uses-are-totals", "all 2022-09-05 national FR service", row => row with { DurationMs = row.DurationMs + 1 }, Dimension.Service, "notes");
    }

    [Fact]
    public void Users_must_lie_between_the_greatest_part_and_the_sum()
    {
        // Three users in all: a part cannot have four, nor can two parts of one user each be three.
        AssertBroken("users-between-parts", "national FR profile", row => row with { Users = 4, Visits = 4 }, Dimension.Profile, "eleve", alone: false);
        AssertBroken("users-between-parts", "national FR service", row => row with { Users = 0, Visits = 0 }, Dimension.Service, "notes", alone: false);
    }

    [Fact]
    public void Every_row_must_be_sane()
    {
        AssertBroken("row-is-sane", "national FR service notes", row => row with { Users = row.Visits + 1 }, Dimension.Service, "notes", alone: false);
        AssertBroken("row-is-sane", "national FR service notes", row => row with { Visits = row.Hits + 1 }, Dimension.Service, "notes");
        AssertBroken("row-is-sane", "national FR service notes", row => row with { TimedVisits = row.Visits + 1 }, Dimension.Service, "notes");
        AssertBroken("row-is-sane", "national FR service notes", row => row with { Bounces = row.Visits + 1 }, Dimension.Service, "notes");
        AssertBroken("row-is-sane", "national FR service notes", row => row with { FlashVisits = row.Visits + 1 }, Dimension.Service, "notes");
        AssertBroken("row-is-sane", "national FR service absences", row => row with { Users = 0 }, Dimension.Service, "absences", alone: false);
    }

    [Fact]
    public void Territories_must_make_the_nation()
    {
        var rows = Sound();
        var index = Array.FindIndex(rows, row => row.Code == "18");
        rows[index] = rows[index] with { PageViews = 1 };
        var law = Assert.Single(Check(rows), law => !law.Holds);
        Assert.Equal("territories-are-nation", law.Id);
        Assert.StartsWith("all 2022-09-05 academy: ", law.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_must_make_the_whole()
    {
        var law = Assert.Single(Check([.. Sound(), Total(PeriodKind.Day, "FR", 1, 1, 1) with { PeriodStart = First.AddDays(1), Level = TerritoryLevel.National }]), law => !law.Holds);
        Assert.Equal(("periods-are-all", 7L + 7, 7L + 8), (law.Id, law.Expected, law.Actual));
        Assert.StartsWith("day: 7 against 8", law.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_must_have_its_total()
    {
        var law = Assert.Single(Check([.. Sound(), Row(Dimension.Profile, "eleve", 1, hits: 1)]), law => !law.Holds);
        Assert.Equal("parts-are-totals", law.Id);
        Assert.Contains("establishment 0010024W", law.Detail, StringComparison.Ordinal);
        Assert.Contains("has no total", law.Detail, StringComparison.Ordinal);
    }

    private static void AssertBroken(
        string id, string place, Func<IndicatorRow, IndicatorRow> change, Dimension dimension, string modality, bool alone = true)
    {
        var rows = Sound();
        var index = Array.FindIndex(rows, row => row.Period == PeriodKind.All && row.Dimension == dimension && row.Modality == modality);
        rows[index] = change(rows[index]);
        var broken = Check(rows).Where(law => !law.Holds).ToArray();
        Assert.Contains(place, Assert.Single(broken, law => law.Id == id).Detail, StringComparison.Ordinal);
        Assert.True(!alone || broken.Length == 1);
    }

    private static ConservationLaw[] Check(IndicatorRow[] rows) => [.. TableLaws.Check(Of(rows))];

    /// <summary>Four visits of three users: two pupils and a parent.</summary>
    private static IndicatorRow[] Block(PeriodKind period, TerritoryLevel level, string code) =>
    [
        Total(period, code, 4, 3, 7) with { Level = level },
        Row(Dimension.Profile, "eleve", 3, 2, 5, 5, 50, 3, 0, 0, period, First, level, code),
        Row(Dimension.Profile, "parent", 1, 1, 2, 2, 20, 1, 0, 0, period, First, level, code),
        Row(Dimension.Service, "absences", 1, 2, 3, 3, 30, 1, 0, 0, period, First, level, code) with { Visits = 2 },
        Row(Dimension.Service, "notes", 3, 2, 4, 4, 40, 3, 0, 0, period, First, level, code),
    ];

    private static IndicatorRow Total(PeriodKind period, string code, long visits, long users, long hits) =>
        Row(Dimension.Total, "total", visits, users, hits, hits, hits * 10, visits, 0, 0, period, First, TerritoryLevel.Academy, code);
}
