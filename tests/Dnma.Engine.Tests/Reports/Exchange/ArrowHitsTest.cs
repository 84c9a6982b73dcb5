using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Store;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>Hits as Arrow are the hits that the same values make as objects.</summary>
public class ArrowHitsTest
{
    private static readonly DateTimeOffset Eight = new(2022, 9, 5, 8, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task Columns_become_hits()
    {
        using var batch = Batch(
            ("INSTANT", new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, "UTC")).AppendRange([Eight, Eight.AddMilliseconds(1)]).Build()),
            ("visitor", Texts("anna", null)),
            ("uai", Codes("0450822X", "0450822X")),
            ("kind", Texts(" Click ", null)),
            ("classe", Texts("6e A", null)),
            ("weight", new DoubleArray.Builder().AppendRange([1, 2]).Build()));
        var hits = await ArrowHits.Read(new Batches(batch)).ToListAsync();
        Assert.Equal([Eight, Eight.AddMilliseconds(1)], hits.Select(hit => hit.Instant));
        Assert.Equal(["anna", ""], hits.Select(hit => hit.Visitor));
        Assert.Equal(["0450822X", "0450822X"], hits.Select(hit => hit.Uai));
        Assert.Equal([HitKind.Click, HitKind.Page], hits.Select(hit => hit.Kind));
        Assert.Equal([new("classe", "6e A"), new("weight", "1")], hits[0].Custom);
        Assert.Equal("", hits[1].Service);
    }

    /// <summary>By hand: 1662357600 s is 2022-09-05T06:00:00Z; finer than a millisecond is floored, before 1970 too.</summary>
    [Fact]
    public async Task Instants_are_read_in_every_unit()
    {
        Assert.Equal("1662357600000", await InstantsOf(new TimestampArray.Builder(new TimestampType(TimeUnit.Second, (string?)null)).Append(Eight).Build()));
        Assert.Equal("1662357600000 1662357600001", await InstantsOf(new Int64Array.Builder().AppendRange([1_662_357_600, 1_662_357_600_001_999]).Build()));
        Assert.Equal("-1", await InstantsOf(new TimestampArray(new TimestampType(TimeUnit.Nanosecond, "UTC"), new ArrowBuffer.Builder<long>().Append(-1).Build(), ArrowBuffer.Empty, 1, 0, 0)));
        Assert.Equal("1662357600500", await InstantsOf(new DoubleArray.Builder().Append(1_662_357_600.5).Build()));
        Assert.Equal("1662357600000", await InstantsOf(Texts("2022-09-05T08:00:00+02:00")));
    }

    [Fact]
    public async Task A_measurement_of_them_is_that_of_objects()
    {
        Hit[] hits = [.. Enumerable.Range(0, 300).Select(i => new Hit(Eight.AddSeconds(i * 97), $"person {i % 41}") { Uai = i % 3 == 0 ? "0450822X" : "", Service = i % 2 == 0 ? "NOTES" : "", UserAgent = "x\"y, z" })];
        await using var engine = AudienceEngine.Create();
        var expected = await engine.MeasureAsync(HitLog.Hits("hits", hits.ToAsyncEnumerable()));
        var actual = await engine.MeasureAsync(HitLog.Hits("hits", ArrowHits.Read(new Batches(BatchOf(hits[..100]), BatchOf(hits[100..])))));
        Assert.True(expected.NationalTotal is { Visits: > 41, Users: 41 });
        Assert.Equal(expected.Indicators.AsEnumerable(), actual.Indicators);
    }

    [Fact]
    public async Task What_is_no_table_of_hits_is_said()
    {
        static Int64Array One() => new Int64Array.Builder().Append(1).Build();
        Assert.Contains("visitor: the column is missing", await Refusal(("instant", One())), StringComparison.Ordinal);
        Assert.Contains("instant: the column is missing", await Refusal(("visitor", Texts("a"))), StringComparison.Ordinal);
        Assert.Contains("Visitor: the column is there twice", await Refusal(("instant", One()), ("visitor", Texts("a")), ("Visitor", Texts("b"))), StringComparison.Ordinal);
        Assert.Contains("visitor: the column is of type int64, where text is expected", await Refusal(("instant", One()), ("visitor", One())), StringComparison.Ordinal);
        Assert.Contains("instant: the column is of type bool", await Refusal(("instant", new BooleanArray.Builder().Append(true).Build()), ("visitor", Texts("a"))), StringComparison.Ordinal);
        Assert.Contains("instant: row 2 has none", await Refusal(("instant", new Int64Array.Builder().Append(1).AppendNull().Build()), ("visitor", Texts("a", "b"))), StringComparison.Ordinal);
        Assert.Contains("instant: row 1 has none", await Refusal(("instant", new Int64Array.Builder().Append(long.MaxValue).Build()), ("visitor", Texts("a"))), StringComparison.Ordinal);
        var seconds = new TimestampArray(new TimestampType(TimeUnit.Second, "UTC"), new ArrowBuffer.Builder<long>().Append(long.MaxValue).Build(), ArrowBuffer.Empty, 1, 0, 0);
        Assert.Contains("instant: row 1 has none", await Refusal(("instant", seconds), ("visitor", Texts("a"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_ones_own_are_found_whatever_their_case()
    {
        using var batch = Batch(("instant", new Int64Array.Builder().AppendRange([1_662_357_600]).Build()), ("visitor", Texts("anna")), (" CLASSE", Texts("6e A")));
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Hits("hits", ArrowHits.Read(new Batches(batch)), ["classe"]), new MeasurementDefinition { CustomDimensions = ["classe"] });
        Assert.Equal("6e a", Assert.Single(measurement.National(Dimension.Custom("classe"))).Modality);
        Assert.Contains("there twice", await Refusal(("instant", new Int64Array.Builder().Append(1).Build()), ("visitor", Texts("a")), ("classe", Texts("b")), ("Classe", Texts("c"))), StringComparison.Ordinal);
    }

    /// <summary>The same values as Arrow and as Parquet, which DuckDB writes: by hand where a text is told, else the two answers are one.</summary>
    [Theory]
    [InlineData("7::TINYINT", "7")]
    [InlineData("-7::INTEGER", "-7")]
    [InlineData("18446744073709551615::UBIGINT", "18446744073709551615")]
    [InlineData("5.0::DOUBLE", "5")]
    [InlineData("5.25::DOUBLE", "5.25")]
    [InlineData("0.00001::DOUBLE", "1e-05")]
    [InlineData("'nan'::DOUBLE", "")]
    [InlineData("1e300::DOUBLE", "1e+300")]
    [InlineData("0.1::FLOAT", "0.1")]
    [InlineData("3::FLOAT", "3")]
    [InlineData("true", "true")]
    [InlineData("DATE '2022-09-05'", "2022-09-05")]
    [InlineData("NULL::INTEGER", "")]
    public async Task Numbers_truth_values_and_days_are_modalities_as_in_parquet(string sql, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "hits.parquet");
        using (var session = DuckDbSession.Open(DuckDbSettings.Default))
        {
            session.Execute($"COPY (SELECT 1662357600 AS instant, 'anna' AS visitor, {sql} AS value) TO {DuckDbSession.Literal(path)} (FORMAT parquet)");
        }

        using var batch = Batch(("instant", new Int64Array.Builder().Append(1_662_357_600).Build()), ("visitor", Texts("anna")), ("value", Values(sql)));
        await using var engine = AudienceEngine.Create();
        var definition = new MeasurementDefinition { CustomDimensions = ["value"] };
        var parquet = await engine.MeasureAsync(HitLog.Files(path), definition);
        var arrow = await engine.MeasureAsync(HitLog.Hits("hits", ArrowHits.Read(new Batches(batch)), ["value"]), definition);
        Assert.Equal(parquet.Indicators.AsEnumerable(), arrow.Indicators);
        Assert.Equal(expected.Length > 0 ? expected : IndicatorCodes.Unknown, Assert.Single(arrow.National(Dimension.Custom("value"))).Modality);
    }

    private static IArrowArray Values(string sql) => sql switch
    {
        "7::TINYINT" => new Int8Array.Builder().Append(7).Build(),
        "-7::INTEGER" => new Int32Array.Builder().Append(-7).Build(),
        "18446744073709551615::UBIGINT" => new UInt64Array.Builder().Append(ulong.MaxValue).Build(),
        "5.0::DOUBLE" => new DoubleArray.Builder().Append(5).Build(),
        "5.25::DOUBLE" => new DoubleArray.Builder().Append(5.25).Build(),
        "0.00001::DOUBLE" => new DoubleArray.Builder().Append(0.00001).Build(),
        "'nan'::DOUBLE" => new DoubleArray.Builder().Append(double.NaN).Build(),
        "1e300::DOUBLE" => new DoubleArray.Builder().Append(1e300).Build(),
        "0.1::FLOAT" => new FloatArray.Builder().Append(0.1f).Build(),
        "3::FLOAT" => new FloatArray.Builder().Append(3).Build(),
        "true" => new BooleanArray.Builder().Append(true).Build(),
        "DATE '2022-09-05'" => new Date32Array.Builder().Append(new DateOnly(2022, 9, 5)).Build(),
        _ => new Int32Array.Builder().AppendNull().Build(),
    };

    /// <summary>What repeats is one text; ids are not held to be given again, so that nothing keeps them when their hit is gone.</summary>
    [Fact]
    public async Task Ids_are_not_remembered()
    {
        using var batch = Batch(
            ("instant", new Int64Array.Builder().AppendRange([1_662_357_600, 1_662_357_601]).Build()),
            ("visitor", Texts("anna", "anna")),
            ("client", Texts("tab", "tab")),
            ("service", Texts("NOTES", "NOTES")));
        var hits = await ArrowHits.Read(new Batches(batch)).ToListAsync();
        Assert.Same(hits[0].Service, hits[1].Service);
        Assert.Equal(("anna", "tab"), (hits[1].Visitor, hits[1].Client));
        Assert.NotSame(hits[0].Visitor, hits[1].Visitor);
        Assert.NotSame(hits[0].Client, hits[1].Client);
    }

    private static RecordBatch BatchOf(Hit[] hits) => Batch(
        ("service", Codes([.. hits.Select(hit => hit.Service)])),
        ("visitor", Texts([.. hits.Select(hit => hit.Visitor)])),
        ("uai", Codes([.. hits.Select(hit => hit.Uai)])),
        ("user_agent", Texts([.. hits.Select(hit => hit.UserAgent)])),
        ("instant", new TimestampArray.Builder(new TimestampType(TimeUnit.Millisecond, "UTC")).AppendRange(hits.Select(hit => hit.Instant)).Build()));

    private static async Task<string> InstantsOf(IArrowArray instants)
    {
        using var batch = Batch(("instant", instants), ("visitor", Texts([.. Enumerable.Repeat("a", instants.Length)])));
        return string.Join(' ', await ArrowHits.Read(new Batches(batch)).Select(hit => hit.Instant.ToUnixTimeMilliseconds()).ToListAsync());
    }

    private static async Task<string> Refusal(params (string Name, IArrowArray Array)[] columns)
    {
        var error = await Assert.ThrowsAsync<EngineException>(async () => await ArrowHits.Read(new Batches(Batch(columns))).ToListAsync());
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        return error.Message;
    }

    private static RecordBatch Batch(params (string Name, IArrowArray Array)[] columns) =>
        new(new Schema(columns.Select(column => new Field(column.Name, column.Array.Data.DataType, true)), null), columns.Select(column => column.Array), columns[0].Array.Length);

    private static StringArray Texts(params string?[] texts)
    {
        var builder = new StringArray.Builder();
        foreach (var text in texts)
        {
            _ = text is null ? builder.AppendNull() : builder.Append(text);
        }

        return builder.Build();
    }

    private static DictionaryArray Codes(params string[] texts)
    {
        var distinct = texts.Distinct().ToArray();
        return new DictionaryArray(
            new DictionaryType(Int8Type.Default, StringType.Default, false), new Int8Array.Builder().AppendRange(texts.Select(text => (sbyte)System.Array.IndexOf(distinct, text))).Build(), Texts(distinct));
    }

    private sealed class Batches(params RecordBatch[] batches) : IArrowArrayStream
    {
        private int _next;

        public Schema Schema => batches[0].Schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(_next < batches.Length ? batches[_next++] : null!);

        public void Dispose()
        {
        }
    }
}
