using System.IO.Pipelines;
using System.Text;
using Dnma.Engine.Ingest.Sources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Sources;

public class LineCutterTests
{
    private sealed record Cut(long Line, long Offset, string Text, bool TooLong);

    [Property(MaxTest = 400)]
    public Property Any_cutting_gives_the_lines_of_a_naive_split()
    {
        var content = Gen.ArrayOf(Gen.Frequency((6, Gen.Elements((byte)'a', (byte)'b', (byte)'\r', (byte)' ')), (1, Gen.Constant((byte)'\n'))))
            .Where(bytes => bytes.Length < 5000);
        return Prop.ForAll(
            Gen.Zip(content.Resize(1200), Gen.Zip(Gen.Choose(16, 70), Gen.Choose(1, 90))).ToArbitrary(),
            test =>
            {
                var (bytes, (blockBytes, writeBytes)) = test;
                const int Max = 80;
                var (cuts, outstanding, lines) = CutAsync(bytes, blockBytes, writeBytes, Max).GetAwaiter().GetResult();
                var expected = NaiveSplit(bytes, Max);
                Assert.Equal(expected, cuts);
                Assert.Equal(0, outstanding);
                Assert.Equal(expected.Count, lines);
            });
    }

    [Theory]
    [InlineData(80, "", false)]
    [InlineData(80, "\n", false)]
    [InlineData(80, "\r\n", false)]
    [InlineData(81, "", true)]
    [InlineData(81, "\n", true)]
    [InlineData(81, "\r\n", true)]
    public async Task The_limit_is_of_the_record_without_its_line_end(int length, string end, bool isTooLong)
    {
        var (cuts, _, _) = await CutAsync(Encoding.ASCII.GetBytes(new string('x', length) + end), 32, 7, 80);
        Assert.Equal(isTooLong, Assert.Single(cuts).TooLong);
    }

    [Fact]
    public async Task A_line_of_a_gigabyte_takes_no_gigabyte()
    {
        const long Gigabyte = 1 << 30;
        using var memory = new CountingPool();
        var pipe = new Pipe(new PipeOptions(memory, pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, minimumSegmentSize: 1 << 18));
        var pump = Task.Run(async () =>
        {
            for (var written = 0L; written < Gigabyte; written += 1 << 18)
            {
                pipe.Writer.GetSpan(1 << 18)[..(1 << 18)].Fill((byte)'x');
                pipe.Writer.Advance(1 << 18);
                await pipe.Writer.FlushAsync();
            }

            await pipe.Writer.WriteAsync("\nshort\n"u8.ToArray());
            await pipe.Writer.CompleteAsync();
        });
        var pool = new BlockPool(1 << 20);
        var cutter = new LineCutter(pipe.Reader, pool);
        var sample = await cutter.NextAsync(default);
        Assert.Equal((StretchKind.TooLong, LineCutter.SampleBytes), (sample.Kind, sample.Length));
        var next = await cutter.NextAsync(default);
        Assert.Equal((StretchKind.Lines, 2L, Gigabyte + 1, "short\n"), (next.Kind, next.Line, next.Offset, Encoding.ASCII.GetString(next.Span)));
        Assert.InRange(memory.Peak, 1 << 20, 4 << 20);
        await pump;
    }

    [Property(MaxTest = 300)]
    public Property Looking_ahead_takes_blank_lines_only()
    {
        var content = Gen.ArrayOf(Gen.Elements((byte)'a', (byte)'\n', (byte)' ', (byte)'\n')).Resize(200);
        return Prop.ForAll(
            Gen.Zip(content, Gen.Choose(1, 40)).ToArbitrary(),
            test =>
            {
                var (bytes, look) = test;
                var pipe = new Pipe();
                pipe.Writer.WriteAsync(bytes).AsTask().GetAwaiter().GetResult();
                pipe.Writer.Complete();
                var cutter = new LineCutter(pipe.Reader, new BlockPool(16), 80);
                var head = cutter.PeekLinesAsync(look, default).AsTask().GetAwaiter().GetResult();
                var firstText = Array.IndexOf(bytes, (byte)'a');
                var start = firstText < 0 ? bytes.AsSpan().LastIndexOf((byte)'\n') + 1 : bytes.AsSpan(0, firstText).LastIndexOf((byte)'\n') + 1;
                var seen = Encoding.ASCII.GetString([.. head.Lines.Span, .. head.Rest.Span]);
                var all = Encoding.ASCII.GetString(bytes.AsSpan(start));
                if (all.IndexOf('\n', StringComparison.Ordinal) is var first && first > 80)
                {
                    return;
                }

                Assert.StartsWith(seen, all, StringComparison.Ordinal);
                Assert.Equal(seen.Length == all.Length, head.HoldsAll);
                var rest = new List<string>();
                while (cutter.NextAsync(default).AsTask().GetAwaiter().GetResult() is { Kind: not StretchKind.End } stretch)
                {
                    rest.Add(Encoding.ASCII.GetString(stretch.Span));
                }

                Assert.Equal(all, string.Concat(rest));
            });
    }

    private static async Task<(List<Cut> Cuts, int Outstanding, long Lines)> CutAsync(byte[] content, int blockBytes, int writeBytes, int max)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 16));
        var pump = Task.Run(async () =>
        {
            for (var start = 0; start < content.Length; start += writeBytes)
            {
                await pipe.Writer.WriteAsync(content.AsMemory(start, Math.Min(writeBytes, content.Length - start)));
            }

            await pipe.Writer.CompleteAsync();
        });
        var pool = new BlockPool(blockBytes);
        var cutter = new LineCutter(pipe.Reader, pool, max);
        var cuts = new List<Cut>();
        while (await cutter.NextAsync(default) is { Kind: not StretchKind.End } stretch)
        {
            if (stretch.Kind == StretchKind.TooLong)
            {
                cuts.Add(new Cut(stretch.Line, stretch.Offset, Encoding.ASCII.GetString(stretch.Span), true));
            }
            else
            {
                Assert.True(stretch.Kind == StretchKind.LastLine || stretch.Span[^1] == '\n');
                foreach (var cut in NaiveSplit(stretch.Span.ToArray(), int.MaxValue))
                {
                    cuts.Add(cut with { Line = cut.Line + stretch.Line - 1, Offset = cut.Offset + stretch.Offset });
                }
            }

            pool.Return(stretch.Buffer!);
        }

        await pump;
        return (cuts, pool.Outstanding, cutter.Lines);
    }

    /// <summary>Splits at line feeds; of a line over the limit (less one carriage return) only the start is kept.</summary>
    private static List<Cut> NaiveSplit(byte[] content, int max)
    {
        var text = Encoding.ASCII.GetString(content);
        var cuts = new List<Cut>();
        var offset = 0L;
        var parts = text.Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (i < parts.Length - 1 || part.Length > 0)
            {
                var length = part.EndsWith('\r') ? part.Length - 1 : part.Length;
                cuts.Add(new Cut(i + 1, offset, length > max ? part[..max] : part, length > max));
            }

            offset += part.Length + 1;
        }

        return cuts;
    }
}
