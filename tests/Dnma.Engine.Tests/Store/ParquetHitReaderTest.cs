using System.Globalization;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Store;
using Dnma.Engine.Tests.Ingest.Tables;

namespace Dnma.Engine.Tests.Store;

public sealed class ParquetHitReaderTest : IDisposable
{
    private const long Ten = 1_662_372_000_000;
    private const int ManyRows = 150_000;
    private readonly ParquetScratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Reads_all_canonical_columns()
    {
        var sink = Read(
            """
            SELECT 'chrome' browser, 'windows' os, 'tablet' device, 'UA, a long one beyond twelve bytes' user_agent, 'télécharger' AS "Label", 'p' page, 'CLICK' kind,
              '45' collectivity, 'NEO' platform, 'op' "operator", 'leia' project, 'MOODLE' tool, 'TIERS' "type", 'NOTES' service, 'ELEVE' profile,
              '0450822X' uai, 'c-NO' client, 'v1' "VISITOR", TIMESTAMP '2022-09-05 10:00:00.123999' instant, 'x' more
            """);
        Assert.Equal(
            new CollectedHit(Ten + 123, "v1")
            {
                Client = "c-NO",
                Uai = "0450822X",
                Profile = "ELEVE",
                Service = "NOTES",
                Type = "TIERS",
                Tool = "MOODLE",
                Project = "leia",
                Operator = "op",
                Platform = "NEO",
                Collectivity = "45",
                Page = "p",
                Label = "télécharger",
                UserAgent = "UA, a long one beyond twelve bytes",
                Device = "tablet",
                Os = "windows",
                Browser = "chrome",
                Kind = HitKind.Click,
                Flags = HitFlags.OptOut,
            },
            Assert.Single(sink.Hits));
    }

    [Theory]
    [InlineData("TIMESTAMP '2022-09-05 10:00:00.001999'", Ten + 1)]
    [InlineData("TIMESTAMPTZ '2022-09-05 12:00:00+02'", Ten)]
    [InlineData("TIMESTAMP_NS '2022-09-05 10:00:00.001999999'", Ten + 1)]
    [InlineData("TIMESTAMP_MS '2022-09-05 10:00:00.001'", Ten + 1)]
    [InlineData("TIMESTAMP_S '2022-09-05 10:00:00'", Ten)]
    [InlineData("TIMESTAMP '1969-12-31 23:59:59.9995'", -1)]
    [InlineData("1662372000::BIGINT", Ten)]
    [InlineData("1662372000::INTEGER", Ten)]
    [InlineData("1662372000::UINTEGER", Ten)]
    [InlineData("1662372000123999::BIGINT", Ten + 123)]
    [InlineData("1662372000123::UBIGINT", Ten + 123)]
    [InlineData("1662372000123::HUGEINT", Ten + 123)]
    [InlineData("1662372000.123::DECIMAL(18,3)", Ten + 123)]
    [InlineData("1662372000.123::DOUBLE", Ten + 123)]
    [InlineData("1662372000123::DOUBLE", Ten + 123)]
    [InlineData("'2022-09-05T12:00:00.5+02:00'", Ten + 500)]
    [InlineData("'1662372000'", Ten)]
    [InlineData("'1662372000'::BLOB", Ten)]
    public void Reads_instants_of_any_type(string value, long expected) =>
        Assert.Equal(expected, Assert.Single(Read($"SELECT {value} AS instant, 'v' AS visitor").Hits).InstantMs);

