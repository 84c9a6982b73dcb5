using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Ingest.Containers.ContainerReading;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class W3cLineTests
{
    private const string Iis = "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status time-taken";
    private const string CloudFront =
        "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type";

    private static W3cLine Line(string fields, long day = W3cFields.NoDay) =>
        new(W3cFields.Parse(Encoding.ASCII.GetBytes(fields), day, "test", 1));

    [Fact]
    public void An_iis_line_is_read()
    {
        var request = One(
            Line(Iis),
            "2022-09-05 08:00:00 10.0.0.1 GET /hit.xiti s=1&p=Notes 443 - 192.0.2.7 Mozilla/5.0+(Windows+NT+10.0;+Win64) https://ent.example/ 200 15");
        Assert.Equal((EightUtc, "GET", "/hit.xiti", "s=1&p=Notes", "Mozilla/5.0 (Windows NT 10.0; Win64)"), (request.InstantMs, request.Method, request.Path, request.Query, request.UserAgent));
    }

    [Theory]
    [InlineData("Mozilla/5.0%20(Windows%20NT)%20a+b", "Mozilla/5.0 (Windows NT) a+b")]
    [InlineData("Mozilla/5.0%2520(Windows%2520NT)%2520a+b", "Mozilla/5.0 (Windows NT) a+b")]
    [InlineData("100%2525", "100%")]
    [InlineData("100%252525", "100%25")]
    [InlineData("bad%2escape%", "bad.scape%")]
    [InlineData("bad%zz%", "bad%zz%")]
    [InlineData("-", "")]
    public void A_cloudfront_user_agent_is_decoded_twice_at_most(string logged, string expected)
    {
        var request = One(
            Line(CloudFront),
            $"2022-09-05\t08:00:00\tCDG50-C1\t43\t192.0.2.7\tGET\td1.cloudfront.net\t/hit.xiti\t200\t-\t{logged}\ts=1&p=a\tc=1;%20b=2\tHit");
        Assert.Equal((EightUtc, "/hit.xiti", "s=1&p=a", expected), (request.InstantMs, request.Path, request.Query, request.UserAgent));
    }

    [Fact]
    public void A_hyphen_is_no_query() =>
        Assert.Equal("", One(Line("date time cs-uri-stem cs-uri-query"), "2022-09-05 08:00:00 /hit.xiti -").Query);

    [Fact]
    public void A_whole_uri_serves_for_stem_and_query()
    {
        var request = One(Line("date time cs-uri"), "2022-09-05 08:00:00 https://c.example/hit.xiti?s=1");
        Assert.Equal(("/hit.xiti", "s=1"), (request.Path, request.Query));
    }

    [Fact]
    public void A_quoted_field_may_hold_spaces_and_pluses() =>
        Assert.Equal("Mozilla/5.0 (a+b)", One(Line("date time cs-uri-query cs(User-Agent)"), "2022-09-05 08:00:00 s=1 \"Mozilla/5.0 (a+b)\"").UserAgent);

    [Fact]
    public void Headers_give_hints_and_prefetch()
    {
        var request = One(
            Line("date time cs-uri-query cs(Sec-CH-UA-Platform) cs(Sec-CH-UA-Mobile) cs(X-Purpose)"),
            "2022-09-05\t08:00:00\ts=1\t%22Android%22\t?1\tpreview");
        Assert.Equal("Sec-CH-UA-Platform: \"Android\"\nSec-CH-UA-Mobile: ?1\n", request.ClientHints);
        Assert.True(request.IsPrefetch);
    }

    [Fact]
    public void A_time_alone_takes_the_day_of_the_directive() =>
        Assert.Equal(EightUtc, One(Line("time cs-uri-query", day: 19_240), "08:00:00 s=1").InstantMs);

    [Fact]
    public void Fractions_of_seconds_are_read() =>
        Assert.Equal(EightUtc + 250, One(Line("date time cs-uri-query"), "2022-09-05 08:00:00.250 s=1").InstantMs);

    [Theory]
    [InlineData("2022-09-05 08:00:00", RejectReason.FieldCount)]
    [InlineData("2022-09-05 08:00:00 s=1 more", RejectReason.FieldCount)]
    [InlineData("2022-09-05 08:00:00 \"s=1", RejectReason.UnclosedQuote)]
    [InlineData("2022-09-31 08:00:00 s=1", RejectReason.BadInstant)]
    [InlineData("2022-09-05 08:00 s=1", RejectReason.BadInstant)]
    [InlineData("2022-09-05 08:00:00Z s=1", RejectReason.BadInstant)]
    [InlineData("- 08:00:00 s=1", RejectReason.MissingInstant)]
    [InlineData("2022-09-05 - s=1", RejectReason.MissingInstant)]
    [InlineData("\0\0\0", RejectReason.FieldCount)]
    public void A_line_of_another_shape_is_rejected(string line, RejectReason reason) =>
        Assert.Equal(reason, Reason(Line("date time cs-uri-query"), line));

    [Fact]
    public void Directives_are_no_records()
    {
        var sink = Read(Line("date time cs-uri-query"), "#Software: x", "#anything", "2022-09-05 08:00:00 s=1");
        Assert.Empty(sink.Rejects);
        Assert.Equal(12, Assert.Single(sink.Requests).Position.Line);
    }

    [Theory]
    [InlineData("date time cs-method cs-uri-stem", "cs-uri-query")]
    [InlineData("date cs-uri-query", "time")]
    [InlineData("time cs-uri-query", "date")]
    [InlineData("", "cs-uri-query")]
    public void Missing_fields_are_named(string fields, string missing)
    {
        var error = Assert.Throws<EngineException>(() => Line(fields));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains($"has no {missing}", error.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public bool Any_bytes_give_at_most_one_outcome(byte[] bytes)
    {
        var sink = Read(Line(Iis), bytes.Where(b => b != '\n').ToArray());
        return sink.Requests.Count + sink.Rejects.Count <= 1;
    }
}
