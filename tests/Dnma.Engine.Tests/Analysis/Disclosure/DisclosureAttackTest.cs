using System.Text;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Measurements;
using Dnma.Engine.Tests.Oracle;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>
/// Somebody has every published file and every equation that holds between figures, and tries to work out what is withheld: by linear algebra, and by what
/// is left when no withheld figure can be below 1.
/// </summary>
public class DisclosureAttackTest
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(11)]
    public async Task The_fixture_day(int threshold)
    {
        var fixture = FixtureCatalogue.Get("measure/demo-day");
        var definition = await GoldenTest.DefinitionOf(fixture, "dnma");
        HitLog Log() => HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path)));
        var open = await Measure(Log(), definition);
        var closed = await Measure(Log(), definition with { DisclosureThreshold = threshold });
        Assert.True(Resists(open, closed, threshold) > 1_000);
    }

    /// <summary>Days, weeks and months of its own kinds; under 11 the platform of two visits without an establishment is the hard one.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    public async Task The_fixture_week(int threshold)
    {
        var fixture = FixtureCatalogue.Get("measure/demo-week");
        var definition = await GoldenTest.DefinitionOf(fixture, "dnma");
        HitLog Log() => HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path)));
        var open = await Measure(Log(), definition);
        var closed = await Measure(Log(), definition with { DisclosureThreshold = threshold });
        Assert.Empty(closed.Disclosure!.LeftOut);
        Assert.True(Resists(open, closed, threshold) > 1_000);
    }

    /// <summary>Small hierarchies of every shape: one school or some, one académie or several, one day or some weeks.</summary>
    [Property(MaxTest = 25)]
    public Task Small_hierarchies(uint seed) => Attack(seed, (_, _) => PerimeterDefinition.Everything);

    /// <summary>The same over a perimeter: what is left of every sum is still its parts'.</summary>
    [Property(MaxTest = 15)]
    public Task Small_hierarchies_of_a_perimeter(uint seed) => Attack(seed, (random, open) =>
    {
        var (level, kind) = new[]
        {
            (TerritoryLevel.Academy, PerimeterKind.Academy), (TerritoryLevel.Department, PerimeterKind.Department),
            (TerritoryLevel.Platform, PerimeterKind.Platform), (TerritoryLevel.Establishment, PerimeterKind.Establishment),
        }[random.Next(4)];
        string[] codes = [.. open.Indicators.Where(row => row.Level == level).Select(row => row.Code).Distinct()];
        return PerimeterDefinition.Everything.Only(kind, codes.Take(random.Next(1, codes.Length + 1)));
    });

    private static async Task Attack(uint seed, Func<Random, Measurement, PerimeterDefinition> perimeterOf)
    {
        var random = new Random((int)(seed & int.MaxValue));
        var options = new GenerationOptions
        {
            Seed = seed,
            Hits = random.Next(300, 2_000),
            Days = random.Next(1, 13),
            Visitors = random.Next(20, 120),
            Establishments = random.Next(1, 7),
            Academies = random.Next(1, 4),
            Noise = NoiseShares.None,
        };
        using var stream = new MemoryStream();
        LogGeneration.Write(options, HitForm.Find("csv")!, stream);
        var threshold = random.Next(2, 6);
        var open = await Measure(HitLog.Stream("hits.csv", new MemoryStream(stream.ToArray())), new MeasurementDefinition());
        if (open.To is null)
        {
            // Holidays: nobody came.
            return;
        }

        var definition = new MeasurementDefinition { Perimeter = perimeterOf(random, open) };
        open = definition.Perimeter.IsEverything ? open : await Measure(HitLog.Stream("hits.csv", new MemoryStream(stream.ToArray())), definition);
        var users = open.NationalTotal!.Value.Users;
        Task<Measurement> Close() => Measure(HitLog.Stream("hits.csv", new MemoryStream(stream.ToArray())), definition with { DisclosureThreshold = threshold });
        if (users < threshold)
        {
            // Nothing can hide the whole, which the ledger tells; in every other case something is published.
            Assert.Equal("disclosure threshold", (await Assert.ThrowsAsync<EngineException>(Close)).Subject);
            return;
        }

        _ = Resists(open, await Close(), threshold);
    }

    /// <summary>Once told: rows whose exchange was never possible, since it took the last visit of another day; and totals that moved without their parts.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(27)]
    public async Task Logs_that_were_told_once(uint seed) => await Small_hierarchies(seed);

    /// <summary>Of these, dimensions of some levels are left out: what is there of other levels does not tell them.</summary>
    [Theory]
    [InlineData(19)]
    [InlineData(38)]
    [InlineData(72)]
    [InlineData(75)]
    public async Task Logs_of_which_something_is_left_out(uint seed) => await Small_hierarchies(seed);

    /// <summary>
    /// Twelve people a school, six weeks: days on which a profile had one visit, a week in two months with a service in one of them, a last day of one visit. A visit
    /// can come to each of these rows from somewhere, so that nothing has to be left out.
    /// </summary>
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public async Task Of_sparse_logs_nothing_is_left_out(uint seed)
    {
        using var stream = new MemoryStream();
        LogGeneration.Write(new GenerationOptions { Seed = seed, Hits = 20_000, FirstDay = new DateOnly(2022, 9, 12), Days = 42, Visitors = 100, Establishments = 8, Academies = 2, Noise = NoiseShares.None }, HitForm.Find("csv")!, stream);
        var closed = await Measure(HitLog.Stream("hits.csv", new MemoryStream(stream.ToArray())), new MeasurementDefinition { DisclosureThreshold = DisclosureThresholds.Five });
        Assert.Empty(closed.Disclosure!.LeftOut);
        Assert.True(closed.Disclosure.Primary > 10_000);
    }

    /// <summary>The attack itself finds what it should: rows hidden one by one are told, all of them.</summary>
    [Fact]
    public async Task Rows_of_few_users_alone_are_told()
    {
        var fixture = FixtureCatalogue.Get("measure/demo-day");
        var open = await Measure(HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path))), await GoldenTest.DefinitionOf(fixture, "dnma"));
        var rows = open.Indicators.ToArray();
        var hidden = rows.Select(row => row.Users is > 0 and < 5).ToArray();
        Assert.NotEmpty(Told(open, rows, hidden));
    }

    [Fact]
    public async Task A_log_of_fewer_users_than_the_threshold_is_refused()
    {
        var csv = Encoding.UTF8.GetBytes("instant,visitor,uai\n2022-09-05T08:00:00Z,a,0220158C\n2022-09-05T08:01:00Z,b,0220158C\n");
        var error = await Assert.ThrowsAsync<EngineException>(() => Measure(HitLog.Stream("hits.csv", new MemoryStream(csv)), new MeasurementDefinition { DisclosureThreshold = 3 }));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.DoesNotContain("2 users", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public async Task A_threshold_that_is_none_is_refused(int threshold)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Measure(HitLog.Files(), new MeasurementDefinition { DisclosureThreshold = threshold }));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
    }

    private static Task<Measurement> Measure(HitLog log, MeasurementDefinition definition) => MeasuredFiles.Measure(log, definition, options => options with { Threads = 1 });

    /// <summary>Holds a measurement with a threshold against the same without.</summary>
    /// <returns>How many rows are withheld.</returns>
    private static int Resists(Measurement open, Measurement closed, int threshold)
    {
        // Of levels and dimensions that are left out nothing is known, not even which rows there are.
        var (rows, shown) = (open.Indicators.Where(row => !closed.Disclosure!.LeavesOut(row.Level, row.Dimension)).ToArray(), closed.Indicators.ToArray());
        Assert.Equal(rows.Select(row => row with { Visits = 0, Users = 0, PageViews = 0, Hits = 0, DurationMs = 0, TimedVisits = 0, Bounces = 0, FlashVisits = 0 }), shown.Select(row => row with { Visits = 0, Users = 0, PageViews = 0, Hits = 0, DurationMs = 0, TimedVisits = 0, Bounces = 0, FlashVisits = 0, IsWithheld = false }));
        var hidden = shown.Select(row => row.IsWithheld).ToArray();
        Assert.All(rows.Zip(shown), pair => Assert.True(pair.Second.IsWithheld ? pair.Second == pair.First with { Visits = 0, Users = 0, PageViews = 0, Hits = 0, DurationMs = 0, TimedVisits = 0, Bounces = 0, FlashVisits = 0, IsWithheld = true } : pair.First == pair.Second && (pair.First.Users == 0 || pair.First.Users >= threshold)));
        Assert.Contains(shown, row => !row.IsWithheld && row.Users >= threshold);
        Assert.Empty(Told(open, rows, hidden).Select(row => rows[row]));
        var bounds = MostVisits(open, rows, hidden);
        Assert.All(Enumerable.Range(0, rows.Length).Where(row => rows[row].Users > 0 && rows[row].Users < threshold), row => Assert.True(bounds[row] > rows[row].Visits, $"{rows[row]} has at most {bounds[row]} visits"));
        return hidden.Count(row => row);
    }

    private static IEnumerable<int> Told(Measurement open, IndicatorRow[] rows, bool[] hidden)
    {
        var attack = new LinearAttack();
        foreach (var equation in PublicEquations.Of(rows, open.Definition.Annuaire, open.To!.Value))
        {
            Assert.True(equation.Any(term => term.Row < 0) || equation.Sum(term => term.Sign * rows[term.Row].Hits) == 0, "an equation of the attack does not hold");
            attack.Add(equation.Where(term => term.Row < 0 || hidden[term.Row]).Select(term => (term.Row, (long)term.Sign)));
        }

        return attack.Told().Where(row => row >= 0);
    }

    /// <summary>The most visits that each hidden row can have, as bounds narrow from equation to equation until nothing changes.</summary>
    private static long[] MostVisits(Measurement open, IndicatorRow[] rows, bool[] hidden)
    {
        var equations = PublicEquations.Of(rows, open.Definition.Annuaire, open.To!.Value).Where(equation => equation.All(term => term.Row >= 0) && equation.Any(term => hidden[term.Row])).ToArray();
        var (least, most) = (rows.Select((row, index) => hidden[index] ? 1 : row.Visits).ToArray(), rows.Select((row, index) => hidden[index] ? 1_000_000 : row.Visits).ToArray());

        // Uses add up in hits alone: of visits an establishment of services may tell less.
        equations = [.. equations.Where(equation => equation.All(term => rows[term.Row].Dimension.PartitionsVisits) || equation.All(term => rows[term.Row].Dimension == rows[equation[0].Row].Dimension))];
        for (var (changed, round) = (true, 0); changed && round < 50; round++)
        {
            changed = false;
            foreach (var equation in equations)
            {
                foreach (var (row, sign) in equation.Where(term => hidden[term.Row]))
                {
                    // sign × row = − Σ others.
                    var (low, high) = (0L, 0L);
                    foreach (var (other, otherSign) in equation.Where(term => term.Row != row))
                    {
                        low += otherSign == sign ? -most[other] : least[other];
                        high += otherSign == sign ? -least[other] : most[other];
                    }

                    if (high < most[row] || low > least[row])
                    {
                        (most[row], least[row], changed) = (Math.Min(most[row], high), Math.Max(least[row], low), true);
                    }
                }
            }
        }

        return most;
    }
}