    [Theory]
    [InlineData("NULL::TIMESTAMP", RejectReason.MissingInstant)]
    [InlineData("NULL::BIGINT", RejectReason.MissingInstant)]
    [InlineData("NULL::DOUBLE", RejectReason.MissingInstant)]
    [InlineData("NULL::VARCHAR", RejectReason.MissingInstant)]
    [InlineData("''", RejectReason.MissingInstant)]
    [InlineData("'NaN'::DOUBLE", RejectReason.BadInstant)]
    [InlineData("'infinity'::DOUBLE", RejectReason.BadInstant)]
    [InlineData("1e300::DOUBLE", RejectReason.BadInstant)]
    [InlineData("9223372036854775807::BIGINT", RejectReason.BadInstant)]
    [InlineData("18446744073709551615::UBIGINT", RejectReason.BadInstant)]
    [InlineData("TIMESTAMP '20000-01-01 00:00:00'", RejectReason.BadInstant)]
    [InlineData("TIMESTAMP '0001-01-01 00:00:00' - INTERVAL 1 SECOND", RejectReason.BadInstant)]
    [InlineData("'infinity'::TIMESTAMP", RejectReason.BadInstant)]
    [InlineData("'-infinity'::TIMESTAMPTZ", RejectReason.BadInstant)]
    [InlineData("'2022-09-05 10:00:00'", RejectReason.BadInstant)]
    public void Rejects_a_row_without_instant(string value, RejectReason reason)
    {
        var sink = Read($"SELECT {value} AS instant, 'v' AS visitor");
        Assert.Empty(sink.Hits);
        Assert.Equal((reason, new RecordPosition(7, 1, -1)), (sink.Rejects[0].Reason, sink.Rejects[0].Position));
    }

    [Theory]
    [InlineData("42::INTEGER", "42")]
    [InlineData("-3::BIGINT", "-3")]
    [InlineData("42::DOUBLE", "42")]
    [InlineData("4.5::DOUBLE", "4.5")]
    [InlineData("'NaN'::DOUBLE", "")]
    [InlineData("NULL::INTEGER", "")]
    [InlineData("17014118346046923173168730371588410572::DECIMAL(38,0)", "17014118346046923173168730371588410572")]
    [InlineData("18446744073709551615::UBIGINT", "18446744073709551615")]
    [InlineData("123::DECIMAL(20,0)", "123")]
    [InlineData("'0a000000-0000-0000-0000-00000000000b'::UUID", "0a000000-0000-0000-0000-00000000000b")]
    [InlineData("'abc'::BLOB", "abc")]
    [InlineData("'e'::ENUM('e', 'f')", "e")]
    [InlineData("true", "")]
    [InlineData("[1, 2]", "")]
    [InlineData("NULL", "")]
    [InlineData("'é' || chr(0) || '€'", "é\0€")]
    public void Reads_ids_of_any_type(string value, string expected) =>
        Assert.Equal(expected, Assert.Single(Read($"SELECT 1662372000 AS instant, {value} AS visitor").Hits).Visitor);

    [Fact]
    public void Reads_custom_dimensions_of_any_type()
    {
        var path = _scratch.Write("SELECT 1662372000 AS instant, 'v' AS visitor, 6 AS \"Classe\", [1, 2] AS list, true AS flag, 'p' AS page");
        var sink = new CollectingSink("flag", "classe", "none", "list", "page");
        ParquetHitReader.Read(path, 0, sink, CancellationToken.None);
        Assert.Equal("true|6||[1, 2]|p", Assert.Single(sink.Hits).Customs);
        Assert.Equal("p", sink.Hits[0].Page);
    }

    [Theory]
    [InlineData("range")]
    [InlineData("range, 'own' AS file_row_number")]
    [InlineData("range, 'own' AS \"FILE_ROW_NUMBER\"")]
    public void A_file_read_by_one_thread_comes_in_its_order(string columns)
    {
        var sink = new CollectingSink();
        Assert.Equal(ManyRows, ParquetHitReader.Read(WriteManyRows(columns), 0, sink, CancellationToken.None));
        AssertManyRows(sink.Hits, sink.Rejects);
    }

