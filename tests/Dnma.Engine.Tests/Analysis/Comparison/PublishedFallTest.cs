using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>
/// Domain §2: −15.8 % from 2024-25 (771 736 489 visits) to 2025-26 (649 492 449), of which four académies that all but left make −147.3 M, and all
/// the rest +25.0 M. The tables are made by hand of that shape: what the comparison says of them is what published figures hide.
/// </summary>
public class PublishedFallTest
{
    /// <summary>Académie, département of its schools, visits of both years; those of all the rest are what is missing to the nation's.</summary>
    private static readonly (string Academy, string Department, long A, long B)[] Academies =
    [
        ("15", "067", 81_300_000, 2_300_000),
        ("07", "021", 26_500_000, 66_000),
        ("06", "063", 21_900_000, 222_000),
        ("03", "025", 20_500_000, 336_000),
        ("18", "045", 300_000_000, 320_000_000),
        ("25", "078", 321_536_489, 326_568_449),
    ];

    private static readonly Lazy<ComparisonTable> Compared = new(() => WeeklyRows.Compare(PeriodRule.SchoolYear, Year(2024), Year(2025)));

    [Fact]
    public void The_nation_falls_by_15_8_percent()
    {
        var visits = Compared.Value.National(ComparedPerimeter.Full, ComparisonSubjects.Visits)!;
        Assert.Equal((771_736_489, 649_492_449, -122_244_040m, -0.158401m), (visits.A!.Value.Numerator, visits.B!.Value.Numerator, visits.Change, visits.Rate));
        Assert.Contains(ComparisonMarks.PerimeterChanged, visits.Marks);
        Assert.DoesNotContain(ComparisonMarks.UnfinishedB, visits.Marks);
    }

    [Fact]
    public void Four_academies_left_and_all_the_others_grew()
    {
        Assert.Equal(-147_276_000m, Academy("left").Change);
        Assert.Equal(0m, Academy("entered").Change);
        Assert.Equal(25_031_960m, Academy("others").Change);
        Assert.Equal(
            ["03", "06", "07", "15"],
            Compared.Value.Where(row => row is { Level: TerritoryLevel.Academy, Perimeter: ComparedPerimeter.Full, Subject: ComparisonSubjects.Visits } && row.Marks.Contains(ComparisonMarks.TerritoryLeft)).Select(row => row.Code));
        Assert.Equal((-79_000_000m, -26_434_000m, -21_678_000m, -20_164_000m), (Change("15"), Change("07"), Change("06"), Change("03")));
        Assert.Equal((20_000_000m, 5_031_960m), (Change("18"), Change("25")));
    }

    [Fact]
    public void On_the_constant_perimeter_the_audience_rises()
    {
        var visits = Compared.Value.National(ComparedPerimeter.Constant, ComparisonSubjects.Visits)!;
        Assert.Equal((621_536_489, 646_568_449, 25_031_960m, 0.040274m), (visits.A!.Value.Numerator, visits.B!.Value.Numerator, visits.Change, visits.Rate));
        Assert.DoesNotContain(ComparisonMarks.SmallPerimeter, visits.Marks);
        Assert.Equal(
            [("entered", 0m), ("left", -147_276_000m), ("partly-fed", 0m), ("without-establishment", 0m), ("constant", 25_031_960m)],
            Compared.Value.Where(row => row.Level == TerritoryLevel.National && row.Subject == ComparisonSubjects.Perimeter).Select(row => (row.Modality, row.Change!.Value)));
        Assert.Equal(12, Compared.Value.Moved.Count);
        Assert.All(Compared.Value.Moved, school => Assert.Equal(SchoolMove.Left, school.Move));
    }

    [Fact]
    public void The_text_says_so_in_both_languages()
    {
        var lines = ComparisonText.English(Compared.Value).Split('\n');
        Assert.Contains(lines, line => line.Contains("left (Besançon, Clermont-Ferrand, Dijon, Strasbourg)", StringComparison.Ordinal) && line.Contains("−147 276 000", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("all the others", StringComparison.Ordinal) && line.Contains("+25 031 960", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("! perimeter-changed: ", StringComparison.Ordinal));
        Assert.Contains("visites", ComparisonText.French(Compared.Value), StringComparison.Ordinal);
        Assert.Contains("−15,8 %", ComparisonText.French(Compared.Value), StringComparison.Ordinal);
    }

    private static ComparisonRow Academy(string fate) => Compared.Value.National(ComparedPerimeter.Full, ComparisonSubjects.Academies, fate)!;

    private static decimal? Change(string academy) => Compared.Value.Find(TerritoryLevel.Academy, academy, ComparedPerimeter.Full, ComparisonSubjects.Visits)!.Change;

    /// <summary>Three schools an académie; those that leave have visits in the first four weeks of the later year alone. All of a year, 1 August to 31 July.</summary>
    private static Engine.Analysis.Controls.MeasuredTable Year(int year)
    {
        var rows = new WeeklyRows();
        foreach (var (_, department, a, b) in Academies)
        {
            var (visits, weeks) = (year == 2024 ? a : b, b < a && year == 2025 ? 4 : 36);
            for (var part = 0; part < 3 * weeks; part++)
            {
                var (school, week) = (part % 3, part / 3);
                var count = (visits / (3 * weeks)) + (part < visits % (3 * weeks) ? 1 : 0);
                rows.Put(WeeklyRows.Monday(year, SchoolWeekOf(year, week)), Uai(school + 1, department), count, count / 5);
            }
        }

        return rows.Measured(new DateOnly(year, 8, 1), new DateOnly(year + 1, 8, 1));
    }

    /// <summary>The weeks since September of the 36 weeks with school, by zone B's holidays (domain §6); others have visits in weeks of holidays too.</summary>
    private static int SchoolWeekOf(int year, int rank) =>
        Enumerable.Range(0, 45).Where(week => SchoolCalendar.BuiltIn.CountSchoolDays(DayRange.Of(WeeklyRows.Monday(year, week), WeeklyRows.Monday(year, week + 1)), SchoolZone.B) > 0).ElementAt(rank);
}
