using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Ingest.Containers.ContainerReading;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class JsonLineTests
{
    [Theory]
    [InlineData("""{"time_iso8601":"2022-09-05T10:00:00+02:00","request":"GET /hit.xiti?s=1&p=a HTTP/1.1","http_user_agent":"UA"}""")]
    [InlineData("""{"msec":1662364800.000,"request_method":"GET","request_uri":"/hit.xiti?s=1&p=a","http_user_agent":"UA","status":200}""")]
    [InlineData("""{"msec":"1662364800.000","request_method":"GET","uri":"/hit.xiti","args":"s=1&p=a","user_agent":"UA"}""")]
    [InlineData("""{"time_local":"05/Sep/2022:10:00:00 +0200","uri":"/hit.xiti","request":"GET /hit.xiti?s=1&p=a HTTP/2.0","http_user_agent":"UA"}""")]
    [InlineData("""{"@timestamp":"2022-09-05T08:00:00.000Z","method":"GET","url":"https://c.example/hit.xiti?s=1&p=a","agent":"UA"}""")]
    [InlineData("""  {"level":"info","ts":1662364800.0004,"logger":"http.log.access","request":{"remote_ip":"192.0.2.7","method":"GET","host":"c","uri":"/hit.xiti?s=1&p=a","headers":{"Accept":["*/*"],"User-Agent":["UA","second"]}},"status":200}  """)]
    [InlineData("""{"ClientAddr":"192.0.2.7:1","StartUTC":"2022-09-05T08:00:00.000999Z","RequestMethod":"GET","RequestPath":"/hit.xiti?s=1\u0026p=a","request_User-Agent":"UA","time":"2022-09-05T09:00:00Z"}""")]
    [InlineData("""{"extra":{"request":{"uri":"/no"},"deep":[[1,{"a":null}]]},"ts":1662364800000,"request_uri":"/hit.xiti?s=1&p=a","method":"GET","http_user_agent":"UA"}""")]
    [InlineData("""{"msec":1662364800,"msec":1,"request_uri":"/hit.xiti?s=1&p=a","request_uri":"/other","request_method":"GET","http_user_agent":"UA","http_user_agent":"x"}""")]
    public void Every_server_s_line_gives_the_same_request(string line)
    {
        var request = One(new JsonLine(), line);
        Assert.Equal((EightUtc, "GET", "/hit.xiti", "s=1&p=a", "UA"), (request.InstantMs, request.Method, request.Path, request.Query, request.UserAgent));
        Assert.False(request.IsPrefetch);
    }

    [Fact]
    public void Headers_give_hints_and_prefetch_under_caddy()
    {
        var request = One(
            new JsonLine(),
            """{"ts":1662364800,"request":{"uri":"/hit.xiti?s=1","headers":{"Sec-Ch-Ua-Platform":["\"Windows\""],"X-Empty":[],"X-Purpose":["preview"],"Sec-Ch-Ua-Mobile":["?0",["nested"],{"a":[]}],"user-agent":["UA"]},"method":"GET"}}""");
        Assert.Equal("Sec-Ch-Ua-Platform: \"Windows\"\nSec-Ch-Ua-Mobile: ?0\n", request.ClientHints);
        Assert.Equal(("UA", "GET", true), (request.UserAgent, request.Method, request.IsPrefetch));
    }

    [Fact]
    public void Headers_give_hints_and_prefetch_under_nginx()
    {
        var request = One(
            new JsonLine(),
            """{"msec":1662364800,"request_uri":"/hit.xiti?s=1","http_sec_ch_ua_platform":"\"iPadOS\"","http_sec_ch_ua_model":"-","http_sec_purpose":"prefetch;prerender","http_x_moz":""}""");
        Assert.Equal("sec-ch-ua-platform: \"iPadOS\"\n", request.ClientHints);
        Assert.True(request.IsPrefetch);
    }

    [Theory]
    [InlineData("\\u00e9", "\u00c3\u00a9")]
    [InlineData("\\ud83d\\ude00", "\u00f0\u009f\u0098\u0080")]
    [InlineData("\\ud83d", "\u00ef\u00bf\u00bd")]
    [InlineData("\\ud83dx", "\u00ef\u00bf\u00bdx")]
    [InlineData("\\ud83d\\u0041", "\u00ef\u00bf\u00bdA")]
    [InlineData("\\\"\\\\\\/\\n\\t", "\"\\/\n\t")]
    [InlineData("-", "")]
    public void Escapes_are_undone(string logged, string expected) =>
        Assert.Equal(expected, One(new JsonLine(), $$"""{"msec":1,"request_uri":"/x?a=1","http_user_agent":"{{logged}}"}""").UserAgent);

    [Fact]
    public void Without_a_time_the_instant_is_left_to_the_hit() =>
        Assert.Equal(LogRequest.NoInstant, One(new JsonLine(), """{"request_uri":"/hit.xiti?s=1"}""").InstantMs);

    [Theory]
    [InlineData("""{"msec":"yesterday","request_uri":"/x?a=1"}""", RejectReason.BadInstant)]
    [InlineData("""{"time_iso8601":"2022-09-05T10:00:00","request_uri":"/x?a=1"}""", RejectReason.BadInstant)]
    [InlineData("""{"msec":1662364800}""", RejectReason.NotAHit)]
    [InlineData("""{"msec":1662364800,"request":"-"}""", RejectReason.NotAHit)]
    [InlineData("""{"msec":1662364800,"request":{"method":"GET"}}""", RejectReason.NotAHit)]
    [InlineData("""{}""", RejectReason.NotAHit)]
    [InlineData("""[1]""", RejectReason.Malformed)]
    [InlineData("""{"request_uri":"/x?a=1" """, RejectReason.Malformed)]
    [InlineData("""{"request_uri":"/x?a=1"} {}""", RejectReason.Malformed)]
    [InlineData("""{"request_uri":"/x?a=\x22"}""", RejectReason.Malformed)]
    [InlineData("""{"request_uri":'/x'}""", RejectReason.Malformed)]
    [InlineData("{\"request_uri\":\"/x\0?a=1\"}", RejectReason.Malformed)]
    [InlineData("{\"a\":{}", RejectReason.Malformed)]
    [InlineData("not json", RejectReason.Malformed)]
    public void A_line_of_another_shape_is_rejected(string line, RejectReason reason) => Assert.Equal(reason, Reason(new JsonLine(), line));

    [Fact]
    public void Nesting_beyond_reason_is_malformed() =>
        Assert.Equal(RejectReason.Malformed, Reason(new JsonLine(), "{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}"));

    [Fact]
    public void Hints_without_end_take_no_memory_without_end()
    {
        var line = "{\"request_uri\":\"/x?a=1\"" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $",\"http_sec_ch_ua_{i}\":\"value\"")) + "}";
        Assert.InRange(One(new JsonLine(), line).ClientHints.Length, 1000, 9000);
    }

    [Property(MaxTest = 500)]
    public bool A_damaged_line_gives_one_outcome(int at, byte with)
    {
        var line = Encoding.ASCII.GetBytes("""{"ts":1662364800.5,"request":{"method":"GET","uri":"/hit.xiti?s=1\u0026p=a","headers":{"User-Agent":["U\u00e9\"A"],"Sec-Ch-Ua":["x"]}},"status":200}""");
        line[(at & int.MaxValue) % line.Length] = with == '\n' ? (byte)0 : with;
        var sink = Read(new JsonLine(), line);
        return sink.Requests.Count + sink.Rejects.Count == 1;
    }
}
