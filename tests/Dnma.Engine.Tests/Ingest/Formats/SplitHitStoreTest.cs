using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>Expectations are written by hand from domain §4.2.</summary>
public sealed class SplitHitStoreTest : IDisposable
{
    private const long Line = 1_662_357_600_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("dnma-split-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_BecomeOneHitOfTheLowestValues()
    {
        var (sink, totals) = Join(
            [(Line + 9, "s=1&idclient=b&mh=2-2-x&at=late&service=NOTES&p=two&ref=r2"), (Line, "s=1&idclient=b&mh=1-2-x&ts=" + (Line + 1) + "&at=a&p=one&ref=r1&uai=no")]);
        Assert.Equal(
            new CapturedHit
            {
                InstantMs = Line + 1,
                Visitor = "a",
                Client = "b",
                Service = "NOTES",
                Page = "one",
                Collectivity = "1",
                UserAgent = "agent",
            },
            sink.Hit);
        Assert.Equal((2L, 1L, 1L), (totals.Parts, totals.Hits, totals.Merged));
    }

    [Fact]
    public void IncompleteSet_IsOneFlaggedHit()
    {
        var (sink, totals) = Join([(Line + 5, "s=1&idclient=b&mh=3-3-x&p=three&vtag=5.1"), (Line + 7, "s=1&idclient=b&mh=2-3-x&at=a&ts=" + (Line + 6))]);
        Assert.Equal((HitFlags.SplitIncomplete, Line + 6, "a", "three"), (sink.Hit.Flags, sink.Hit.InstantMs, sink.Hit.Visitor, sink.Hit.Page));
        Assert.Equal(1, totals.Merged);
    }

    [Fact]
    public void ClockOfAnotherPart_IsNotTheHits()
    {
        var (sink, _) = Join([(Line, "s=1&idclient=b&mh=1-2-x&at=a"), (Line + 5, "s=1&idclient=b&mh=2-2-x&ts=" + (Line + 3))]);
        Assert.Equal((Line, "a", "b", HitFlags.None), (sink.Hit.InstantMs, sink.Hit.Visitor, sink.Hit.Client, sink.Hit.Flags));
    }

    [Fact]
    public void ClockOfAnotherPart_ServesWhereTheLowestHasNone()
    {
        var (sink, _) = Join([(LogRequest.NoInstant, "s=1&idclient=b&mh=1-2-x"), (LogRequest.NoInstant, "s=1&idclient=b&mh=2-2-x&ts=12")]);
        Assert.Equal(12, sink.Hit.InstantMs);
    }

    [Fact]
    public void NoInstantAnywhere_IsOneRejectAtTheLowestPart()
    {
        var (sink, totals) = Join([(LogRequest.NoInstant, "s=1&idclient=b&mh=2-2-x"), (LogRequest.NoInstant, "s=1&idclient=b&mh=1-2-x")]);
        Assert.Equal(RejectReason.MissingInstant, sink.Reason);
        Assert.Equal(2, sink.Rejects[0].Position.Line);
        Assert.Equal(1, totals.Merged);
    }

    [Fact]
    public void Doubles_OfOneIndexYieldToTheLeast()
    {
        var (sink, totals) = Join(
        [
            (Line + 1, "s=1&idclient=b&mh=1-2-x&at=a-but-later"),
            (Line, "s=1&idclient=b&mh=1-2-x&at=c"),
            (Line, "s=1&idclient=b&mh=1-2-x&at=b"),
            (Line, "s=1&idclient=b&mh=1-2-x&at=b"),
            (Line, "s=1&idclient=b&mh=2-2-x&service=NOTES"),
        ]);
        Assert.Equal(("b", HitFlags.None, Line), (sink.Hit.Visitor, sink.Hit.Flags, sink.Hit.InstantMs));
        Assert.Equal(4, totals.Merged);
    }

    [Theory]
    [InlineData("s=2&idclient=b&mh=2-2-x")]
    [InlineData("s=1&idclient=c&mh=2-2-x")]
    [InlineData("s=1&idclient=b&mh=2-2-y")]
    [InlineData("s=1b&idclient=&mh=2-2-x")]
    public void Parts_OfAnotherKeyAreAnotherHit(string other)
    {
        var (sink, totals) = Join([(Line, "s=1&idclient=b&mh=1-2-x"), (Line, other)]);
        Assert.Equal(2, sink.Hits.Count);
        Assert.Equal(0, totals.Merged);
        Assert.All(sink.Hits, hit => Assert.Equal(HitFlags.SplitIncomplete, hit.Flags));
    }

    [Fact]
    public void Referrer_IsThatOfTheLowestPartAndSwallowsNoOther()
    {
        using var store = new SplitHitStore(1 << 20, _folder);
        var feeding = new CapturingSink(store);
        Feed(feeding, Line, "s=1&mh=2-2-x&at=a&ref=second&uai=no", 1);
        Feed(feeding, Line, "s=1&mh=1-2-x&ref=first&uai=no", 2);
        var sink = new CapturingSink(null, "ref");
        store.Join(sink);
        Assert.Equal(("first&uai=no", "a", ""), (sink.Hit.Customs, sink.Hit.Visitor, sink.Hit.Uai));
    }

    [Fact]
    public void Prefetch_OfAPartIsTheHits()
    {
        using var store = new SplitHitStore(1 << 20, _folder);
        var feeding = new XitiRequestDecoder(new CapturingSink(store));
        var first = new LogRequest { InstantMs = Line, Query = "s=1&mh=1-2-x"u8, IsPrefetch = true };
        var second = new LogRequest { InstantMs = Line, Query = "s=1&mh=2-2-x"u8, ClientHints = "Sec-CH-UA: y"u8, UserAgent = "agent"u8 };
        feeding.Decode(in first, default, default);
        feeding.Decode(in second, default, default);
        var sink = new CapturingSink();
        store.Join(sink);
        Assert.Equal((HitFlags.Prefetch, "Sec-CH-UA: y", "agent"), (sink.Hit.Flags, sink.Hit.ClientHints, sink.Hit.UserAgent));
    }

    [Property(MaxTest = 60)]
    public bool ArrivalOrderAndMemory_DoNotMatter(byte[] choices, int order)
    {
        var parts = choices.Select((choice, rank) => (
            Instant: Line + (choice % 3),
            Query: $"s={choice & 1}&idclient=b{(choice >> 1) & 1}&mh={1 + ((choice >> 2) & 1)}-{2 + ((choice >> 3) & 1)}-id{(choice >> 4) & 3}&at=a{choice >> 6}&p=p{rank % 5}")).ToList();
        var shuffled = parts.Select((part, rank) => (part, Key: unchecked(((uint)rank * 2_654_435_761u) ^ (uint)order))).OrderBy(item => item.Key).Select(item => item.part).ToList();
        var expected = Describe(Join(parts));
        return expected.SequenceEqual(Describe(Join(shuffled)))
            && expected.SequenceEqual(Describe(Join(parts, budget: 1)))
            && expected.SequenceEqual(Describe(Join(shuffled, budget: 500)))
            && Directory.GetFiles(_folder).Length == 0;
    }

    [Property]
    public bool SplittingAnywhere_ChangesNothing(byte first, byte second)
    {
        string[] parameters = ["ts=" + (Line + 5), "vtag=5.1", "at=a%20b", "service=NOTES", "p=x::y", "uai=0010024W", "profil=ELEVE", "click=T", "at=other", "ref=u$v"];
        var sink = new CapturingSink();
        Feed(sink, Line, "s=1&idclient=b&" + string.Join('&', parameters), 1);
        var cuts = new[] { 0, first % 11, second % 11, 10 }.Order().ToArray();
        var parts = Enumerable.Range(0, 3).Select(part => (Line, $"s=1&idclient=b&mh={part + 1}-3-q&" + string.Join('&', parameters[cuts[part]..cuts[part + 1]]))).ToList();
        var joined = Join(parts).Sink.Hit;

        // The tag's clock counts only in the lowest part, whose instant is the hit's.
        return cuts[1] > 0 ? joined == sink.Hit : joined with { InstantMs = Line + 5 } == sink.Hit;
    }

    [Fact]
    public async Task Workers_MayAddTogether()
    {
        using var store = new SplitHitStore(10_000, _folder);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            var sink = new CapturingSink(store);
            for (var i = 0; i < 500; i++)
            {
                Feed(sink, Line, $"s=1&idclient=b&mh={worker + 1}-4-id{i}&x{worker + 1}=v", i);
            }
        })));
        var joined = new CapturingSink();
        var totals = store.Join(joined);
        Assert.Equal(new SplitHitTotals(2000, 500), totals);
        Assert.Equal(500, joined.Hits.Count);
        Assert.All(joined.Hits, hit => Assert.Equal(("v", "v", "v", "v", HitFlags.None), (hit.Service, hit.Profile, hit.Project, hit.Platform, hit.Flags)));
    }

    [Fact]
    public void TemporaryFile_HoldsNoIdAndIsDeleted()
    {
        var store = new SplitHitStore(1, _folder);
        var secret = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
        Feed(new CapturingSink(store), Line, $"s=1&idclient={secret}&at={secret}&mh=1-2-x", 1);
        var path = Assert.Single(Directory.GetFiles(_folder));
        byte[] bytes;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }

        Assert.True(bytes.Length > 2 * secret.Length);
        for (var at = 0; at + 6 <= secret.Length; at++)
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret.Substring(at, 6))));
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        store.Dispose();
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void TemporaryFile_IsDeletedWhenTheSinkFails()
    {
        var store = new SplitHitStore(1, _folder);
        Feed(new CapturingSink(store), Line, "s=1&mh=1-2-x", 1);
        Assert.Single(Directory.GetFiles(_folder));
        Assert.Throws<OperationCanceledException>(() => store.Join(new CapturingSink(), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Throws<ObjectDisposedException>(() => store.Join(new CapturingSink()));
    }

    [Fact]
    public void TemporaryFile_ThatWasChangedIsRefused()
    {
        var store = new SplitHitStore(1, _folder);
        Feed(new CapturingSink(store), Line, "s=1&mh=1-2-x", 1);
        var path = Assert.Single(Directory.GetFiles(_folder));
        using (var handle = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            handle.Position = 60;
            handle.WriteByte(unchecked((byte)(PeekAt(handle, 60) ^ 1)));
        }

        Assert.Equal(ErrorId.UnwritableOutput, Assert.Throws<EngineException>(() => store.Join(new CapturingSink())).Id);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void TemporaryFolder_ThatIsNotThereIsNamed()
    {
        using var store = new SplitHitStore(1, Path.Combine(_folder, "absent"));
        var error = Assert.Throws<EngineException>(() => Feed(new CapturingSink(store), Line, "s=1&at=person-secret&mh=1-2-x", 1));
        Assert.Equal(ErrorId.UnwritableOutput, error.Id);
        Assert.DoesNotContain("person-secret", error.Message);
    }

    private static byte PeekAt(FileStream file, long position)
    {
        file.Position = position;
        var value = (byte)file.ReadByte();
        file.Position = position;
        return value;
    }

    private static List<string> Describe((CapturingSink Sink, SplitHitTotals Totals) joined) =>
        [.. joined.Sink.Hits.Select(hit => hit.ToString()).Order(StringComparer.Ordinal), joined.Totals.ToString()];

    private static void Feed(CapturingSink sink, long instant, string query, int line)
    {
        var request = new LogRequest { InstantMs = instant, Query = Encoding.UTF8.GetBytes(query), UserAgent = "agent"u8 };
        new XitiRequestDecoder(sink).Decode(in request, new RecordPosition(0, line, line * 100L), request.Query);
    }

    private (CapturingSink Sink, SplitHitTotals Totals) Join(List<(long Instant, string Query)> parts, long budget = 1 << 20)
    {
        using var store = new SplitHitStore(budget, _folder);
        var feeding = new CapturingSink(store);
        var line = 0;
        foreach (var (instant, query) in parts)
        {
            Feed(feeding, instant, query, ++line);
        }

        Assert.Empty(feeding.Hits);
        Assert.Empty(feeding.Rejects);
        var sink = new CapturingSink();
        return (sink, store.Join(sink));
    }
}
