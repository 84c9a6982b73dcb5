using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Ingest.Containers.ContainerReading;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class NcsaLineTests
{
    private const string Time = "[05/Sep/2022:10:00:00 +0200]";

    [Fact]
    public void A_common_line_gives_instant_method_path_and_query()
    {
        var request = One(new NcsaLine(), $"192.0.2.7 - - {Time} \"GET /hit.xiti?s=365203&p=Notes HTTP/1.1\" 200 43");
        Assert.Equal((EightUtc, "GET", "/hit.xiti", "s=365203&p=Notes", ""), (request.InstantMs, request.Method, request.Path, request.Query, request.UserAgent));
        Assert.Equal(new RecordPosition(3, 10, 1000), request.Position);
    }

    [Theory]
    [InlineData("192.0.2.7 - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"https://ent.example/a\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("ent.example:443 192.0.2.7 - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("2001:db8::1 - - {0} \"GET /hit.xiti?s=1 HTTP/2.0\" 200 - \"-\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("[2001:db8::1]:443 [2001:db8::2] - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("192.0.2.7 - jean paul [dupont] {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("192.0.2.7 - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\" \"198.51.100.2, 10.0.0.1\" 0.003 0.002")]
    [InlineData("192.0.2.7 - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" 200 43 \"https://a/\\\"quoted\\\" b\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("192.0.2.7 - - {0} \"GET /hit.xiti?s=1 HTTP/1.1\" - 0 \"-\" \"Mozilla/5.0 (X11)\"\r")]
    [InlineData("192.0.2.7 - - {0} \"GET https://collect.example/hit.xiti?s=1 HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\"")]
    [InlineData("192.0.2.7 - - {0} \"GET /hit.xiti?s=1\" 200 43 \"-\" \"Mozilla/5.0 (X11)\"")]
    public void Every_known_variant_gives_the_same_request(string format)
    {
        var request = One(new NcsaLine(), string.Format(null, format, Time));
        Assert.Equal((EightUtc, "GET", "/hit.xiti", "s=1", "Mozilla/5.0 (X11)"), (request.InstantMs, request.Method, request.Path, request.Query, request.UserAgent));
    }

    [Theory]
    [InlineData("a \\\"b\\\" c", "a \"b\" c")]
    [InlineData("a \\x22b\\x22 \\xc3\\xa9", "a \"b\" \u00c3\u00a9")]
    [InlineData("back\\\\slash", "back\\slash")]
    [InlineData("ends with a backslash\\\\", "ends with a backslash\\")]
    [InlineData("tab\\there", "tab\there")]
    [InlineData("no \\q escape \\x2", "no \\q escape \\x2")]
    [InlineData("-", "")]
    [InlineData("", "")]
    [InlineData("nul \0 and \u0001", "nul \0 and \u0001")]
    [InlineData("an unescaped\"quote inside", "an unescaped\"quote inside")]
    public void Escapes_of_the_user_agent_are_undone(string logged, string expected) =>
        Assert.Equal(expected, One(new NcsaLine(), $"h - - {Time} \"GET /x?a=1 HTTP/1.1\" 200 1 \"-\" \"{logged}\"").UserAgent);

    [Fact]
    public void Escapes_of_the_request_are_undone_and_percents_kept()
    {
        var request = One(new NcsaLine(), $"h - - {Time} \"GET /x?p=\\x22%C3%A9\\x22 HTTP/1.1\" 200 1");
        Assert.Equal("p=\"%C3%A9\"", request.Query);
    }

    [Theory]
    [InlineData("not a log line", RejectReason.Malformed)]
    [InlineData("h - - 05/Sep/2022 \"GET / HTTP/1.1\" 200 1", RejectReason.Malformed)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0", RejectReason.Malformed)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"GET / HTTP/1.1", RejectReason.UnclosedQuote)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"GET / HTTP/1.1\\\" 200 1", RejectReason.UnclosedQuote)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla", RejectReason.UnclosedQuote)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"GET / HTTP/1.1\" abc 1", RejectReason.Malformed)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"GET / HTTP/1.1\"", RejectReason.Malformed)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"-\" 408 0", RejectReason.NotAHit)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"\" 400 0", RejectReason.NotAHit)]
    [InlineData("h - - [05/Sep/2022:10:00:00 +0200] \"\\x16\\x03\\x01\" 400 0", RejectReason.NotAHit)]
    [InlineData("h - - [31/Feb/2022:10:00:00 +0200] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    [InlineData("h - - [05/Foo/2022:10:00:00 +0200] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    [InlineData("h - - [05/Sep/2022:24:00:00 +0200] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    [InlineData("h - - [05/Sep/2022:10:00:00] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    [InlineData("h - - [] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    [InlineData("h - - [\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0] \"GET / HTTP/1.1\" 200 1", RejectReason.BadInstant)]
    public void A_line_of_another_shape_is_rejected_for_the_reason_it_has(string line, RejectReason reason) =>
        Assert.Equal(reason, Reason(new NcsaLine(), line));

    [Fact]
    public void Blank_lines_are_no_records_and_positions_are_exact()
    {
        var line = $"h - - {Time} \"GET /x?a=1 HTTP/1.1\" 200 1";
        var sink = Read(new NcsaLine(), "", line, " \t\r", line, "bad");
        Assert.Equal([11L, 13L], sink.Requests.Select(request => request.Position.Line));
        Assert.Equal([1001L, 1001L + line.Length + 1 + 4], sink.Requests.Select(request => request.Position.ByteOffset));
        Assert.Equal(new RecordPosition(3, 14, 1005 + (2 * (line.Length + 1))), Assert.Single(sink.Rejects).Position);
    }

    [Fact]
    public void The_cache_of_seconds_never_gives_a_time_to_another_line()
    {
        static string At(string time) => $"h - - [{time}] \"GET /x?a=1 HTTP/1.1\" 200 1";
        var sink = Read(
            new NcsaLine(),
            At("05/Sep/2022:10:00:00 +0200"),
            At("05/Sep/2022:10:00:00 +0200"),
            At("05/Sep/2022:10:00:00 +0100"),
            At("05/Sep/2022:10:00:00.250 +0200"),
            At("05/Sep/2022:10:00:01 +0200"));
        Assert.Equal([EightUtc, EightUtc, EightUtc + 3_600_000, EightUtc + 250, EightUtc + 1000], sink.Requests.Select(request => request.InstantMs));
    }

    [Property(MaxTest = 500)]
    public bool Any_bytes_give_one_outcome_a_line(byte[] bytes)
    {
        var line = bytes.Where(b => b != '\n').ToArray();
        var sink = Read(new NcsaLine(), line);
        var isBlank = line.All(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\v' or (byte)'\f');
        return sink.Requests.Count + sink.Rejects.Count == (isBlank ? 0 : 1);
    }

    [Property(MaxTest = 500)]
    public bool A_damaged_line_gives_one_outcome(int at, byte with, int cut)
    {
        var line = System.Text.Encoding.ASCII.GetBytes($"h - u {Time} \"GET /hit.xiti?s=1&p=a HTTP/1.1\" 200 43 \"-\" \"Mozilla/5.0 \\\"x\\\"\"");
        line[(at & int.MaxValue) % line.Length] = with == '\n' ? (byte)0 : with;
        // Three bytes at least: of "h -" one damaged byte leaves something that is not blank.
        var sink = Read(new NcsaLine(), line[..(((cut & int.MaxValue) % (line.Length - 2)) + 3)]);
        return sink.Requests.Count + sink.Rejects.Count == 1;
    }
}
