using System.Text;
using System.Text.Json;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>Expectations are written by hand from domain §4.4.</summary>
public class MatomoBulkTest
{
    [Fact]
    public void EachRequest_IsARecordAtItsLine()
    {
        var sink = Decode(
            "\n{\"requests\":[\"?idsite=1&rec=1&cdt=5&uid=a\",\"?idsite=1\\u0026rec=1&cdt=6&uid=\\u00e9\\/b\",\"?idsite=1&rec=0\"],\"token_auth\":\"s3cr3t\"}\r\n"
            + "{\"token_auth\":\"s3cr3t\",\"requests\":[\"idsite=2&rec=1&cdt=7&url=a?b\",\"/matomo.php?idsite=3&rec=1&cdt=8\"]}");
        Assert.Equal(["a@5000", "é/b@6000", "@7000", "@8000"], sink.Hits.Select(hit => $"{hit.Visitor}@{hit.InstantMs}"));
        Assert.Equal("a?b", sink.Hits[2].Page);
        var reject = Assert.Single(sink.Rejects);
        Assert.Equal((RejectReason.NotAHit, new RecordPosition(4, 11, 101), "?idsite=1&rec=0"), reject);
    }

    [Theory]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]", RejectReason.Malformed)]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]}}", RejectReason.Malformed)]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1&cdt=5\",}", RejectReason.Malformed)]
    [InlineData("[\"?idsite=1&rec=1&cdt=5\"]", RejectReason.Malformed)]
    [InlineData("{", RejectReason.Malformed)]
    [InlineData("garbage", RejectReason.Malformed)]
    [InlineData("{}", RejectReason.NotAHit)]
    [InlineData("{\"requests\":[]}", RejectReason.NotAHit)]
    [InlineData("{\"requests\":\"?idsite=1&rec=1&cdt=5\"}", RejectReason.NotAHit)]
    [InlineData("{\"a\":{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]}}", RejectReason.NotAHit)]
    [InlineData("{\"requests\":[{\"idsite\":[1,{}]}]}", RejectReason.Malformed)]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1\"]}", RejectReason.MissingInstant)]
    [InlineData("{\"\\ud800\":\"\\ud800\",\"requests\":[\"?idsite=1&rec=1\"]}", RejectReason.MissingInstant)]
    public void OneReject_SaysWhatIsWrong(string body, RejectReason reason) => Assert.Equal(reason, Decode(body).Reason);

    [Fact]
    public void LastLine_OfATruncatedInputIsRejected()
    {
        var sink = Decode("{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]}\n{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]}", truncated: true);
        Assert.Single(sink.Hits);
        Assert.Equal(RejectReason.Truncated, Assert.Single(sink.Rejects).Reason);
    }

    [Fact]
    public void TooLongLine_IsRejectedAndReadingGoesOn()
    {
        var sink = Decode("{\"a\":\"" + new string('x', 1 << 20) + "\"}\n{\"requests\":[\"?idsite=1&rec=1&cdt=5\"]}");
        Assert.Single(sink.Hits);
        Assert.Equal(RejectReason.TooLong, Assert.Single(sink.Rejects).Reason);
    }

    [Property]
    public bool AnyText_ComesThroughItsEscapes(string? text)
    {
        // A surrogate without its partner cannot be written to UTF-8: made U+FFFD beforehand, as the serializer would.
        var uid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var request = "?idsite=1&rec=1&cdt=5&uid=" + uid.Replace("%", "%25").Replace("+", "%2B").Replace("&", "%26");
        var hit = Decode(JsonSerializer.Serialize(new { requests = new[] { request } })).Hit;
        return hit.Visitor == uid && hit.Kind == HitKind.Page;
    }

    [Fact]
    public void Cutting_IntoBlocksDoesNotMatter()
    {
        var line = "{\"requests\":[\"?idsite=1&rec=1&cdt=5\",\"?rec=1\"]}\n";
        var whole = Decode(line + line);
        var sink = new CapturingSink();
        var decoder = new MatomoBulkLayout().CreateDecoder(sink);
        decoder.Decode(Block(line, new RecordPosition(4, 10, 100)));
        decoder.Decode(Block(line, new RecordPosition(4, 11, 100 + line.Length)));
        Assert.Equal(whole.Hits, sink.Hits);
        Assert.Equal(whole.Rejects, sink.Rejects);
    }

    private static CapturingSink Decode(string text, bool truncated = false)
    {
        var sink = new CapturingSink();
        new MatomoBulkLayout().CreateDecoder(sink).Decode(Block(text, new RecordPosition(4, 10, 100), truncated));
        return sink;
    }

    private static RecordBlock Block(string text, RecordPosition start, bool truncated = false) => new()
    {
        Bytes = Encoding.UTF8.GetBytes(text),
        Start = start,
        Layout = new MatomoBulkLayout(),
        EndsTruncated = truncated,
    };
}
