using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Tests.Allocations;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>Expectations are written by hand from domain §4.1 and §4.2.</summary>
public class XitiRequestDecoderTest
{
    /// <summary>2022-09-05T06:00:00Z.</summary>
    private const long Line = 1_662_357_600_000;

    [Fact]
    public void Marker2012_IsReadWhole()
    {
        var hit = Decode("s=450810&s2=12&p=Cahier_Textes::Consulter&at=77&ac=2&x1=9&x2=2&x3=Netocentre&x4=K-d%C3%A9cole&idclient=77&hl=8x0x0").Hit;
        Assert.Equal(
            new CapturedHit
            {
                InstantMs = Line,
                Visitor = "77",
                Profile = "2",
                Service = "9",
                Project = "Netocentre",
                Platform = "K-décole",
                Collectivity = "450810",
                Page = "Cahier_Textes::Consulter",
                UserAgent = "agent",
            },
            hit);
    }

    [Fact]
    public void SmartTag_IsReadWhole()
    {
        var hit = Decode(
            "s=410501&ts=1662357601234&vtag=5.28.1&idclient=browser-1&at=person-1&ac=ignored&p=messagerie::boite::lire&s2=0010024W"
            + "&service=COURRIER_ELECTRONIQUE&type=TIERS&outil=ZIMBRA&uai=0450822X&projet=ENT+Centre&exploitant=Op&plateforme=Edifice&profil=ELEVE").Hit;
        Assert.Equal(
            new CapturedHit
            {
                InstantMs = 1_662_357_601_234,
                Visitor = "person-1",
                Client = "browser-1",
                Uai = "0450822X",
                Profile = "ELEVE",
                Service = "COURRIER_ELECTRONIQUE",
                Type = "TIERS",
                Tool = "ZIMBRA",
                Project = "ENT Centre",
                Operator = "Op",
                Platform = "Edifice",
                Collectivity = "410501",
                Page = "messagerie::boite::lire",
                UserAgent = "agent",
            },
            hit);
    }

    [Theory]
    [InlineData("s=1&idclient=b", "b", "")]
    [InlineData("s=1&at=a&idclient=b", "a", "")]
    [InlineData("s=1&at=&idclient=b", "b", "")]
    [InlineData("s=1&idclient=b&vtag=4.2", "b", "")]
    [InlineData("s=1&idclient=b&vtag=5.1", "", "b")]
    [InlineData("s=1&idclient=b&service=NOTES", "", "b")]
    [InlineData("s=1&idclient=b&SERVICE=NOTES&at=a", "a", "b")]
    [InlineData("s=1&idclient=b&ts=1662357600000", "", "b")]
    public void Person_FollowsThePlan(string query, string visitor, string client)
    {
        var hit = Decode(query).Hit;
        Assert.Equal((visitor, client), (hit.Visitor, hit.Client));
    }

