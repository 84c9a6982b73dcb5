using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>Expectations are written by hand from domain §4.4.</summary>
public class MatomoRequestDecoderTest
{
    /// <summary>2022-09-05T06:00:00Z.</summary>
    private const long Line = 1_662_357_600_000;

    [Fact]
    public void Page_IsReadWhole()
    {
        var sink = Decode(
            "idsite=7&rec=1&uid=person&_id=0123456789abcdef&url=https%3A%2F%2Fent.fr%2Fa&action_name=Accueil&dimension1=Student&dimension2=0450822X"
            + "&dimension3=ent.fr&service=NOTES&type=TIERS&outil=PMB&cip=10.0.0.1&token_auth=secret&bots=1&dimension9=x&rand=5");
        Assert.Equal(
            new CapturedHit
            {
                InstantMs = Line,
                Visitor = "person",
                Client = "0123456789abcdef",
                Uai = "0450822X",
                Profile = "Student",
                Service = "NOTES",
                Type = "TIERS",
                Tool = "PMB",
                Platform = "ent.fr",
                Collectivity = "7",
                Page = "https://ent.fr/a",
                UserAgent = "agent",
                Flags = HitFlags.CollectivityIsSite,
            },
            sink.Hit);
    }

    [Theory]
    [InlineData("", HitKind.Page, "", HitFlags.None)]
    [InlineData("ping=1&e_c=a&e_a=b", HitKind.Ping, "", HitFlags.None)]
    [InlineData("ping=0", HitKind.Page, "", HitFlags.None)]
    [InlineData("link=http%3A%2F%2Fx", HitKind.Click, "http://x", HitFlags.None)]
    [InlineData("download=f.pdf&link=f.html", HitKind.Click, "f.pdf", HitFlags.Download)]
    [InlineData("e_c=Video%20&e_a=play", HitKind.Event, "Video  / play", HitFlags.None)]
    [InlineData("e_c=Video", HitKind.Event, "Video", HitFlags.None)]
    [InlineData("e_a=play", HitKind.Event, "play", HitFlags.None)]
    [InlineData("search=dupont", HitKind.Event, "search", HitFlags.None)]
    [InlineData("search=", HitKind.Page, "", HitFlags.None)]
    [InlineData("ca=1", HitKind.Event, "", HitFlags.None)]
    public void Kind_FollowsItsOrder(string query, HitKind kind, string label, HitFlags flags)
    {
        var hit = Decode("idsite=1&rec=1&" + query).Hit;
        Assert.Equal((kind, label, flags | HitFlags.CollectivityIsSite), (hit.Kind, hit.Label, hit.Flags));
    }

    [Theory]
    [InlineData("cdt=2022-09-05%2008:30:01", 1_662_366_601_000, HitFlags.None)]
    [InlineData("cdt=2022-09-05+08%3A30%3A01", 1_662_366_601_000, HitFlags.None)]
    [InlineData("cdt=2022-09-05T08:30:01Z", 1_662_366_601_000, HitFlags.None)]
    [InlineData("cdt=1662366601", 1_662_366_601_000, HitFlags.None)]
    [InlineData("cdt=2020-02-29+00:00:00", 1_582_934_400_000, HitFlags.None)]
    [InlineData("cdt=", Line, HitFlags.None)]
    [InlineData("cdt=2021-02-29+00:00:00", Line, HitFlags.ClockIgnored)]
    [InlineData("cdt=2022-13-01+00:00:00", Line, HitFlags.ClockIgnored)]
    [InlineData("cdt=2022-09-05+24:00:00", Line, HitFlags.ClockIgnored)]
    [InlineData("cdt=1662366601000", Line, HitFlags.ClockIgnored)]
    [InlineData("cdt=yesterday", Line, HitFlags.ClockIgnored)]
    public void Instant_IsCdtElseTheLines(string query, long instant, HitFlags flags)
    {
        var hit = Decode("idsite=1&rec=1&" + query).Hit;
        Assert.Equal((instant, flags | HitFlags.CollectivityIsSite), (hit.InstantMs, hit.Flags));
    }

    [Fact]
    public void Instant_MustBeSomewhere()
    {
        Assert.Equal(RejectReason.MissingInstant, Decode("idsite=1&rec=1", line: LogRequest.NoInstant).Reason);
        Assert.Equal(RejectReason.BadInstant, Decode("idsite=1&rec=1&cdt=x", line: LogRequest.NoInstant).Reason);
        Assert.Equal(5000, Decode("idsite=1&rec=1&cdt=5", line: LogRequest.NoInstant).Hit.InstantMs);
    }

    [Theory]
    [InlineData("GET", "/matomo.php", "idsite=1&rec=1", true)]
    [InlineData("POST", "/stats/piwik.php", "idsite=1&rec=1", true)]
    [InlineData("GET", "matomo.php", "idsite=1&rec=1", true)]
    [InlineData("", "", "idsite=1&rec=1", true)]
    [InlineData("", "", "rec=1", false)]
    [InlineData("GET", "/matomo.php", "idsite=1", false)]
    [InlineData("GET", "/matomo.php", "idsite=1&rec=0", false)]
    [InlineData("POST", "/matomo.php", "", false)]
    [InlineData("HEAD", "/matomo.php", "idsite=1&rec=1", false)]
    [InlineData("GET", "/matomo.js", "idsite=1&rec=1", false)]
    [InlineData("GET", "/notmatomo.php", "idsite=1&rec=1", false)]
    public void Request_IsAHitOrNot(string method, string path, string query, bool isHit)
    {
        var sink = Decode(query, method, path);
        Assert.Equal(isHit ? (1, 0) : (0, 1), (sink.Hits.Count, sink.Rejects.Count));
        Assert.All(sink.Rejects, reject => Assert.Equal(RejectReason.NotAHit, reject.Reason));
    }

