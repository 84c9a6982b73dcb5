using System.Globalization;
using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Qualification;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>
/// Every committed fixture, under every norm that it names: the engine's files equal the naive oracle's, byte for byte, and SQL counts the same.
/// </summary>
public class GoldenTest
{
    public static TheoryData<string, string> Runs()
    {
        var runs = new TheoryData<string, string>();
        foreach (var fixture in FixtureCatalogue.All())
        {
            foreach (var run in fixture.Runs)
            {
                runs.Add(fixture.Id, run.Norm);
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_engine_agrees_with_the_oracle(string id, string norm)
    {
        var fixture = FixtureCatalogue.Get(id);
        var folder = Directory.CreateTempSubdirectory("dnma-golden-");
        try
        {
            await using var engine = AudienceEngine.Create(options => options with { Secret = "golden"u8.ToArray(), Recount = RecountScope.Full });
            var measurement = await engine.MeasureAsync(
                HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path))),
                await DefinitionOf(fixture, norm),
                cancellationToken: TestContext.Current.CancellationToken);
            await measurement.PublishAsync(folder.FullName, TestContext.Current.CancellationToken);
            Assert.Empty(measurement.Certificate.Verify());

            // Of Matomo's raw tables only actions are hits, though each row is a record.
            var records = measurement.Certificate.Inputs.Sum(input => input.Records);
            Assert.True(id == "ingest/demo-matomo-tables" ? records > measurement.Certificate.Ledger.Read : records == measurement.Certificate.Ledger.Read, $"{records} records");
            Assert.Empty(measurement.Recount!.Differences);
            foreach (var expected in fixture.Runs.Single(run => run.Norm == norm).Expected)
            {
                var name = Path.GetFileName(expected.Path)["expected-".Length..];
                var wanted = await File.ReadAllTextAsync(fixture.PathOf(expected.Path), TestContext.Current.CancellationToken);
                Assert.Equal(wanted, name switch
                {
                    "exclusions.csv" => Exclusions(measurement),
                    "rejects.csv" => Rejects(measurement),
                    _ => await File.ReadAllTextAsync(Path.Combine(folder.FullName, name), TestContext.Current.CancellationToken),
                });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static async Task<MeasurementDefinition> DefinitionOf(Fixture fixture, string norm) => new()
    {
        Norm = Norm.Of(norm),
        From = fixture.From is { } from ? DateOnly.Parse(from, CultureInfo.InvariantCulture) : null,
        To = fixture.To is { } to ? DateOnly.Parse(to, CultureInfo.InvariantCulture) : null,
        Annuaire = fixture.Establishments is { } annuaire ? await Annuaire.ReadAsync(fixture.PathOf(annuaire.Path)) : Annuaire.Empty,
        Structures = fixture.Structures is { } structures ? await StructureTable.ReadAsync(fixture.PathOf(structures.Path)) : StructureTable.Empty,
    };

    private static string Exclusions(Measurement measurement)
    {
        var text = new StringBuilder("reason,count\n");
        foreach (var reason in Enum.GetValues<ExclusionReason>().OrderBy(reason => reason.Code(), StringComparer.Ordinal))
        {
            if (measurement.Certificate.Ledger.Qualification[reason] is var count and > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{reason.Code()},{count}\n");
            }
        }

        return text.ToString();
    }

    private static string Rejects(Measurement measurement)
    {
        var text = new StringBuilder("reason,count\n");
        foreach (var line in measurement.Certificate.Ledger.Rejected.Where(line => line.Count > 0).OrderBy(line => line.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Name},{line.Count}\n");
        }

        return text.ToString();
    }
}
