using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Tests.Ingest.Detection;

public class FormatDetectorTests
{
    private const string Common = "192.0.2.7 - - [05/Sep/2022:10:00:00 +0200] \"GET {0} HTTP/1.1\" 200 43\n";
    private const string Combined = "192.0.2.7 - - [05/Sep/2022:10:00:00 +0200] \"GET {0} HTTP/1.1\" 200 43 \"-\" \"UA\"\n";
    private const string Xiti = "/hit.xiti?s=365203&s2=1&p=Notes";
    private const string Matomo = "/matomo.php?idsite=1&rec=1&uid=u";

    [Theory]
    [InlineData(Common, Xiti, "NCSA common log of XiTi hits")]
    [InlineData(Combined, Xiti, "NCSA combined log of XiTi hits")]
    [InlineData(Combined, "/collect?s=1&p=a", "NCSA combined log of XiTi hits")]
    [InlineData(Combined, "/collect?x=0&s=1&s2=4", "NCSA combined log of XiTi hits")]
    [InlineData(Combined, Matomo, "NCSA combined log of Matomo hits")]
    [InlineData(Combined, "/piwik.php", "NCSA combined log of Matomo hits")]
    [InlineData(Combined, "/t?rec=1&h=1&m=2&s=3&p=1&idsite=4", "NCSA combined log of Matomo hits")]
    [InlineData("#Version: 1.0\n#Fields: date time cs-uri-stem cs-uri-query\n2022-09-05 08:00:00 /hit.xiti s=1\n", "", "W3C extended log of XiTi hits")]
    [InlineData("{{\"msec\":1,\"request_uri\":\"{0}\"}}\n", Matomo, "JSON log of Matomo hits")]
    [InlineData("{0}\n", Xiti, "bare query strings of XiTi hits")]
    [InlineData("{0}\n", "?idsite=1&rec=1", "bare query strings of Matomo hits")]
    [InlineData("{0}", "s=1&p=a", "bare query strings of XiTi hits")]
    public void Container_and_format_are_found(string container, string request, string expected) =>
        Assert.Equal(expected, Detect(container.Contains("{0}", StringComparison.Ordinal) ? container.Replace("{0}", request, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : container).Layout.Description);

    [Fact]
    public void A_few_hits_among_other_requests_are_enough() =>
        Assert.Equal(
            "NCSA combined log of XiTi hits",
            Detect(string.Concat(Enumerable.Repeat(Request("/index.html"), 50)) + "junk\n" + Request(Xiti)).Layout.Description);

    [Fact]
    public void Of_two_formats_the_more_frequent_one_is_read_and_the_other_is_said() =>
        Assert.Equal(
            "NCSA combined log of Matomo hits (1 of the 3 hits sampled are XiTi's and will be rejected)",
            Detect(Request(Xiti) + Request(Matomo) + Request(Matomo)).Layout.Description);

    [Fact]
    public void The_format_asked_for_wins_over_the_majority() =>
        Assert.StartsWith("NCSA combined log of XiTi hits", Detect(Request(Xiti) + Request(Matomo) + Request(Matomo), HitFormat.Xiti).Layout.Description, StringComparison.Ordinal);

    [Fact]
    public void A_log_without_a_hit_in_sight_is_read_as_asked() =>
        Assert.Equal("NCSA combined log of Matomo hits", Detect(Request("/index.html"), HitFormat.Matomo).Layout.Description);

    [Fact]
    public void A_contradiction_is_an_error()
    {
        var error = Assert.Throws<EngineException>(() => Detect(Request(Matomo), HitFormat.Xiti));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains("Xiti hits were asked for, but 1 of 1 sampled lines look like Matomo's", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_alone_hold_no_records() =>
        Assert.Equal("no records", Detect("#Fields: date time cs-uri-stem cs-uri-query\n\n").Layout.Description);

    [Fact]
    public void Missing_columns_of_a_w3c_log_are_an_error() =>
        Assert.Contains("has no cs-uri-query", Assert.Throws<EngineException>(() => Detect("#Fields: date time\n2022-09-05 08:00:00\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_that_fits_is_explained_without_anything_personal()
    {
        var error = Assert.Throws<EngineException>(() => Detect("192.0.2.7 jean.dupont@ac-orleans.fr token_auth=deadbeef42 \u00e9l\u00e8ve GET 12\nmore\n"));
        Assert.Equal(
            "test: the format cannot be decided (first line, masked: 9.9.9.9 a.a@a-a.a a=a aaaa get 9); tried"
            + " NCSA common log: 2 of 2 sampled lines have another shape"
            + " · bare query strings: none of 2 sampled lines requests hit.xiti or matomo.php"
            + " · W3C extended log: no #Fields: directive at the start · JSON log: the first line does not start with { · table: refused"
            + "; say the format, or check that this is a log or a table of hits",
            error.Message);
    }

    [Fact]
    public void Logs_without_hits_say_so() =>
        Assert.Contains(
            "NCSA combined log: none of 1 sampled lines requests hit.xiti or matomo.php",
            Assert.Throws<EngineException>(() => Detect(Request("/index.html"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(HitFormat.Auto)]
    [InlineData(HitFormat.Csv)]
    [InlineData(HitFormat.Ndjson)]
    [InlineData(HitFormat.Matomo)]
    public void Tables_are_asked_before_bare_queries(HitFormat asked)
    {
        var detected = Detect("table\nhttps://x/hit.xiti?s=1&p=2\n", asked);
        Assert.Equal(("a table", true), (detected.Layout.Description, detected.HasHeader));
    }

    [Fact]
    public void A_table_is_no_xiti_log() => Assert.Throws<EngineException>(() => Detect("table\n1\n", HitFormat.Xiti));

    [Fact]
    public void A_log_is_no_csv() =>
        Assert.Contains("this is not Csv", Assert.Throws<EngineException>(() => Detect(Request(Xiti), HitFormat.Csv)).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_is_no_parquet() => Assert.Contains("PAR1", Assert.Throws<EngineException>(() => Detect("x\n", HitFormat.Parquet)).Message, StringComparison.Ordinal);

    private static string Request(string target) => Combined.Replace("{0}", target, StringComparison.Ordinal);

    private static Detected Detect(string text, HitFormat asked = HitFormat.Auto)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var head = new LineHead(bytes.AsMemory(0, whole), bytes.AsMemory(whole), HoldsAll: true);
        return new FormatDetector(RecordingSink.Formats, [new TextTable()]).Detect(head, asked, "test");
    }
}
