using System.Security.Cryptography;
using Dnma.Engine.Contracts;
using Dnma.Engine.History;
using Dnma.Engine.Reports;
using Dnma.Engine.Store;
using Dnma.Engine.Tests.Ingest;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>Published data as Parquet: what DuckDB made of a CSV file is read as that CSV file is, traps included.</summary>
public sealed class ParquetHistoryTest : IDisposable
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PublishedText Weeks => new PublishedText(OpenDataSet.Profiles)
        .Row(Monday, School, Part("globales", 100, 40), Part("eleve", 60, 20), ("parent", "N/A;N/A;N/A"))
        .Row(Monday.AddDays(7), Other, Part("globales", 7, 9), ("eleve", ";;"))
        .Row(Monday.AddDays(1), School, Part("globales", 3))
        .Row(Monday, School, Part("globales", 5))
        .Row("bientôt", School, Part("globales", 5))
        .Row("", Other, Part("globales", 5));

    public void Dispose() => _folder.Dispose();

    /// <summary>All columns as texts, as types that DuckDB finds in them, and as floats, as a tool without whole numbers that can be missing writes them.</summary>
    [Theory]
    [InlineData("SELECT * FROM read_csv({0}, delim = ';', header = true, all_varchar = true)")]
    [InlineData("SELECT * FROM read_csv({0}, delim = ';', header = true, nullstr = 'N/A')")]
    [InlineData("SELECT * REPLACE (CAST(visites_globales AS DOUBLE) AS visites_globales) FROM read_csv({0}, delim = ';', header = true, nullstr = 'N/A')")]
    public async Task It_is_read_as_the_csv_is(string select)
    {
        var csv = _folder.Write("weeks.csv", Weeks.Bytes());
        var read = await PublishedHistory.ReadAsync([csv], cancellationToken: Stop);
        var parquet = Parquet("weeks.parquet", select, csv);
        var again = await PublishedHistory.ReadAsync([parquet], new HistoryOptions { BlockBytes = 256 }, Stop);

        Assert.Equal(Texts(read), Texts(again));
        Assert.Equal(2, read.Files[0].SkippedRows);
        Assert.Equal(read.Files[0].Skipped.Select(row => (row.Line, row.Reason)), again.Files[0].Skipped.Select(row => (row.Line, row.Reason)));
        Assert.Equal((read.Files[0].Rows, read.Files[0].SkippedRows, read.Files[0].Set), (again.Files[0].Rows, again.Files[0].SkippedRows, again.Files[0].Set));
        Assert.Equal(read.Check().Select(finding => (finding.Control.Id, finding.Code, finding.PeriodStart, finding.Figure)), again.Check().Select(finding => (finding.Control.Id, finding.Code, finding.PeriodStart, finding.Figure)));
        var bytes = await File.ReadAllBytesAsync(parquet, Stop);
        Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)), "weeks.parquet"), (again.Files[0].Bytes, again.Files[0].Sha256, Path.GetFileName(again.Files[0].Name)));
    }

    /// <summary>Weeks as dates and as instants, times as times, a quote and a line break in a label.</summary>
    [Theory]
    [InlineData("CAST(debutSemaine AS DATE)")]
    [InlineData("CAST(debutSemaine AS TIMESTAMP)")]
    [InlineData("CAST(debutSemaine AS TIMESTAMP_MS)")]
    [InlineData("CAST(debutSemaine AS TIMESTAMPTZ)")]
    public async Task Days_and_times_of_their_own_types(string week)
    {
        var csv = _folder.Write("weeks.csv", new PublishedText(OpenDataSet.Profiles).Row(Monday, School, Part("globales", 100, 40)).Bytes());
        var parquet = Parquet("weeks.parquet", $"SELECT * REPLACE ({week} AS debutSemaine, CAST(duree_globales AS TIME) AS duree_globales, 'Ambé\"r' || chr(10) || 'ieu' AS commune) FROM read_csv({{0}}, delim = ';', header = true, all_varchar = true)", csv);
        var table = Assert.Single((await PublishedHistory.ReadAsync([parquet], cancellationToken: Stop)).Tables);
        Assert.Equal((1, Monday, School, new PublishedCell(100, 40, 600_000), "Ambé\"r ieu"), (table.Count, table.WeekStart(0), table.Uai(0), table.Cell(0, 0), table.Labels(0).Commune));
    }

    /// <summary>Older writers leave texts in columns of bytes; what is no UTF-8 is shown, not lost.</summary>
    [Fact]
    public async Task Texts_that_are_held_as_bytes_are_texts()
    {
        var csv = _folder.Write("weeks.csv", new PublishedText(OpenDataSet.Profiles).Row(Monday, School, Part("globales", 100, 40)).Bytes());
        foreach (var (bytes, text) in new[] { ("encode('Saint-Étienne \u20ac')", "Saint-Étienne \u20ac"), ("'\\xC3\\x28'::BLOB", "\\xC3(") })
        {
            var parquet = Parquet("blobs.parquet", $"SELECT * REPLACE ({bytes} AS commune, encode(UAI) AS UAI) FROM read_csv({{0}}, delim = ';', header = true, all_varchar = true)", csv);
            var table = Assert.Single((await PublishedHistory.ReadAsync([parquet], cancellationToken: Stop)).Tables);
            Assert.Equal((1, School, text), (table.Count, table.Uai(0), table.Labels(0).Commune));
        }
    }

    [Fact]
    public async Task What_is_no_published_table_is_refused()
    {
        var other = Parquet("other.parquet", "SELECT 1 AS a, {0} AS b", "x");
        Assert.Equal(ErrorId.UndecidedFormat, (await Assert.ThrowsAsync<EngineException>(() => PublishedHistory.ReadAsync([other], cancellationToken: Stop))).Id);
        var cut = _folder.Write("cut.parquet", (await File.ReadAllBytesAsync(other, Stop)).AsSpan()[..^6].ToArray());
        var error = await Assert.ThrowsAsync<EngineException>(() => PublishedHistory.ReadAsync([cut], cancellationToken: Stop));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
        Assert.Contains("cut.parquet", error.Message, StringComparison.Ordinal);
    }

    private static List<string> Texts(PublishedHistory history)
    {
        var texts = new List<string>();
        foreach (var table in history.Tables)
        {
            for (var row = 0; row < table.Count; row++)
            {
                texts.Add($"{table.WeekStart(row)} {table.Uai(row)} {table.Labels(row)} {string.Join('|', Enumerable.Range(0, table.Set.Measures.Count).Select(measure => table.Cell(row, measure)))}");
            }
        }

        return texts;
    }

    private string Parquet(string name, string select, string argument)
    {
        var path = Path.Combine(_folder.Path, name);
        using var session = DuckDbSession.Open(DuckDbSettings.Default with { Threads = 1 });
        session.Execute($"COPY ({select.Replace("{0}", DuckDbSession.Literal(argument), StringComparison.Ordinal)}) TO {DuckDbSession.Literal(path)} (FORMAT parquet)");
        return path;
    }
}
