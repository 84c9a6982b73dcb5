using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>The engine in a container, from a configuration.</summary>
public sealed class ServicesTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_engine_serves_all_and_tells_the_container_s_logger()
    {
        var log = new CollectedLog();
        await using var provider = new ServiceCollection().AddAudienceEngine().AddSingleton<ILogger<AudienceEngine>>(log).BuildServiceProvider();
        var engine = provider.GetRequiredService<AudienceEngine>();
        Assert.Same(engine, provider.GetRequiredService<AudienceEngine>());
        using var stream = new MemoryStream("instant,visitor\n2022-09-05T10:00:00Z,a\n"u8.ToArray());
        var measurement = await engine.MeasureAsync(HitLog.Stream("log", stream), provider.GetRequiredService<MeasurementDefinition>());
        Assert.Equal(1, measurement.NationalTotal?.Visits);
        Assert.Contains(log.Entries, entry => entry.Id == 1101);
    }

    [Fact]
    public void A_container_may_be_disposed_without_waiting()
    {
        var provider = new ServiceCollection().AddAudienceEngine().BuildServiceProvider();
        _ = provider.GetRequiredService<AudienceEngine>();
        provider.Dispose();
    }

    [Fact]
    public async Task Settings_are_those_of_the_command()
    {
        var secret = _folder.Write("key", "0123456789abcdef\n"u8);
        var structures = _folder.Write("structures.csv", "structure;uai\n12;0450822X\n"u8);
        await using var provider = Configured(
            ("Norm", "matomo"), ("TimeZone", "Indian/Reunion"), ("Periods", "week, month"), ("Levels:0", "national"), ("levels:1", "academy"), ("Custom", "matiere"),
            ("Structures", structures), ("memory", "64MiB"), ("Threads", "3"), ("SecretFile", secret), ("Recount", "full"), ("RecountHits", "7"));
        var definition = provider.GetRequiredService<MeasurementDefinition>();
        Assert.Equal(("matomo", "Indian/Reunion", 1), (definition.Norm.Name, definition.Zone.Id, definition.Structures.Count));
        Assert.Equal([PeriodKind.Week, PeriodKind.Month], definition.Periods);
        Assert.Equal([TerritoryLevel.National, TerritoryLevel.Academy], definition.Levels);
        Assert.Equal(["matiere"], definition.CustomDimensions);
        using var stream = new MemoryStream("instant,visitor\n2022-09-05T10:00:00Z,a\n"u8.ToArray());
        var run = (await provider.GetRequiredService<AudienceEngine>().MeasureAsync(HitLog.Stream("log", stream), definition)).Certificate.Run.ToDictionary();
        Assert.Equal(("3", $"{64 << 20}", "given by the caller"), (run["threads"], run["memory-limit"], run["pseudonym-key"]));
    }

    [Theory]
    [InlineData("Memory", "2 apples", "AudienceEngine:Memory: size: \"2 apples\" is not a number of bytes; write for example 512MiB or 2GiB")]
    [InlineData("Threads", "-1", "AudienceEngine:Threads: number: \"-1\" is no whole number; write digits alone")]
    [InlineData("Threads", "0", "threads: 0 is not between 1 and 256")]
    [InlineData("Recount", "all", "AudienceEngine:Recount: recount: \"all\" is nobody; use none, sample or full")]
    [InlineData("Treads", "4", "AudienceEngine:Treads: there is no such setting; it may be one of Collectivities, Custom, Deployment, Establishments, Levels, Memory, Norm, Periods, Recount, RecountHits, SecretFile, Structures, TemporaryFolder, Threads, TimeZone")]
    [InlineData("Norm:Name", "dnma", "AudienceEngine:Norm: is a list or a section; give it one value")]
    [InlineData("Norm", "ga4", "AudienceEngine:Norm: ")]
    [InlineData("TimeZone", "Paris", "AudienceEngine:TimeZone: ")]
    [InlineData("Levels:0", "planet", "AudienceEngine:Levels: ")]
    [InlineData("SecretFile", "/nowhere/key", "AudienceEngine:SecretFile: /nowhere/key: the secret cannot be read")]
    [InlineData("Establishments", "/nowhere/annuaire.csv", "AudienceEngine:Establishments: ")]
    public void A_wrong_setting_is_named_at_once(string key, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<EngineException>(() => Configured((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_registered_already_stays()
    {
        var own = new MeasurementDefinition { CustomDimensions = ["own"] };
        using var provider = new ServiceCollection().AddSingleton(own).AddAudienceEngine(Section(("Custom", "other"))).BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<MeasurementDefinition>());
    }

    /// <summary>The page has every setting, and no other.</summary>
    [Fact]
    public void The_page_lists_the_settings()
    {
        var error = Assert.Throws<EngineException>(() => Configured(("none", "")));
        Assert.Equal(error.Remedy["it may be one of ".Length..].Split(", "), Documents.Repository.CodesBelow("docs/embedding.md", "Settings").Order(StringComparer.Ordinal));
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] settings) => new ServiceCollection().AddAudienceEngine(Section(settings)).BuildServiceProvider();

    private static IConfigurationSection Section(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"AudienceEngine:{setting.Key}", setting.Value)))
        .Build().GetSection("AudienceEngine");
}
