using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Generation;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Logs of the shape that the field has, in the forms that it writes: engine, SQL and oracle give equal bytes.</summary>
public class GeneratedLogTest
{
    [Theory]
    [InlineData("smarttag-log", OracleNorm.Dnma, 12_000)]
    [InlineData("smarttag-nginx", OracleNorm.Piano, 5_000)]
    [InlineData("matomo-log", OracleNorm.Matomo, 5_000)]
    [InlineData("matomo-bulk", OracleNorm.Dnma, 5_000)]
    [InlineData("matomo-tables", OracleNorm.Matomo, 5_000)]
    [InlineData("csv", OracleNorm.Acpm, 5_000)]
    public async Task A_generated_log(string formName, OracleNorm oracleNorm, int count)
    {
        var form = HitForm.Find(formName)!;
        var options = new GenerationOptions { Seed = 99, Hits = count, Days = 7, Visitors = count / 25, Establishments = 12, Academies = 3, Events = true, Pings = true };
        var world = new World(options);
        var annuaireCsv = GeneratedReferences.Annuaire(world);
        using var folder = new TemporaryFolder();
        var files = Write(options, form, folder);
        var annuaire = await Annuaire.ReadAsync(folder.Write("annuaire.csv", System.Text.Encoding.UTF8.GetBytes(annuaireCsv)), TestContext.Current.CancellationToken);
        var structures = await StructureTable.ReadAsync(
            folder.Write("structures.csv", System.Text.Encoding.UTF8.GetBytes(GeneratedReferences.Structures(world))), TestContext.Current.CancellationToken);

        var hits = OracleHitsOf.Log(options, form).ToList();
        using var sql = new SqlReference(annuaireCsv);
        sql.Load(hits);
        var rows = sql.Indicators();
        foreach (var norm in Enum.GetValues<OracleNorm>())
        {
            var definition = new MeasurementDefinition { Norm = Norm.Of(norm.ToString()), Annuaire = annuaire, Structures = structures };
            var measurement = await MeasuredFiles.Measure(HitLog.Files(files), definition, engine => engine with { Threads = 2, HitBytes = 1 << 20 });
            var indicators = MeasuredFiles.Indicators(measurement).Split('\n');
            Assert.Equal(rows[norm], indicators[1..^1]);
            Assert.Empty(measurement.Certificate.Verify());
            if (norm == oracleNorm)
            {
                AgreesWithOracle(measurement, hits, norm, new OracleReferences(annuaireCsv));
            }
        }
    }

    private static void AgreesWithOracle(Measurement measurement, List<OracleHit> hits, OracleNorm norm, OracleReferences references)
    {
        var visits = OracleVisits.Of(hits, norm).Visits;
        Assert.Equal([OracleIndicators.Header, .. OracleIndicators.Rows(visits, references), ""], MeasuredFiles.Indicators(measurement).Split('\n'));
        var openData = OracleOpenData.Files(visits, references);
        Assert.All(OpenDataSet.All, set => Assert.Equal([.. openData[set.FileName], ""], MeasuredFiles.OpenData(measurement, set).Split('\n')));
    }

    private static string[] Write(GenerationOptions options, HitForm form, TemporaryFolder folder)
    {
        var names = form.Outputs.Length > 1 ? form.Outputs : [form.Name == "csv" ? "hits.csv" : "hits.log"];
        var streams = Array.ConvertAll(names, _ => new MemoryStream());
        LogGeneration.Write(options, form, streams);
        return [.. names.Zip(streams, (name, stream) => folder.Write(name, stream.ToArray()))];
    }
}
