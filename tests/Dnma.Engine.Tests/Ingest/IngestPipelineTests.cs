using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;
using Dnma.Engine.Tests.Ingest.Detection;
using Dnma.Engine.Tests.Ingest.Sources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest;

public class IngestPipelineTests
{
    private static string Hit(object page) =>
        $"192.0.2.7 - - [05/Sep/2022:10:00:00 +0200] \"GET /hit.xiti?s=365203&p=page_{page} HTTP/1.1\" 200 43 \"-\" \"UA\"\n";

    [Property(MaxTest = 60)]
    public Property Threads_blocks_and_compression_never_change_a_record()
    {
        var line = Gen.Frequency(
            (8, Gen.Choose(0, 999).Select(i => Hit(i))),
            (1, Gen.Elements("\n", " \r\n", "junk\n", "h - - [bad] \"GET / HTTP/1.1\" 200 1\n")));
        var content = Gen.ListOf(line).Resize(60).Select(lines => Hit("first") + string.Concat(lines));
        return Prop.ForAll(
            Gen.Zip(content, Gen.Zip(Gen.Elements("plain", "gzip", "zstd", "brotli"), Gen.Zip(Gen.Choose(1, 4), Gen.Choose(64, 700)))).ToArbitrary(),
            test =>
            {
                var (text, (kind, (threads, blockBytes))) = test;
                var stored = CompressedBytes.By(kind, Encoding.ASCII.GetBytes(text));
                var expected = Run(HitLog.Stream("a", new MemoryStream(Encoding.ASCII.GetBytes(text))), new IngestOptions { Threads = 1 });
                var actual = Run(
                    HitLog.Stream(CompressedBytes.NameBy(kind), new DripStream(stored, 100)),
                    new IngestOptions { Threads = threads, BlockBytes = blockBytes, BlocksInFlight = threads });
                Assert.Equal(expected.Requests, actual.Requests);
                Assert.Equal(expected.Rejects, actual.Rejects);
                var summary = Assert.Single(actual.Inputs);
                Assert.Equal(
                    (stored.Length, text.Count(c => c == '\n'), Convert.ToHexStringLower(SHA256.HashData(stored))),
                    (summary.Bytes, summary.Lines, summary.Sha256));
                Assert.Equal(text.Split('\n').Count(part => part.Trim().Length > 0), actual.Requests.Count + actual.Rejects.Count);
            });
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("brotli")]
    public void Cut_anywhere_the_whole_records_count_and_the_rest_is_rejected_as_truncated(string kind)
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => Hit(i * 7919 % 1009)));
        var stored = CompressedBytes.By(kind, Encoding.ASCII.GetBytes(text));
        var fewest = 0;
        for (var cut = 0; cut < stored.Length; cut++)
        {
            var run = Run(HitLog.Stream(CompressedBytes.NameBy(kind), new MemoryStream(stored, 0, cut)), new IngestOptions { Threads = 1, BlockBytes = 128 });
            var lines = text.Split('\n')[..run.Requests.Count];
            Assert.Equal(lines, run.Requests.Select(request => request.Line));
            Assert.True(run.Requests.Count >= fewest);
            fewest = run.Requests.Count;
            Assert.All(run.Rejects, reject => Assert.Equal((RejectReason.Truncated, run.Requests.Count + 1L), (reject.Reason, reject.Position.Line)));
            Assert.True(run.Rejects.Count <= 1);
            Assert.Equal(cut > 0, Assert.Single(run.Inputs).IsTruncated);
        }
    }

    [Fact]
    public void A_record_over_a_mebibyte_is_rejected_once_with_its_start_and_reading_goes_on()
    {
        var hit = Hit(1);
        var text = new string('y', (1 << 20) + 1) + "\n" + hit + new string('z', 3 << 20) + "\n" + hit + new string('x', 1 << 20) + "\r\n" + hit + new string('w', 2 << 20);
        var run = Run(HitLog.Stream("a", new MemoryStream(Encoding.ASCII.GetBytes(text))), new IngestOptions { Threads = 2 });
        Assert.Equal([2L, 4L, 6L], run.Requests.Select(request => request.Position.Line));
        Assert.Equal(
            [(RejectReason.TooLong, 1L, 'y'), (RejectReason.TooLong, 3L, 'z'), (RejectReason.Malformed, 5L, 'x'), (RejectReason.TooLong, 7L, 'w')],
            run.Rejects.Select(reject => (reject.Reason, reject.Position.Line, reject.Sample[0])));
        Assert.Equal(text.IndexOf('z', StringComparison.Ordinal), run.Rejects[1].Position.ByteOffset);
        Assert.Equal(text.LastIndexOf('\n') + 1, run.Rejects[3].Position.ByteOffset);
        Assert.Equal(7, run.Inputs[0].Lines);
    }

    [Fact]
    public void A_w3c_log_may_change_its_fields_half_way_in_any_blocks()
    {
        const string Text = """
            #Software: IIS
            #Fields: date time cs-uri-stem cs-uri-query
            2022-09-05 08:00:00 /hit.xiti s=1&p=a
            #Software: IIS
            #Fields: time date cs(User-Agent) cs-uri-query
            08:00:01 2022-09-05 U+A s=2&p=b
            #Fields: time cs-uri-query
            #Date: 2022-09-06 00:00:00
            00:00:00 s=3&p=c
            #Date: 2022-09-07 00:00:00
            00:00:00 s=4&p=d
            """;
        for (var blockBytes = 16; blockBytes < 400; blockBytes += 3)
        {
            var run = Run(
                HitLog.Stream("a", new MemoryStream(Encoding.ASCII.GetBytes(Text.Replace("#Fields: time cs-uri-query", "#Date: 2022-09-05\n#Fields: time cs-uri-query", StringComparison.Ordinal)))),
                new IngestOptions { Threads = 2, BlockBytes = blockBytes });
            Assert.Empty(run.Rejects);
            Assert.Equal(
                [(1_662_364_800_000, "s=1&p=a", ""), (1_662_364_801_000, "s=2&p=b", "U A"), (1_662_422_400_000, "s=3&p=c", ""), (1_662_508_800_000, "s=4&p=d", "")],
                run.Requests.Select(request => (request.InstantMs, request.Query, request.UserAgent)));
            Assert.Equal([3L, 6L, 10L, 12L], run.Requests.Select(request => request.Position.Line));
        }
    }

    [Fact]
    public void A_missing_column_half_way_is_an_error_that_names_the_line()
    {
        var error = Fails("#Fields: date time cs-uri-query\n2022-09-05 08:00:00 s=1&p=2\n#Fields: date time\n", ErrorId.UndecidedFormat);
        Assert.Contains("line 3 has no cs-uri-query", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_record()
    {
        var run = Run(HitLog.Stream("a", new MemoryStream([0xEF, 0xBB, 0xBF, .. "s=1&p=2\n"u8])), new IngestOptions());
        Assert.Equal(("s=1&p=2", new RecordPosition(0, 1, 3)), (run.Requests[0].Query, run.Requests[0].Position));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Other_encodings_are_an_error_that_says_what_to_do(string encoding)
    {
        var codec = Encoding.GetEncoding(encoding);
        var error = Fails([.. codec.GetPreamble(), .. codec.GetBytes("s=1&p=2\n")], ErrorId.UndecidedFormat);
        Assert.Contains("convert it to UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n \t\n", 3)]
    [InlineData("  ", 1)]
    [InlineData("#Fields: date time cs-uri-query\n", 1)]
    [InlineData("table\n", 1)]
    [InlineData("table", 1)]
    public void An_input_without_records_is_fine(string text, long lines)
    {
        var run = Run(HitLog.Stream("a", new MemoryStream(Encoding.ASCII.GetBytes(text))), new IngestOptions());
        Assert.Empty(run.Requests);
        Assert.Empty(run.Rejects);
        Assert.Equal(lines, run.Inputs[0].Lines);
    }

    [Fact]
    public void The_header_of_a_table_is_taken_out_and_blank_lines_before_it_count()
    {
        foreach (var blockBytes in new[] { 16, 1 << 20 })
        {
            var run = Run(HitLog.Stream("a", new MemoryStream("\n \ntable\nrow\nlast"u8.ToArray())), new IngestOptions { BlockBytes = blockBytes });
            Assert.Equal([(4L, 9L, "row"), (5L, 13L, "last")], run.Rejects.Select(reject => (reject.Position.Line, reject.Position.ByteOffset, reject.Sample)));
        }
    }

    [Fact]
    public void Blank_lines_beyond_the_look_ahead_hide_no_format()
    {
        var run = Run(HitLog.Stream("a", new MemoryStream([.. Enumerable.Repeat((byte)'\n', 300_000), .. "s=1&p=2"u8])), new IngestOptions());
        Assert.Equal(new RecordPosition(0, 300_001, 300_000), Assert.Single(run.Requests).Position);
    }

    [Fact]
    public async Task A_hung_read_is_given_up_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var pool = new BlockPool(1 << 20);
        using var hung = new HungStream("s=1&p=2\n"u8.ToArray());
        var running = new IngestPipeline(RecordingSink.Formats, []).RunAsync(HitLog.Stream("a", hung), new IngestOptions(), _ => new RecordingSink(), null, pool, cancel.Token);
        await hung.Reached;
        var started = System.Diagnostics.Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.InRange(started.ElapsedMilliseconds, 0, 1000);
        Assert.Equal(0, pool.Outstanding);
        hung.Release();
    }

    [Fact]
    public async Task A_failing_decoder_stops_everything_and_surfaces_once()
    {
        var formats = new RequestFormats(_ => new FailingDecoder(), _ => new FailingDecoder());
        var endless = string.Concat(Enumerable.Repeat(Hit(1), 20_000));
        var pool = new BlockPool(4096);
        var error = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => new IngestPipeline(formats, []).RunAsync(
            HitLog.Stream("a", new MemoryStream(Encoding.ASCII.GetBytes(endless))),
            new IngestOptions { Threads = 3, BlockBytes = 4096 },
            _ => new RecordingSink(),
            null,
            pool,
            CancellationToken.None));
        Assert.Equal("defect", error.Message);
        Assert.Equal(0, pool.Outstanding);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public void A_failing_disk_is_an_error_with_file_and_offset(Type failure)
    {
        var content = Encoding.ASCII.GetBytes(Hit(1));
        var error = Assert.Throws<EngineException>(() => Run(HitLog.Stream("disk.log", new DripStream(content, 7, (Exception)Activator.CreateInstance(failure)!)), new IngestOptions()));
        Assert.StartsWith($"disk.log: reading failed at byte {content.Length}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_goes_to_its_reader_and_is_hashed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.parquet", "PAR1 anything"u8);
        var run = Run(HitLog.Files(path), new IngestOptions { Threads = 2 });
        var summary = Assert.Single(run.Inputs);
        Assert.Equal((7L, "Parquet of hits", 13L, path), (summary.Lines, summary.Layout, summary.Bytes, summary.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("PAR1 anything"u8)), summary.Sha256);
        Assert.Equal("parquet", Assert.Single(run.Rejects).Sample);
        Assert.Equal(ErrorId.UnreadableInput, Fails("PAR1 anything", ErrorId.UnreadableInput).Id);
        Assert.Throws<EngineException>(() => Run(HitLog.Files(path).As(HitFormat.Xiti), new IngestOptions()));
    }

    [Fact]
    public void Raw_tables_are_put_aside_and_read_together_at_the_end()
    {
        using var folder = new TemporaryFolder();
        var visits = folder.Write("visits.csv.gz", CompressedBytes.Gzip("log_visit\n1\n2\n"u8.ToArray()));
        var hits = folder.Write("hits.log", Encoding.ASCII.GetBytes(Hit(1)));
        var actions = folder.Write("actions.csv", "log_action\n3\n"u8);
        var run = Run(HitLog.Files(visits, hits, actions), new IngestOptions { Threads = 2 });
        Assert.Single(run.Requests);
        Assert.Equal([(0, "log_visit\n1\n2\n"), (2, "log_action\n3\n")], run.Rejects.Select(reject => (reject.Position.File, reject.Sample)));
        Assert.Equal(["gzip, raw log_visit", "NCSA combined log of XiTi hits", "raw log_action"], run.Inputs.Select(input => input.Layout));
    }

    [Fact]
    public void Progress_ends_with_all_bytes_and_lines()
    {
        using var folder = new TemporaryFolder();
        var paths = Enumerable.Range(0, 3).Select(i => folder.Write($"{i}.log", Encoding.ASCII.GetBytes(Hit(i)))).ToArray();
        var reports = new Reports();
        _ = Run(HitLog.Files(paths), new IngestOptions { Threads = 1 }, reports);
        var total = paths.Sum(path => new FileInfo(path).Length);
        Assert.Equal((paths[^1], total, (long?)total), (reports.All[^1].Input, reports.All[^1].BytesRead, reports.All[^1].TotalBytes));
        Assert.Equal(reports.All.Select(report => report.BytesRead).Order(), reports.All.Select(report => report.BytesRead));
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 15)]
    [InlineData(1, (1 << 20) + 1)]
    public void Options_out_of_range_are_refused(int threads, int blockBytes) =>
        Assert.Equal(
            ErrorId.InvalidOption,
            Assert.Throws<EngineException>(() => Run(HitLog.Stream("a", new MemoryStream()), new IngestOptions { Threads = threads, BlockBytes = blockBytes })).Id);

    private static EngineException Fails(string text, ErrorId id) => Fails(Encoding.ASCII.GetBytes(text), id);

    private static EngineException Fails(byte[] bytes, ErrorId id)
    {
        var error = Assert.Throws<EngineException>(() => Run(HitLog.Stream("a", new MemoryStream(bytes)), new IngestOptions()));
        Assert.Equal(id, error.Id);
        return error;
    }

    private static IngestedText Run(HitLog log, IngestOptions options, IProgress<IngestProgress>? progress = null)
    {
        var sinks = new List<RecordingSink>();
        var pool = new BlockPool(options.BlockBytes);
        options.Validate();
        var pipeline = new IngestPipeline(RecordingSink.Formats, [new TextTable()], new OneRowParquet(), new RawTables());
        var result = pipeline.RunAsync(log, options, Add, progress, pool, CancellationToken.None).GetAwaiter().GetResult();
        Assert.Equal(0, pool.Outstanding);
        return new IngestedText(
            [.. sinks.SelectMany(sink => sink.Requests).OrderBy(request => request.Position.File).ThenBy(request => request.Position.ByteOffset)],
            [.. sinks.SelectMany(sink => sink.Rejects).OrderBy(reject => reject.Position.File).ThenBy(reject => reject.Position.ByteOffset)],
            result.Inputs);

        RecordSink Add(int worker)
        {
            sinks.Add(new RecordingSink());
            return sinks[worker];
        }
    }

    private sealed record IngestedText(
        IReadOnlyList<RecordedRequest> Requests,
        IReadOnlyList<(RejectReason Reason, RecordPosition Position, string Sample)> Rejects,
        IReadOnlyList<InputSummary> Inputs);

    private sealed class FailingDecoder : RequestDecoder
    {
        public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line) => throw new InvalidTimeZoneException("defect");
    }

    private sealed class Reports : IProgress<IngestProgress>
    {
        public List<IngestProgress> All { get; } = [];

        public void Report(IngestProgress value) => All.Add(value);
    }

    private sealed class OneRowParquet : IParquetReader
    {
        public ParquetHead HeadOf(string path, CancellationToken cancellationToken) => new(null, 1);

        public Task<TableReading> ReadAsync(TableFile file, int readers, LentSinks sinks, CancellationToken cancellationToken)
        {
            var sink = sinks.Borrow();
            sink.Reject(RejectReason.NotAHit, new RecordPosition(file.Ordinal, 1, -1), "parquet"u8);
            sinks.Lend(sink);
            return Task.FromResult(new TableReading(7, "Parquet of hits"));
        }
    }

    private sealed class RawTables : ITableSetReader
    {
        public string? TryRecognise(ReadOnlySpan<byte> head, string name) =>
            head.StartsWith("log_visit"u8) ? "log_visit" : head.StartsWith("log_action"u8) ? "log_action" : null;

        public async Task<IReadOnlyList<TableReading>> ReadAsync(IReadOnlyList<TableFile> files, RecordSink sink, CancellationToken cancellationToken)
        {
            var readings = new List<TableReading>();
            foreach (var file in files)
            {
                await using var content = await file.OpenContentAsync(cancellationToken);
                var all = new MemoryStream();
                await content.CopyToAsync(all, cancellationToken);
                sink.Reject(RejectReason.OrphanRow, new RecordPosition(file.Ordinal, 1, 0), all.ToArray());
                readings.Add(new TableReading(all.Length, $"raw {file.Role}"));
            }

            return readings;
        }
    }
}
