using System.Numerics;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>Terms add up to the change, to the last visit, whatever the tables hold; a naive count by LINQ and fractions of its own agrees with each.</summary>
public class ExactTermsTest
{
    private const int Weeks = 5;
    private static readonly string[] Codes = [Uai(1), Uai(2), Uai(1, "067"), Uai(1, "031"), Uai(1, "720"), "inconnu", "0450810Q"];
    private static readonly string[] Profiles = ["eleve", "parent", "inconnu"];
    private static readonly string[] Levels = ["1d", "2d", "inconnu"];

    [Property(MaxTest = 150)]
    public void Terms_add_up_to_the_change(byte[] dice)
    {
        var table = Compare(World(dice));
        foreach (var territory in table.GroupBy(row => (row.Level, row.Code)))
        {
            var (full, constant) = (Change(ComparedPerimeter.Full), Change(ComparedPerimeter.Constant));
            Assert.Equal(full, Sum(ComparisonSubjects.Perimeter));
            Assert.Equal(constant, Sum(ComparisonSubjects.Volume));
            Assert.Equal(constant, territory.Single(row => row.Subject == ComparisonSubjects.Perimeter && row.Modality == "constant").Change);
            foreach (var subject in new[] { ComparisonSubjects.Profile, ComparisonSubjects.SchoolLevel }.Where(subject => territory.Any(row => row.Subject == subject)))
            {
                Assert.Equal(constant, Sum(subject));
            }

            decimal? Change(ComparedPerimeter perimeter) => territory.Single(row => row.Perimeter == perimeter && row.Subject == ComparisonSubjects.Visits).Change;
            decimal? Sum(string subject) => territory.Where(row => row.Subject == subject).Sum(row => row.Change!.Value);
        }

        Assert.Equal(Visits(table, TerritoryLevel.National), Visits(table, TerritoryLevel.Academy));
        Assert.Equal(Visits(table, TerritoryLevel.National), Visits(table, TerritoryLevel.Department));
        Assert.Equal(Visits(table, TerritoryLevel.National), table.Where(row => row.Subject == ComparisonSubjects.Academies).Sum(row => row.Change));
    }

    [Property(MaxTest = 150)]
    public void A_naive_count_says_the_same(byte[] dice)
    {
        var rows = World(dice).Rows;
        var table = Compare(World(dice));
        var fates = Codes.ToDictionary(code => code, code => (A: Fed(code, 2024), B: Fed(code, 2025)));
        foreach (var (modality, isIn) in new (string, Func<string, bool>)[]
        {
            ("entered", code => code != "inconnu" && !fates[code].A && fates[code].B),
            ("left", code => code != "inconnu" && fates[code].A && !fates[code].B),
            ("partly-fed", code => code != "inconnu" && !fates[code].A && !fates[code].B),
            ("without-establishment", code => code == "inconnu"),
            ("constant", code => code != "inconnu" && fates[code] is { A: true, B: true }),
        })
        {
            Assert.Equal(
                Totals(2025, isIn).Sum(row => (decimal)row.Visits) - Totals(2024, isIn).Sum(row => (decimal)row.Visits),
                table.National(ComparedPerimeter.Full, ComparisonSubjects.Perimeter, modality)!.Change);
        }

        // ΔV = ΔU · (V_A/U_A + V_B/U_B)/2 + …, over the common denominator 2 U_A U_B.
        bool IsConstant(string code) => code != "inconnu" && fates[code] is { A: true, B: true };
        BigInteger va = With(2024).Sum(row => (decimal)row.Visits) is var a ? (BigInteger)a : 0, vb = (BigInteger)With(2025).Sum(row => (decimal)row.Visits);
        BigInteger ua = (BigInteger)With(2024).Sum(row => (decimal)row.Users), ub = (BigInteger)With(2025).Sum(row => (decimal)row.Users);
        var users = (BigInteger)table.National(ComparedPerimeter.Constant, ComparisonSubjects.Volume, "users")!.Change!.Value;
        if (ua > 0 && ub > 0)
        {
            Assert.True(BigInteger.Abs((users * 2 * ua * ub) - ((ub - ua) * ((va * ub) + (vb * ua)))) < 2 * ua * ub);
        }
        else
        {
            Assert.Equal(vb - va, users);
        }

        IEnumerable<IndicatorRow> Totals(int year, Func<string, bool> isIn) => rows.Where(row => row.Dimension == Dimension.Total && isIn(row.Code) && (row.PeriodStart >= WeeklyRows.Monday(2025, 0)) == (year == 2025));
        IEnumerable<IndicatorRow> With(int year) => Totals(year, IsConstant).Where(row => row.Users > 0);
        bool Fed(string code, int year) => 5 * Totals(year, one => one == code).Count(row => row.Visits > 0) >= 4 * Weeks;
    }