    [Theory]
    [InlineData("range", 4)]
    [InlineData("range", 2)]
    [InlineData("range, 'own' AS file_row_number", 4)]
    public void Several_threads_read_every_row_once_with_its_number(string columns, int threads)
    {
        CollectingSink[] collected = [new(), new(), new()];
        var sinks = new LentSinks();
        Array.ForEach(collected, sinks.Lend);
        Assert.Equal(ManyRows, ParquetHitReader.Read(WriteManyRows(columns), 0, sinks, DuckDbSettings.Default with { Threads = threads }, CancellationToken.None));
        AssertManyRows(
            [.. collected.SelectMany(sink => sink.Hits).OrderBy(hit => hit.InstantMs)],
            [.. collected.SelectMany(sink => sink.Rejects).OrderBy(reject => reject.Position.Line)]);
    }

    [Fact]
    public void What_a_sink_throws_ends_the_reading_and_is_thrown()
    {
        var path = _scratch.Write("SELECT 1662372000 + range AS instant, 'v' || range AS visitor FROM range(300000)");
        Assert.Equal("full", Assert.Throws<IOException>(() => ParquetHitReader.Read(path, 0, new FullSink(), CancellationToken.None)).Message);
    }

    [Fact]
    public void Gives_the_same_hits_as_the_same_table_in_csv()
    {
        const string Sql = """
            SELECT CASE WHEN range % 7 = 0 THEN NULL ELSE 1662372000.125 + range / 8 END AS instant, 'v"' || (range % 10) AS visitor,
              range AS client, CASE WHEN range % 3 = 0 THEN NULL ELSE 'a, b' END AS page, ['page', 'click', 'other'][range % 3 + 1] AS kind FROM range(5000)
            """;
        var fromParquet = Read(Sql);
        var csv = File.ReadAllText(_scratch.Write(Sql, "hits.csv", "FORMAT csv, HEADER true"));
        var fromCsv = new CollectingSink();
        fromCsv.Decode(CsvLayout.FromHeader(TableDetection.TryHeader(Encoding.UTF8.GetBytes(csv)), "hits.csv"), csv);
        Assert.Equal(fromCsv.Hits, fromParquet.Hits);
        Assert.Equal(fromCsv.Reasons, fromParquet.Reasons);
        Assert.Equal(715, fromParquet.Rejects.Count);
    }

    [Fact]
    public void A_path_is_never_a_pattern_and_its_folders_are_no_columns()
    {
        var path = _scratch.Write("SELECT 1662372000 AS instant, 'v' AS visitor", "page=made-up/d[a-c]*?'s \"é\".parquet");
        _scratch.Write("SELECT 1662372000 AS instant, 'other' AS visitor", "page=made-up/da+x's \"é\".parquet");
        var sink = new CollectingSink("page");
        ParquetHitReader.Read(path, 0, sink, CancellationToken.None);
        Assert.Equal(new CollectedHit(Ten, "v"), Assert.Single(sink.Hits));
    }

