using Dnma.Engine.Indicators;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Logs made to break a measurement: both counts come to the same figures, under every rule, whoever is recounted.</summary>
public class HostileRecountTest
{
    private static readonly string[] Zones = ["Europe/Paris", "Europe/Paris", "Indian/Reunion", "Pacific/Noumea", "America/Martinique", "UTC"];

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task Everybody_under_the_presets(HostileLog log, int seed) =>
        await RecountedLog.Agreeing(log.Csv(), Definition(log, Norm.Presets[new Random(seed).Next(4)]));

    [Property(MaxTest = 80, Arbitrary = [typeof(HostileLogs)])]
    public async Task Everybody_under_rules_of_all_kinds(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var definition = Definition(log, DrawnNorm.Of(random)) with
        {
            Zone = CivilZone.Of(Zones[random.Next(Zones.Length)]),
            Annuaire = random.Next(2) == 0 ? HostileReferences.Annuaire : Annuaire.Empty,
            CustomDimensions = random.Next(2) == 0 ? [] : ["page", "operator"],
            Periods = random.Next(2) == 0 ? [PeriodKind.Month] : Enum.GetValues<PeriodKind>(),
            Levels = random.Next(2) == 0 ? TerritoryLevels.Standard : Enum.GetValues<TerritoryLevel>(),
        };
        definition = definition.Annuaire.Count > 0 && random.Next(2) == 0 ? definition with { Perimeter = DrawnPerimeter.Told(DrawnPerimeter.Of(random)) } : definition;
        await RecountedLog.Agreeing(log.Csv(), definition, options => options with { Threads = random.Next(1, 3), HitBytes = random.Next(1, 3000), PartitionVisitors = random.Next(1, 6) });
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task A_sample_under_rules_of_all_kinds(HostileLog log, int seed, byte[] secret)
    {
        var random = new Random(seed);
        var norm = random.Next(2) == 0 ? Norm.Piano : DrawnNorm.Of(random);
        var bound = random.Next(1, 12);
        var definition = Definition(log, norm);
        definition = random.Next(2) == 0 ? definition with { Perimeter = DrawnPerimeter.Told(DrawnPerimeter.Of(random)) } : definition;
        var outcome = await RecountedLog.Agreeing(log.Csv(), definition, options => options with
        {
            Recount = RecountScope.Sample,
            RecountHits = bound,
            Secret = secret,
            Threads = random.Next(1, 3),
        });
        Assert.InRange(outcome.Hits, 0, bound);
        Assert.Equal(outcome.OneIn == 1 ? RecountScope.Full : RecountScope.Sample, outcome.Scope);
    }

    private static MeasurementDefinition Definition(HostileLog log, Norm norm) => new() { Norm = norm, From = log.From, To = log.To, Annuaire = HostileReferences.Annuaire };
}