    [Theory]
    [InlineData("s=1&at=a&idclient=OPT-OUT", true)]
    [InlineData("s=1&at=a&idclient=Consent-NO", true)]
    [InlineData("s=1&at=a&idclient=opt-out", true)]
    [InlineData("s=1&at=a&idclient=12-NO&service=NOTES", true)]
    [InlineData("s=1&at=OPT%2DOUT&idclient=b", true)]
    [InlineData("s=1&at=a&idclient=NO", false)]
    [InlineData("s=1&at=a&idclient=jean-no", false)]
    [InlineData("s=1&at=a&idclient=NO-1", false)]
    public void OptOut_IsFlaggedEvenWithAPerson(string query, bool isOut)
    {
        var hit = Decode(query).Hit;
        Assert.Equal(isOut, hit.Flags == HitFlags.OptOut);
        Assert.DoesNotContain("OUT", hit.Visitor + hit.Client, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("uai=0010024W&s2=0220158C", "0010024W")]
    [InlineData("uai=&s2=0220158C", "0220158C")]
    [InlineData("s2=0220158c", "0220158c")]
    [InlineData("UAI=x&s2=0220158C", "x")]
    [InlineData("s2=12", "")]
    [InlineData("s2=02201588", "")]
    [InlineData("s2=0220158CC", "")]
    public void Establishment_IsUaiElseS2InItsForm(string query, string expected) => Assert.Equal(expected, Decode("s=1&" + query).Hit.Uai);

    [Theory]
    [InlineData("profil=PARENT&ac=1&x2=2", "PARENT")]
    [InlineData("profil=&ac=1&x2=2", "1")]
    [InlineData("Profil=ELEVE", "ELEVE")]
    [InlineData("ac=&x2=2", "2")]
    [InlineData("x2=2", "2")]
    [InlineData("PROFIL=PARENT&profil=ELEVE", "PARENT")]
    public void Profile_HasThreeSources(string query, string expected) => Assert.Equal(expected, Decode("s=1&" + query).Hit.Profile);

    [Theory]
    [InlineData("service=NOTES&x1=4&p=a::b", "NOTES")]
    [InlineData("service=&x1=4&p=a::b", "4")]
    [InlineData("x1=&p=Page_ENT", "Page_ENT")]
    [InlineData("p=chap1::chap2::page", "chap1")]
    [InlineData("p=chap%3A1%3A%3Apage", "chap:1")]
    [InlineData("p=::page", "")]
    [InlineData("service=A&service=B", "A")]
    [InlineData("service=A;type=B", "A;type=B")]
    public void Service_HasThreeSources(string query, string expected) => Assert.Equal(expected, Decode("s=1&" + query).Hit.Service);

    [Theory]
    [InlineData("click=N", HitKind.Click, HitFlags.None)]
    [InlineData("click=A", HitKind.Click, HitFlags.None)]
    [InlineData("clic=S", HitKind.Click, HitFlags.None)]
    [InlineData("click=T", HitKind.Click, HitFlags.Download)]
    [InlineData("click=t", HitKind.Click, HitFlags.Download)]
    [InlineData("click=Z", HitKind.Click, HitFlags.None)]
    [InlineData("click=", HitKind.Page, HitFlags.None)]
    [InlineData("x=1", HitKind.Page, HitFlags.None)]
    public void Kind_IsClickWhereAClickIsNamed(string query, HitKind kind, HitFlags flags)
    {
        var hit = Decode("s=1&p=lire&" + query).Hit;
        Assert.Equal((kind, flags, kind == HitKind.Click ? "lire" : ""), (hit.Kind, hit.Flags, hit.Label));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(CapturingSink.Day, false)]
    [InlineData(-CapturingSink.Day, false)]
    [InlineData(CapturingSink.Day + 1, true)]
    [InlineData(-CapturingSink.Day - 1, true)]
    public void Clock_IsBelievedWithinItsTolerance(long skew, bool isIgnored)
    {
        var hit = Decode($"s=1&ts={Line + skew}").Hit;
        Assert.Equal(isIgnored ? Line : Line + skew, hit.InstantMs);
        Assert.Equal(isIgnored ? HitFlags.ClockIgnored : HitFlags.None, hit.Flags);
    }

    [Theory]
    [InlineData("ts=yesterday", HitFlags.ClockIgnored)]
    [InlineData("ts=-5", HitFlags.ClockIgnored)]
    [InlineData("ts=9999999999999999999999", HitFlags.ClockIgnored)]
    [InlineData("ts=", HitFlags.None)]
    public void Clock_ThatCannotBeReadYieldsToTheLine(string query, HitFlags flags)
    {
        var hit = Decode("s=1&" + query).Hit;
        Assert.Equal((Line, flags), (hit.InstantMs, hit.Flags));
    }

    [Fact]
    public void Instant_WithoutLineTimeIsTheTags()
    {
        Assert.Equal(12, Decode("s=1&ts=12", line: LogRequest.NoInstant).Hit.InstantMs);
        Assert.Equal(RejectReason.MissingInstant, Decode("s=1&ts=", line: LogRequest.NoInstant).Reason);
        Assert.Equal(RejectReason.MissingInstant, Decode("s=1", line: LogRequest.NoInstant).Reason);
        Assert.Equal(RejectReason.BadInstant, Decode("s=1&ts=12a", line: LogRequest.NoInstant).Reason);
    }

    [Fact]
    public void Referrer_SwallowsWhatFollowsIt()
    {
        var hit = Decode("s=1&at=a&ref=https://ent.fr/?x=1$y=2&at=b&service=NOTES&idclient=OPT-OUT").Hit;
        Assert.Equal(("a", "", HitFlags.None), (hit.Visitor, hit.Service, hit.Flags));
    }

    [Theory]
    [InlineData("GET", "/hit.xiti", "s=1", true)]
    [InlineData("POST", "/a/b/hit.xiti", "p=1", true)]
    [InlineData("", "", "s=1", true)]
    [InlineData("GET", "https://logs.xiti.com/hit.xiti", "s=1", true)]
    [InlineData("GET", "/hit.xiti", "", false)]
    [InlineData("GET", "/hit.xiti", "foo", false)]
    [InlineData("GET", "/hit.xiti", "=1", false)]
    [InlineData("HEAD", "/hit.xiti", "s=1", false)]
    [InlineData("OPTIONS", "/hit.xiti", "s=1", false)]
    [InlineData("GET", "/favicon.ico", "s=1", false)]
    [InlineData("GET", "/", "s=1", false)]
    [InlineData("", "", "p=1", false)]
    [InlineData("", "", "", false)]
    public void Request_IsAHitOrNot(string method, string path, string query, bool isHit)
    {
        var sink = Decode(query, method, path);
        if (isHit)
        {
            Assert.Single(sink.Hits);
        }
        else
        {
            Assert.Equal(RejectReason.NotAHit, sink.Reason);
            Assert.Equal("the line", sink.Rejects[0].Sample);
        }
    }

    [Fact]
    public void Parts_AreSetAside()
    {
        var sink = Decode("s=1&idclient=b%20c&mh=2-3-x-7&p=z");
        Assert.Empty(sink.Hits);
        Assert.Equal(("1", "b c", "x-7", 2, 3, Line, "s=1&idclient=b%20c&mh=2-3-x-7&p=z"), Assert.Single(sink.Parts));
    }

    [Theory]
    [InlineData("mh=1-1-x", HitFlags.None)]
    [InlineData("mh=3-2-x", HitFlags.SplitIncomplete)]
    [InlineData("mh=0-2-x", HitFlags.SplitIncomplete)]
    [InlineData("mh=1-2-", HitFlags.SplitIncomplete)]
    [InlineData("mh=1-2", HitFlags.SplitIncomplete)]
    [InlineData("mh=a-b-c", HitFlags.SplitIncomplete)]
    [InlineData("mh=1-100-x", HitFlags.SplitIncomplete)]
    [InlineData("mh=", HitFlags.SplitIncomplete)]
    [InlineData("mherr=1", HitFlags.SplitIncomplete)]
    [InlineData("mherr=0", HitFlags.None)]
    public void Marks_ThatMakeNoPartLeaveOneHit(string query, HitFlags flags) => Assert.Equal(flags, Decode("s=1&" + query).Hit.Flags);

    [Fact]
    public void CustomDimensions_AreThoseAskedForInTheirOrder()
    {
        var sink = new CapturingSink(null, "niveau", "x5", "absent", "service", "x5", "ref");
        Decode(sink, "s=1&x5=a%20b&niveau=6%C3%A8me&X5=no&x5=second&service=NOTES&ref=u&v");
        Assert.Equal("6ème|a b||NOTES|a b|u&v", sink.Hit.Customs);
    }

    [Fact]
    public void Prefetch_IsFlagged()
    {
        var sink = new CapturingSink();
        var request = new LogRequest { InstantMs = Line, Query = "s=1"u8, IsPrefetch = true, ClientHints = "Sec-CH-UA: x"u8 };
        new XitiRequestDecoder(sink).Decode(in request, default, "the line"u8);
        Assert.Equal((HitFlags.Prefetch, "Sec-CH-UA: x"), (sink.Hit.Flags, sink.Hit.ClientHints));
    }

    [Theory]
    [InlineData("s=%&at=%zz&service=%4", "%zz", "%4")]
    [InlineData("s=1&at=a\0b&service=\u0001", "a\0b", "\u0001")]
    [InlineData("s=1&&&=&at==&service=&", "=", "")]
    public void HostileText_IsKeptAsItIs(string query, string visitor, string service)
    {
        var hit = Decode(query).Hit;
        Assert.Equal((visitor, service), (hit.Visitor, hit.Service));
    }

    [Fact]
    public void HugeQuery_IsReadAndDoesNotDisturbTheNext()
    {
        var sink = new CapturingSink(null, "p");
        var decoder = new XitiRequestDecoder(sink);
        var huge = "s=1&at=a&p=" + string.Concat(Enumerable.Repeat("%41", 350_000));
        foreach (var query in new[] { huge, "s=1&at=b&p=%41" })
        {
            var request = new LogRequest { InstantMs = Line, Query = Encoding.ASCII.GetBytes(query) };
            decoder.Decode(in request, default, default);
        }

        Assert.Equal(350_000, sink.Hits[0].Page.Length);
        Assert.Equal(new CapturedHit { InstantMs = Line, Visitor = "b", Collectivity = "1", Page = "A", Service = "A", Customs = "A" }, sink.Hits[1]);
    }

    [Property]
    public bool OrderAndEncoding_DoNotMatter(int order, bool[] encoded)
    {
        string[][] parameters =
        [
            ["s", "410501"], ["at", "é 1"], ["idclient", "b+&="], ["service", "NOTES"], ["p", "x::y"], ["uai", "0010024W"], ["click", "T"], ["vtag", "5.1"], ["projet", "P"],
        ];
        var expected = Decode(string.Join('&', parameters.Select(pair => pair[0] + "=" + Uri.EscapeDataString(pair[1])))).Hit;
        var shuffled = parameters.Select((pair, rank) => (Pair: pair, Rank: rank)).OrderBy(item => ((item.Rank * 7L) + 3) * (order | 1L) % 101).ToList();
        var query = string.Join('&', shuffled.Select(item =>
            item.Pair[0] + "=" + (item.Rank < encoded.Length && encoded[item.Rank] && item.Rank != 7 ? EncodeAll(item.Pair[1]) : Uri.EscapeDataString(item.Pair[1]))));
        return Decode(query).Hit == expected;
    }

    [Property]
    public bool AnyBytes_AreOneRecord(byte[] bytes, bool hasLine)
    {
        var sink = new CapturingSink(null, "a");
        var query = bytes.Select(value => value < 128 ? (byte)"s=&;%tpmha-1ref"[value % 15] : value).ToArray();
        var request = new LogRequest { InstantMs = hasLine ? Line : LogRequest.NoInstant, Path = "/hit.xiti"u8, Query = query };
        new XitiRequestDecoder(sink).Decode(in request, default, default);
        return sink.Hits.Count + sink.Rejects.Count + sink.Parts.Count == 1;
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        var sink = new CountingSink();
        var decoder = new XitiRequestDecoder(sink);
        var query = Encoding.ASCII.GetBytes("s=410501&ts=1662357601234&vtag=5.28.1&idclient=b%20c&at=p%C3%A9&p=a%3A%3Ab&service=NOTES&x5=1");
        Assert.Equal(0, SteadyAllocation.Of(() => Run(decoder, query, 1000)));
        Assert.Equal(10_000, sink.Count);
    }

    private static void Run(XitiRequestDecoder decoder, byte[] query, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var request = new LogRequest { InstantMs = Line, Path = "/hit.xiti"u8, Query = query };
            decoder.Decode(in request, default, query);
        }
    }

