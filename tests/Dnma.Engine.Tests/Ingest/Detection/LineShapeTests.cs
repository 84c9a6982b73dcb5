using System.Text;
using Dnma.Engine.Ingest.Detection;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Detection;

public class LineShapeTests
{
    [Theory]
    [InlineData("192.0.2.7 - jdupont [05/Sep/2022:10:00:00 +0200] \"GET /hit.xiti?s=365203&at=98 HTTP/1.1\"\nnext", "9.9.9.9 - a [9/a/9:9:9:9 +9] \"get /hit.xiti?a=9&a=9 http/9.9\"")]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1&uid=u5\"],\"token_auth\":\"a1b2\"}", "{\"requests\":[\"?idsite=9&rec=9&uid=a\"],\"a\":\"a\"}")]
    [InlineData("\0\0\u0001 \u00e9\u00e8", "? a")]
    [InlineData("", "")]
    public void Words_and_numbers_are_masked(string line, string expected) => Assert.Equal(expected, LineShape.Of(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void A_long_line_is_cut() => Assert.InRange(LineShape.Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a-", 5000)))).Length, 100, 200);

    [Property]
    public bool No_digit_but_nine_and_no_byte_beyond_ascii_is_left(byte[] line) =>
        LineShape.Of(line).Replace("s2", "", StringComparison.Ordinal).Replace("iso8601", "", StringComparison.Ordinal).TrimEnd('…').All(c => c is >= ' ' and < '\u007f' && (!char.IsDigit(c) || c == '9'));
}
