using System.Text;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>Under a threshold, whatever could tell withheld figures, or take them for zero, is refused before anything is told.</summary>
public sealed class DisclosureRefusalTest : IDisposable
{
    private static readonly MeasurementDefinition Two = new() { DisclosureThreshold = 2 };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TerritoryLevel.Region)]
    [InlineData(TerritoryLevel.Commune)]
    [InlineData(TerritoryLevel.Circonscription)]
    [InlineData(TerritoryLevel.Operator)]
    [InlineData(TerritoryLevel.Collectivity)]
    public void Levels_of_which_no_equation_speaks(TerritoryLevel level)
    {
        var asked = new MeasurementDefinition { Levels = [TerritoryLevel.National, level] };
        asked.Validate();
        var error = Refused("disclosure threshold", () => (asked with { DisclosureThreshold = 2 }).Validate());
        Assert.Contains($"levels {level.Code()} could", error.Message, StringComparison.Ordinal);
        Assert.Contains("national, academy, department, platform, project, establishment", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_figure_depends_on_is_accepted()
    {
        (Two with { Levels = [TerritoryLevel.Academy], Periods = [PeriodKind.Week], Perimeter = PerimeterDefinition.Everything.Only("academy=18").Only("operator=O") }).Validate();
        Two.Validate();
    }

    [Fact]
    public async Task A_register_and_history()
    {
        var register = await DeploymentRegister.ReadAsync(_folder.Write("r.csv", "uai\n0010024W\n"u8.ToArray()), Stop);
        (Two with { Deployment = register, DisclosureThreshold = DisclosureThresholds.None }).Validate();
        Refused("disclosure threshold", () => (Two with { Deployment = register }).Validate());

        _ = await (await Measure(Two with { DisclosureThreshold = DisclosureThresholds.None })).PublishAsync(_folder.Path, Stop);
        var history = new[] { await PublishedMeasurement.ReadAsync(_folder.Path, Stop) };
        (Two with { History = history, DisclosureThreshold = DisclosureThresholds.None }).Validate();
        Refused("disclosure threshold", () => (Two with { History = history }).Validate());
        var measured = await Measure(Two);
        Refused("history of controls", () => measured.ControlsWith([history[0].Measured]));
        Assert.NotEmpty(measured.ControlsWith([]).Asked);
    }

    [Fact]
    public async Task Tables_that_could_tell()
    {
        var measured = await Measure(Two);
        Assert.Contains(measured.Indicators, row => row.IsWithheld);
        Refused("coverage", () => measured.Coverage);
        Refused("deployment", () => measured.Deployment);
        Refused("adoption", () => measured.Adoption);
        Refused("measured table", () => measured.Measured);

        var folder = Path.Combine(_folder.Path, "out");
        var error = await Assert.ThrowsAsync<EngineException>(() => measured.PublishAsync(folder, new PublicationOptions { HasCoverage = true }, Stop));
        Assert.Equal((ErrorId.InvalidOption, "coverage"), (error.Id, error.Subject));
        Assert.False(Directory.Exists(folder));
        _ = await measured.PublishAsync(folder, Stop);
        Assert.True(File.Exists(Path.Combine(folder, "indicators.csv")));
        Assert.False(File.Exists(Path.Combine(folder, "coverage.csv")));
    }

    [Fact]
    public async Task A_published_folder_as_history_or_for_a_comparison()
    {
        _ = await (await Measure(Two)).PublishAsync(_folder.Path, Stop);
        var error = await Assert.ThrowsAsync<EngineException>(() => PublishedMeasurement.ReadAsync(_folder.Path, Stop));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("disclosure threshold", error.Message, StringComparison.Ordinal);
        Assert.Equal("give a measurement without a threshold", error.Remedy);

        // Nor past the certificate.
        var table = IndicatorCsvReader.Read(Path.Combine(_folder.Path, "indicators.csv"));
        Refused("measured table", () => new MeasuredTable(table, default));
        Refused("measured table", () => new MeasuredTable(new IndicatorTable(IndicatorColumns.Allocate(0)), default) with { Table = table });
    }

    [Fact]
    public void A_sum_over_a_withheld_row()
    {
        var table = TableOfRows.Of(TableOfRows.Row(Dimension.Total, "total", 4, 3), TableOfRows.Row(Dimension.Total, "total", 7, 5, code: "0220158C"));
        Assert.Equal(11, table.Sum(row => row.Visits));
        var withheld = new IndicatorTable(table.Columns.Without([false, true]));
        Refused("sum of rows", () => withheld.Sum(row => row.Visits));
        Assert.Equal(4, withheld.Where(row => !row.IsWithheld).Sum(row => row.Visits));
    }

    /// <summary>A recount that does not agree says so without the figures.</summary>
    [Fact]
    public void Differences_of_a_recount_are_counted_and_not_listed()
    {
        var outcome = new RecountOutcome { Scope = RecountScope.Full, OneIn = 1, Hits = 9, Persons = 3, Visits = 4, Cells = 100, Differing = 1, Differences = [] };
        var check = Assert.Single(RecountCheck.Of(outcome));
        Assert.Equal((false, 100L, 99L, ""), (check.Holds, check.Expected, check.Actual, check.Detail));
    }

    private static EngineException Refused(string subject, Func<object?> act) => Refused(subject, () => { _ = act(); });

    private static EngineException Refused(string subject, Action act)
    {
        var error = Assert.Throws<EngineException>(act);
        Assert.Equal((ErrorId.InvalidOption, subject), (error.Id, error.Subject));
        Assert.NotEmpty(error.Remedy);
        return error;
    }

    /// <summary>Three schools of the Ain on two Mondays, with forty pupils each, of whom one is the only one of a service.</summary>
    private static Task<Measurement> Measure(MeasurementDefinition definition)
    {
        var csv = new StringBuilder("instant,visitor,uai,profile,service\n");
        for (var visitor = 0; visitor < 240; visitor++)
        {
            var uai = new[] { "0010024W", "0011276G", "0010072Y" }[visitor % 3];
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"2022-09-{5 + (7 * (visitor % 2)):00}T{8 + (visitor % 9):00}:00:00Z,{visitor / 2},{uai},{(visitor % 5 == 0 ? "enseignant" : "eleve")},{(visitor == 7 ? "notes" : "absence")}\n");
        }

        return MeasuredFiles.Measure(HitLog.Stream("hits.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()))), definition, options => options with { Threads = 1 });
    }
}
