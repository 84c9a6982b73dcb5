using Apache.Arrow.Ipc;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Tests.Ingest;
using FsCheck.Xunit;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>Indicators are the same after they went through a format: rows, order, what is withheld.</summary>
public sealed class ExchangePropertyTest : IDisposable
{
    private static readonly string Megabyte = string.Concat(Enumerable.Repeat("0123456789", 100_000));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 100)]
    public void Data_frames(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        Equal(table, IndicatorTables.FromDataFrame(table.ToDataFrame()));
    }

    /// <summary>In any order, and with columns that are nobody's.</summary>
    [Property(MaxTest = 100)]
    public void Data_frames_turned_round(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        var frame = table.AsTable().WithLabels().ToDataFrame();
        var turned = new DataFrame(frame.Columns.Reverse().Select(column => Turned(column)));
        Equal(table, IndicatorTables.FromDataFrame(turned));
    }

    [Property(MaxTest = 100)]
    public void Record_batches(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        using var batch = table.AsTable().ToArrow();
        Equal(table, IndicatorTables.FromArrow(batch));
    }

    /// <summary>As bytes of Arrow's stream format, cut into batches wherever.</summary>
    [Property(MaxTest = 100)]
    public async Task Arrow_streams(byte[] choices, byte cut)
    {
        var table = HostileTables.Of(choices);
        using var bytes = new MemoryStream();
        await table.AsTable().WriteArrowAsync(bytes, 1 + (cut % 7));
        bytes.Position = 0;
        using var reader = new ArrowStreamReader(bytes);
        Equal(table, await IndicatorTables.FromArrowAsync(reader));
    }

    [Property(MaxTest = 30)]
    public async Task Parquet_files(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        var path = Path.Combine(_folder.Path, "it's [1] *.parquet");
        await table.AsTable().WriteParquetAsync(path);
        Equal(table, await IndicatorTables.FromParquetAsync(path));
    }

    [Property(MaxTest = 20)]
    public async Task Database_files(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        var path = Path.Combine(_folder.Path, "it's one.duckdb");
        using (var database = MeasurementSql.Open(table, RateTable.Of(TableOfRows.Of())))
        {
            await database.SaveAsync(path);
            Equal(table, IndicatorTables.FromQuery(database, "FROM indicators -- all of it"));
        }

        Equal(table, await IndicatorTables.FromDatabaseAsync(path));
    }

    [Property(MaxTest = 50)]
    public void Csv_files(byte[] choices)
    {
        var table = HostileTables.Of(choices);
        Equal(table, OfCsv(table));
    }

    /// <summary>One code of a megabyte, more rows than a chunk of DuckDB's, and all formats in turn.</summary>
    [Fact]
    public async Task Great_texts_and_many_rows()
    {
        var choices = Enumerable.Range(0, 7_001).Select(i => (byte)(i * 37 % 256)).ToArray();
        var table = HostileTables.Of(choices, Megabyte);
        Assert.InRange(table.Count, 2_500, 7_002);
        Equal(table, IndicatorTables.FromDataFrame(table.ToDataFrame()));
        Equal(table, OfCsv(table));
        using (var stream = table.AsTable().ToArrowStream(1_000))
        {
            Equal(table, await IndicatorTables.FromArrowAsync(stream));
        }

        var path = Path.Combine(_folder.Path, "new folder", "table.parquet");
        await table.AsTable().WriteParquetAsync(path);
        Equal(table, await IndicatorTables.FromParquetAsync(path));
        using var database = MeasurementSql.Open(table, RateTable.Of(TableOfRows.Of()));
        Equal(table, IndicatorTables.FromQuery(database, "SELECT * FROM indicators ORDER BY hash(code, modality)"));
    }

    private static void Equal(IndicatorTable expected, IndicatorTable actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var row = 0; row < expected.Count; row++)
        {
            Assert.Equal(expected[row], actual[row]);
        }
    }

    private IndicatorTable OfCsv(IndicatorTable table)
    {
        var path = Path.Combine(_folder.Path, "indicators.csv");
        using (var file = File.Create(path))
        {
            IndicatorCsv.Write(file, table);
        }

        return IndicatorCsvReader.Read(path);
    }

    /// <summary>The library cannot take rows of a column that has none.</summary>
    private static DataFrameColumn Turned(DataFrameColumn column) => column.Length == 0 ? column
        : column.Clone(new Int64DataFrameColumn("order", Enumerable.Range(0, (int)column.Length).Select(row => column.Length - 1 - row)));
}