    [Property(MaxTest = 60)]
    public void The_mix_and_the_intensity_of_parts_are_those_of_the_formula(byte[] dice)
    {
        var next = 0;
        long Figure(int below) => dice.Length == 0 ? 7 : 1 + ((dice[next++ % dice.Length] * 37L) % below);
        CellFigures[] cells = [.. Enumerable.Range(0, 4).Select(_ => new CellFigures(Figure(1000), Figure(200), Figure(1000), Figure(200)))];
        var found = Decomposition.Of(cells);
        double ua = cells.Sum(cell => cell.UsersA), ub = cells.Sum(cell => cell.UsersB);
        double qa = cells.Sum(cell => cell.VisitsA) / ua, qb = cells.Sum(cell => cell.VisitsB) / ub;
        Assert.Equal((ub - ua) * (qa + qb) / 2, found.Users, 1.001);
        foreach (var (index, cell) in cells.Index())
        {
            double before = (double)cell.VisitsA / cell.UsersA, after = (double)cell.VisitsB / cell.UsersB;
            double shareBefore = cell.UsersA / ua, shareAfter = cell.UsersB / ub;
            Assert.Equal((ua + ub) / 2 * (shareAfter - shareBefore) * (((before + after) / 2) - ((qa + qb) / 2)), found.Mix[index], 1.001);
            Assert.Equal((ua + ub) / 2 * (after - before) * (shareBefore + shareAfter) / 2, found.Intensity[index], 1.001);
        }

        Assert.Equal(cells.Sum(cell => cell.VisitsB - cell.VisitsA), found.Users + found.Mix.Sum() + found.Intensity.Sum());
    }

    [Fact]
    public void A_hand_calculation()
    {
        // 100 pupil-weeks of 2 visits and 100 parent-weeks of 1, then 100 of 2 and 300 of 1: 300 visits become 500, nobody is more active.
        // q = 1.5 and 1.25, mean 1.375: users 200 × 1.375 = 275; mix −75: élèves 300 × −0.25 × 0.625 = −46.875, parents 300 × 0.25 × −0.375 = −28.125.
        var found = Decomposition.Of([new CellFigures(200, 100, 200, 100), new CellFigures(100, 100, 300, 300)]);
        Assert.Equal((275, 0), (found.Users, found.Intensity.Sum()));
        Assert.Equal([-47, -28], found.Mix);
    }

    [Fact]
    public void Who_has_users_in_one_period_alone_changes_the_mix_not_the_intensity()
    {
        var found = Decomposition.Of([new CellFigures(100, 50, 100, 50), new CellFigures(0, 0, 90, 30)]);
        Assert.Equal([0, 0], found.Intensity);
        Assert.Equal(90, found.Users + found.Mix.Sum());
        Assert.Equal((0, 0), (Decomposition.Of([default]).Users, Decomposition.Of([]).Users));
    }

    [Fact]
    public void Rounded_terms_still_add_up()
    {
        Assert.Equal([1, 1, 0, -2], Apportionment.Of([new Fraction(2, 3), new Fraction(2, 3), new Fraction(1, 3), new Fraction(-5, 3)]));
        Assert.Equal([1, 0], Apportionment.Of([new Fraction(1, 2), new Fraction(1, 2)]));
        Assert.Equal([-1, 3], Apportionment.Of([-1, 3]));
        Assert.Equal([], Apportionment.Of([]));
    }

    [Property(MaxTest = 60)]
    public void Cut_into_tables_in_any_order_it_is_the_same(byte[] dice, int seed)
    {
        var world = WithARow(World(dice));
        MeasuredTable[] weekly = [.. Enumerable.Range(0, 2 * Weeks).Select(number => (Year: 2024 + (number % 2), Week: number / 2)).Select(one => world.Measured(WeeklyRows.Monday(one.Year, one.Week), WeeklyRows.Monday(one.Year, one.Week + 1)))];
        Array.Sort([.. weekly.Select((_, index) => (index * 7919) ^ seed)], weekly);
        Assert.Equal(Texts(Compare(world)), Texts(WeeklyRows.Compare(PeriodRule.YearToDate, [.. weekly])));
    }