    [Theory]
    [InlineData("SELECT 'v' AS visitor, '0450822X' AS uai", "visitor, uai")]
    [InlineData("SELECT 1662372000 AS instant, 'x' AS service", "instant, service")]
    public void Names_the_columns_seen_when_a_required_one_is_missing(string sql, string seen)
    {
        var error = Assert.Throws<EngineException>(() => Read(sql));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains(seen, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATE '2022-09-05'")]
    [InlineData("true")]
    [InlineData("[1]")]
    public void Refuses_an_instant_column_whose_type_holds_none(string value) =>
        Assert.Equal(ErrorId.UndecidedFormat, Assert.Throws<EngineException>(() => Read($"SELECT {value} AS instant, 'v' AS visitor")).Id);

    [Fact]
    public void A_file_without_rows_is_no_error() => Assert.Empty(Read("SELECT 1662372000 AS instant, 'v' AS visitor WHERE false").Hits);

    [Fact]
    public void Says_in_one_line_that_a_file_is_missing_cut_or_no_parquet()
    {
        var whole = File.ReadAllBytes(_scratch.Write("SELECT 1662372000 + range AS instant, 'v' || range AS visitor FROM range(10000)"));
        var broken = new Dictionary<string, byte[]>
        {
            ["cut.parquet"] = whole[..^20],
            ["half.parquet"] = whole[..(whole.Length / 2)],
            ["empty.parquet"] = [],
            ["text.parquet"] = "instant,visitor\n"u8.ToArray(),
            ["magic.parquet"] = "PAR1PAR1"u8.ToArray(),
        };
        foreach (var (name, bytes) in broken)
        {
            File.WriteAllBytes(_scratch.PathOf(name), bytes);
            ExpectUnreadable(_scratch.PathOf(name), new CollectingSink());
        }

        ExpectUnreadable(_scratch.PathOf("missing.parquet"), new CollectingSink());
    }

    [Fact]
    public void Damage_in_the_middle_is_an_error_and_no_early_end()
    {
        var path = _scratch.Write(
            "SELECT 1662372000 + range AS instant, md5(range::VARCHAR) AS visitor FROM range(200000)", options: "FORMAT parquet, ROW_GROUP_SIZE 4096, COMPRESSION zstd");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, bytes.Length / 8).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
        ExpectUnreadable(path, new CollectingSink());
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        var path = _scratch.Write("SELECT 1662372000 + range AS instant, 'v' || range AS visitor FROM range(300000)");
        using var source = new CancellationTokenSource();
        var sink = new CancellingSink(source, after: 10);
        Assert.ThrowsAny<OperationCanceledException>(() => ParquetHitReader.Read(path, 0, sink, source.Token));
        Assert.InRange(sink.Accepted, 10, 200_000);
    }

    private string WriteManyRows(string columns) => _scratch.Write(
        $"SELECT CASE WHEN range % 1000 = 999 THEN NULL ELSE 1662372000000 + range END AS instant, 'visitor number ' || range AS visitor, {columns} FROM range({ManyRows})",
        options: "FORMAT parquet, ROW_GROUP_SIZE 4096");

    private static void AssertManyRows(List<CollectedHit> hits, List<(RejectReason Reason, RecordPosition Position, string Sample)> rejects)
    {
        Assert.Equal(ManyRows - (ManyRows / 1000), hits.Count);
        Assert.Equal(
            Enumerable.Range(0, ManyRows).Where(row => row % 1000 != 999).Select(row => (Ten + row, string.Create(CultureInfo.InvariantCulture, $"visitor number {row}"))),
            hits.Select(hit => (hit.InstantMs, hit.Visitor)));
        Assert.Equal(
            Enumerable.Range(1, ManyRows / 1000).Select(thousand => (RejectReason.MissingInstant, new RecordPosition(0, thousand * 1000, -1))),
            rejects.Select(reject => (reject.Reason, reject.Position)));
    }

    private static void ExpectUnreadable(string path, RecordSink sink)
    {
        var error = Assert.Throws<EngineException>(() => ParquetHitReader.Read(path, 0, sink, CancellationToken.None));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
        Assert.Equal(path, error.Subject);
        Assert.DoesNotContain('\n', error.Message);
        Assert.NotEmpty(error.Remedy);
    }

    private CollectingSink Read(string sql)
    {
        var sink = new CollectingSink();
        ParquetHitReader.Read(_scratch.Write(sql), 7, sink, CancellationToken.None);
        return sink;
    }

    private sealed class CancellingSink(CancellationTokenSource source, int after) : RecordSink
    {
        public int Accepted { get; private set; }

        public override ReadOnlySpan<byte[]> CustomNames => default;

        public override long ClockToleranceMs => 0;

        public override void Accept(scoped in HitFields hit)
        {
            if (++Accepted == after)
            {
                source.Cancel();
            }
        }

        public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => Assert.Fail("no row is bad");

        public override void AcceptPart(in SplitHitPart part) => Assert.Fail("no row is a part");
    }

    private sealed class FullSink : RecordSink
    {
        public override ReadOnlySpan<byte[]> CustomNames => default;

        public override long ClockToleranceMs => 0;

        public override void Accept(scoped in HitFields hit) => throw new IOException("full");

        public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => Assert.Fail("no row is bad");

        public override void AcceptPart(in SplitHitPart part) => Assert.Fail("no row is a part");
    }
}