    private static string EncodeAll(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:x2}"));

    private static CapturingSink Decode(string query, string method = "GET", string path = "/hit.xiti", long line = Line)
    {
        var sink = new CapturingSink();
        Decode(sink, query, method, path, line);
        return sink;
    }

    private static void Decode(CapturingSink sink, string query, string method = "GET", string path = "/hit.xiti", long line = Line)
    {
        var request = new LogRequest
        {
            InstantMs = line,
            Method = Encoding.UTF8.GetBytes(method),
            Path = Encoding.UTF8.GetBytes(path),
            Query = Encoding.UTF8.GetBytes(query),
            UserAgent = "agent"u8,
        };
        new XitiRequestDecoder(sink).Decode(in request, new RecordPosition(1, 2, 3), "the line"u8);
    }

    private sealed class CountingSink : RecordSink
    {
        private readonly byte[][] _names = ["x5"u8.ToArray()];

        public int Count { get; private set; }

        public override ReadOnlySpan<byte[]> CustomNames => _names;

        public override long ClockToleranceMs => CapturingSink.Day;

        public override void Accept(scoped in HitFields hit) => Count++;

        public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => throw new InvalidOperationException();

        public override void AcceptPart(in SplitHitPart part) => throw new InvalidOperationException();
    }
}