    [Property(MaxTest = 60)]
    public void Equal_years_do_not_differ(byte[] dice)
    {
        var twice = new WeeklyRows();
        foreach (var row in World(dice).Rows.Where(row => row.PeriodStart < WeeklyRows.Monday(2025, 0)))
        {
            foreach (var start in new[] { row.PeriodStart, row.PeriodStart.AddDays(52 * 7) })
            {
                twice.Put(start, row.Code, row.Visits, row.Users, row.Dimension == Dimension.Profile ? row.Modality : "", row.Dimension == Dimension.SchoolLevel ? row.Modality : "");
            }
        }

        // Corse had 22 days of school in these weeks of 2024 (from Thursday 5 September on) and 23 in those of 2025 (from Tuesday 2 September on, without the 8th); elsewhere both have 25.
        var perDayOfCorse = Compare(twice).Where(row => row.Subject == ComparisonSubjects.VisitsPerSchoolDay && row.Code is ("27" or "2B") && row.Change is not null).ToArray();
        Assert.All(perDayOfCorse, row => Assert.InRange((row.A!.Value.Value!.Value * 22) - (row.B!.Value.Value!.Value * 23), -0.0001m, 0.0001m));
        Assert.All(
            Compare(twice).Where(row => row.Change is not null && (row.Subject != ComparisonSubjects.VisitsPerSchoolDay || row.Code is not ("27" or "2B" or "FR"))),
            row => Assert.Equal(0m, row.Change));
        Assert.DoesNotContain(Compare(twice).Moved, school => school.Move is SchoolMove.Entered or SchoolMove.Left);
    }

    [Property(MaxTest = 60)]
    public void An_establishment_split_in_two_changes_nothing_of_its_territories(byte[] dice)
    {
        var (one, other) = (Uai(1), Uai(99));
        var (whole, split) = (new WeeklyRows(), new WeeklyRows());
        foreach (var row in World(dice).Rows.Where(row => row.Dimension == Dimension.Total))
        {
            // Even numbers, so that both halves are fed as the whole is.
            var (visits, users) = row.Code == one ? (2 * row.Visits, 2 * row.Users) : (row.Visits, row.Users);
            whole.Put(row.PeriodStart, row.Code, visits, users);
            split.Put(row.PeriodStart, row.Code, row.Code == one ? visits / 2 : visits, row.Code == one ? users / 2 : users);
            if (row.Code == one)
            {
                _ = split.Put(row.PeriodStart, other, visits / 2, users / 2);
            }
        }

        Assert.Equal(Figures(whole), Figures(split));
        static string[] Figures(WeeklyRows rows) => [.. Compare(rows).Select(row => $"{row.Level} {row.Code} {row.Perimeter} {row.Subject} {row.Modality} {row.A} {row.B} {row.Change}")];
    }

    /// <summary>Rows that the dice choose: empty weeks, weeks without users, users above visits, parts that are not the total.</summary>
    private static WeeklyRows World(byte[] dice)
    {
        var (rows, next) = (new WeeklyRows(), 0);
        int Roll(int below) => dice.Length == 0 ? 0 : (dice[next % dice.Length] + (31 * (next++ / dice.Length))) % below;
        foreach (var year in new[] { 2024, 2025 })
        {
            foreach (var code in Codes)
            {
                var sleeps = Roll(6) == 0;
                for (var week = 0; week < Weeks; week++)
                {
                    if (sleeps || Roll(8) == 0)
                    {
                        continue;
                    }

                    long visits = Roll(200), users = Roll(5) == 0 ? 0 : Roll(90);
                    rows.Put(WeeklyRows.Monday(year, week), code, visits, users);
                    if (Roll(4) > 0)
                    {
                        rows.Put(WeeklyRows.Monday(year, week), code, Roll(3) == 0 ? Roll(300) : visits, users, profile: Profiles[Roll(3)]);
                        rows.Put(WeeklyRows.Monday(year, week), code, visits, users, level: Levels[Roll(3)]);
                    }
                }
            }
        }

        return rows;
    }

    private static ComparisonTable Compare(WeeklyRows rows) => WeeklyRows.Compare(PeriodRule.YearToDate, WithARow(rows).FirstWeeks(Weeks));

    /// <summary>A table without a weekly row of an establishment is refused.</summary>
    private static WeeklyRows WithARow(WeeklyRows rows) => rows.Rows.Any(row => row.Dimension == Dimension.Total) ? rows : rows.Put(WeeklyRows.Monday(2024, 0), Codes[0], 0, 0);

    private static decimal? Visits(ComparisonTable table, TerritoryLevel level) =>
        table.Where(row => row.Level == level && row.Perimeter == ComparedPerimeter.Full && row.Subject == ComparisonSubjects.Visits).Sum(row => row.Change);

    private static string[] Texts(ComparisonTable table) => [.. table.Select(row => $"{row with { Marks = [] }} {string.Join(' ', row.Marks)}"), .. table.Moved.Select(school => school.ToString())];
}
