using Apache.Arrow;
using Apache.Arrow.Types;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Ingest;
using Microsoft.Data.Analysis;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>Tables that somebody else made: what is understood, and what is refused, with which words.</summary>
public sealed class ForeignTablesTest : IDisposable
{
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Total, "total", 4, 3, 10, 12, 185_000, 2, 1, 3),
        Row(Dimension.Profile, "eleve", 3, 2),
        Row(Dimension.Profile, "parent", 1, 1));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_column_is_named()
    {
        var frame = Table.ToDataFrame();
        frame.Columns.Remove("users");
        var error = Refused(() => IndicatorTables.FromDataFrame(frame));
        Assert.Equal("data frame: the column users is missing; give period, period_start, level, code, dimension, modality, visits, users, page_views, hits, duration_ms, timed_visits, bounces, flash_visits", error.Message);
        using var batch = Table.AsTable().ToArrow();
        using var rest = new RecordBatch(batch.Schema.RemoveField(3), batch.Arrays.Where((_, index) => index != 3), batch.Length);
        Assert.Contains("the column code is missing", Refused(() => IndicatorTables.FromArrow(rest)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("visits", 1, -3L, "row 2: column visits: it is negative")]
    [InlineData("users", 2, null, "row 3: column users: it is missing where other figures of the row are not")]
    [InlineData("visits", 0, null, "row 1: column visits: it is missing where other figures of the row are not")]
    [InlineData("period", 1, "fortnight", "row 2: column period: it is no kind of period")]
    [InlineData("level", 1, "planet", "row 2: column level: it is no level")]
    [InlineData("modality", 1, null, "row 2: column modality: it is missing")]
    [InlineData("period_start", 0, null, "row 1: column period_start: it is missing")]
    public void A_value_that_is_none_is_named_with_its_row(string column, int row, object? value, string problem)
    {
        var frame = Table.ToDataFrame();
        frame[column][row] = value;
        Assert.Equal($"data frame: {problem}; give the table as it was written", Refused(() => IndicatorTables.FromDataFrame(frame)).Message);
    }

    [Fact]
    public void A_time_of_day_is_no_date()
    {
        var frame = Table.ToDataFrame();
        frame["period_start"][2] = new DateTime(2022, 9, 5, 1, 0, 0);
        Assert.Contains("row 3: column period_start: a time of day", Refused(() => IndicatorTables.FromDataFrame(frame)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_one_key_are_refused()
    {
        var frame = Table.ToDataFrame();
        frame["modality"][1] = "eleve";
        frame["modality"][2] = "eleve";
        frame["dimension"][0] = "profile";
        Assert.Contains("has the key of row", Refused(() => IndicatorTables.FromDataFrame(frame)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Integers_of_any_width_and_texts_of_dates_are_understood()
    {
        var frame = Table.ToDataFrame();
        DataFrameColumn[] columns =
        [
            .. frame.Columns.Where(column => column.Name is not ("period_start" or "visits" or "users" or "hits" or "bounces")),
            new StringDataFrameColumn("period_start", ["2022-09-05", "2022-09-05", "2022-09-05"]),
            new Int32DataFrameColumn("visits", frame["visits"].Cast<long?>().Select(value => (int?)value)),
            new DoubleDataFrameColumn("users", frame["users"].Cast<long?>().Select(value => (double?)value)),
            new UInt64DataFrameColumn("hits", frame["hits"].Cast<long?>().Select(value => (ulong?)value)),
            new ByteDataFrameColumn("bounces", frame["bounces"].Cast<long?>().Select(value => (byte?)value)),
        ];
        Assert.Equal(Table.AsEnumerable(), IndicatorTables.FromDataFrame(new DataFrame(columns)));
    }

    [Fact]
    public void What_is_not_exact_is_refused()
    {
        Assert.Contains("column users: a number with decimals", Refused(() => IndicatorTables.FromDataFrame(With(new DoubleDataFrameColumn("users", [1, 1.5, 2])))).Message, StringComparison.Ordinal);
        Assert.Contains("too great to be exact", Refused(() => IndicatorTables.FromDataFrame(With(new DoubleDataFrameColumn("users", [1, 2, 1e300])))).Message, StringComparison.Ordinal);
        Assert.Contains("row 3: column users: it exceeds 64 bits", Refused(() => IndicatorTables.FromDataFrame(With(new UInt64DataFrameColumn("users", [1, 2, ulong.MaxValue])))).Message, StringComparison.Ordinal);
        Assert.Equal(
            "users: the column is of type Single, where whole numbers are expected; cast it before it is read",
            Refused(() => IndicatorTables.FromDataFrame(With(new SingleDataFrameColumn("users", [1, 2, 3])))).Message);
        Assert.Contains("code: the column is of type Int64, where text is expected", Refused(() => IndicatorTables.FromDataFrame(With(new Int64DataFrameColumn("code", [1, 2, 3])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrow_of_others_is_understood()
    {
        using var batch = Table.AsTable().ToArrow();
        var plain = new StringArray.Builder().AppendRange(["eleve", "parent", "total"]).Build();
        var days = new TimestampArray.Builder(new TimestampType(TimeUnit.Nanosecond, (string?)null));
        var wide = new Int16Array.Builder().AppendRange([3, 1, 4]).Build();
        for (var row = 0; row < 3; row++)
        {
            _ = days.Append(new DateTimeOffset(2022, 9, 5, 0, 0, 0, TimeSpan.Zero));
        }

        Assert.Equal(Table.AsEnumerable(), IndicatorTables.FromArrow(Replaced(Replaced(Replaced(batch, "modality", plain), "period_start", days.Build()), "visits", wide)));
        var fractions = new DoubleArray.Builder().AppendRange([3, 1.25, 4]).Build();
        Assert.Contains("row 2: a figure: a number with decimals", Refused(() => IndicatorTables.FromArrow(Replaced(batch, "visits", fractions))).Message, StringComparison.Ordinal);
        var shortColumn = new Int64Array.Builder().AppendRange([3, 1]).Build();
        Assert.Contains("longer or shorter", Refused(() => IndicatorTables.FromArrow(Replaced(batch, "visits", shortColumn))).Message, StringComparison.Ordinal);
        var beyond = new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, false), new Int32Array.Builder().AppendRange([0, 1, 9]).Build(), plain);
        Assert.Contains("row 3: column modality: it points beyond its dictionary", Refused(() => IndicatorTables.FromArrow(Replaced(batch, "modality", beyond))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parquet_of_others_is_understood()
    {
        var path = Path.Combine(_folder.Path, "other.parquet");
        using var database = MeasurementSql.Open(Table);
        _ = database.Query($"""
            COPY (SELECT modality, dimension::ENUM('total', 'profile') AS dimension, code, level, period_start::TIMESTAMPTZ AS period_start, period, visits::DOUBLE AS visits,
                users::HUGEINT AS users, page_views::UTINYINT AS page_views, hits, duration_ms, timed_visits, bounces, flash_visits, 'x' AS remark
              FROM indicators ORDER BY visits) TO '{path}' (FORMAT parquet)
            """);
        Assert.Equal(Table.AsEnumerable(), await IndicatorTables.FromParquetAsync(path));

        _ = database.Query($"COPY (SELECT * REPLACE (visits + 0.5 AS visits) FROM indicators) TO '{path}' (FORMAT parquet)");
        Assert.Contains("visits: the column is of type Decimal", (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromParquetAsync(path))).Message, StringComparison.Ordinal);
        _ = database.Query($"COPY (SELECT * EXCLUDE (hits) FROM indicators) TO '{path}' (FORMAT parquet)");
        var missing = await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromParquetAsync(path));
        Assert.Equal((ErrorId.InvalidReference, path), (missing.Id, missing.Subject));
        Assert.Contains("the column hits is missing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_none_are_said_to_be()
    {
        var path = _folder.Write("x", "this is no table"u8.ToArray());
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromParquetAsync(path))).Id);
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromParquetAsync(path + "y"))).Id);
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromDatabaseAsync(path))).Id);
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromDatabaseAsync(path + "y"))).Id);
        Assert.Equal(ErrorId.UnreadableInput, Assert.Throws<EngineException>(() => MeasurementSql.OpenFile(path)).Id);
        var file = Path.Combine(_folder.Path, "one.duckdb");
        using (var database = MeasurementSql.Open(Table))
        {
            await database.SaveAsync(file);
            Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => IndicatorTables.FromQuery(database, "FROM nowhere")).Id);
            Assert.Equal(ErrorId.NotAdditive, Assert.Throws<EngineException>(() => IndicatorTables.FromQuery(database, "SELECT * REPLACE (sum(users) OVER () AS users) FROM indicators")).Id);
        }

        Assert.Contains("nowhere", (await Assert.ThrowsAsync<EngineException>(() => IndicatorTables.FromDatabaseAsync(file, "nowhere"))).Message, StringComparison.Ordinal);
        Assert.Equal(Table.AsEnumerable(), await IndicatorTables.FromDatabaseAsync(file));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using var cancellation = new CancellationTokenSource();
        var path = Path.Combine(_folder.Path, "t.parquet");
        await Table.AsTable().WriteParquetAsync(path);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndicatorTables.FromParquetAsync(path, cancellation.Token));
        using var stream = Table.AsTable().ToArrowStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndicatorTables.FromArrowAsync(stream, cancellation.Token));
    }

    private static RecordBatch Replaced(RecordBatch batch, string name, IArrowArray array)
    {
        var index = batch.Schema.GetFieldIndex(name, StringComparer.Ordinal);
        return new RecordBatch(batch.Schema.SetField(index, new Field(name, array.Data.DataType, true)), batch.Arrays.Select((one, at) => at == index ? array : one), batch.Length);
    }

    private static DataFrame With(DataFrameColumn column) => new(Table.ToDataFrame().Columns.Where(one => one.Name != column.Name).Append(column));

    private static EngineException Refused(Action read)
    {
        var error = Assert.Throws<EngineException>(read);
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        return error;
    }
}