    [Fact]
    public void Browser_IsCidElseId()
    {
        Assert.Equal("c", Decode("idsite=1&rec=1&_id=i&cid=c").Hit.Client);
        Assert.Equal("i", Decode("idsite=1&rec=1&_id=i&cid=").Hit.Client);
        Assert.Equal("", Decode("idsite=1&rec=1&_id=i").Hit.Visitor);
    }

    [Fact]
    public void Structure_IsLookedUpElseAUaiElseNone()
    {
        var mapping = new MatomoMapping { Structures = new Structures() };
        Assert.Equal(("0010024W", HitFlags.None), Establishment(mapping, "known-%C3%A9"));
        Assert.Equal(("0220158C", HitFlags.None), Establishment(mapping, "0220158C"));
        Assert.Equal(("", HitFlags.UaiMalformed), Establishment(mapping, "other"));
        Assert.Equal(("", HitFlags.UaiMalformed), Establishment(null, "known-%C3%A9"));
        Assert.Equal(("0220158C", HitFlags.None), Establishment(null, "0220158C"));
        Assert.Equal(("", HitFlags.None), Establishment(null, ""));
    }

    [Fact]
    public void Dimensions_AreThoseOfTheMapping()
    {
        var mapping = new MatomoMapping { Profile = 12, Structure = 0, Host = 1, Service = 5, Type = 6, Tool = 7, Project = 5 };
        var sink = new CapturingSink(null, "dimension5", "dimension05");
        Decode(sink, "idsite=1&rec=1&dimension05=no&dimension1=h&dimension2=0010024W&dimension5=s%20p&dimension6=NATIF&dimension7=t&dimension12=Teacher&type=TIERS&dimension1=z", mapping);
        Assert.Equal(
            new CapturedHit
            {
                InstantMs = Line,
                Profile = "Teacher",
                Platform = "h",
                Service = "s p",
                Project = "s p",
                Type = "TIERS",
                Tool = "t",
                Collectivity = "1",
                UserAgent = "agent",
                Customs = "s p|no",
                Flags = HitFlags.CollectivityIsSite,
            },
            sink.Hit);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Mapping_RefusesWhatIsNoDimension(int number) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => new MatomoMapping { Service = number }).Id);

    [Fact]
    public void UserAgent_OfTheHitWins()
    {
        var hit = Decode("idsite=1&rec=1&ua=Mozilla%2F5.0+%28X%29&uadata=%7B%22mobile%22%3Atrue%7D").Hit;
        Assert.Equal(("Mozilla/5.0 (X)", "{\"mobile\":true}"), (hit.UserAgent, hit.ClientHints));
    }

    [Property]
    public bool AnyBytes_AreOneRecord(byte[] bytes)
    {
        var sink = new CapturingSink(null, "dimension2");
        string[] pieces = ["rec=1", "&", "=", "%", "dimension", "2", "cdt=", "e_c=", "%C3", "+", "link=", "uid", "\0", "idsite=1", "&&", "-"];
        var query = "rec=1&" + string.Concat(bytes.Select(value => pieces[value % pieces.Length]));
        Decode(sink, query, null);
        return sink.Hits.Count + sink.Rejects.Count == 1;
    }

    private static (string Uai, HitFlags Flags) Establishment(MatomoMapping? mapping, string structure)
    {
        var sink = new CapturingSink();
        Decode(sink, "idsite=1&rec=1&dimension2=" + structure, mapping);
        return (sink.Hit.Uai, sink.Hit.Flags & ~HitFlags.CollectivityIsSite);
    }

    private static CapturingSink Decode(string query, string method = "GET", string path = "/matomo.php", long line = Line)
    {
        var sink = new CapturingSink();
        Decode(sink, query, null, method, path, line);
        return sink;
    }

    private static void Decode(
        CapturingSink sink, string query, MatomoMapping? mapping, string method = "GET", string path = "/matomo.php", long line = Line)
    {
        var request = new LogRequest
        {
            InstantMs = line,
            Method = Encoding.UTF8.GetBytes(method),
            Path = Encoding.UTF8.GetBytes(path),
            Query = Encoding.UTF8.GetBytes(query),
            UserAgent = "agent"u8,
        };
        new MatomoRequestDecoder(sink, mapping).Decode(in request, new RecordPosition(1, 2, 3), "the line"u8);
    }

    private sealed class Structures : IStructureLookup
    {
        public bool TryFind(ReadOnlySpan<byte> structure, out ReadOnlySpan<byte> uai)
        {
            uai = "0010024W"u8;
            return structure.SequenceEqual("known-é"u8);
        }
    }
}
