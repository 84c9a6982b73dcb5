using System.Text;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

public class PercentDecodingTest
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a+b%20c", "a b c")]
    [InlineData("%C3%A9l%c3%a8ve", "élève")]
    [InlineData("%u00e9l%u00E8ve", "élève")]
    [InlineData("%uD83D%uDE00!", "😀!")]
    [InlineData("%uD83D", "\uFFFD")]
    [InlineData("%uDE00%uD83D", "\uFFFD\uFFFD")]
    [InlineData("%uD83Dx%uDE00", "\uFFFDx\uFFFD")]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%4z+", "%4z ")]
    [InlineData("%%41", "%A")]
    [InlineData("%u12", "%u12")]
    [InlineData("%u12g4", "%u12g4")]
    [InlineData("100%", "100%")]
    [InlineData("%2525", "%25")]
    [InlineData("%00", "\0")]
    public void Decoding_FollowsTheRule(string encoded, string expected) => Assert.Equal(expected, Decode(encoded));

    [Fact]
    public void BytesThatAreNoUtf8_StayBytes()
    {
        var destination = new byte[6];
        Assert.Equal(2, PercentDecoding.Decode("%FF%C3"u8, destination));
        Assert.Equal([0xFF, 0xC3], destination[..2]);
    }

    [Property]
    public bool EncodedText_ComesBack(string? text)
    {
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        return Decode(Uri.EscapeDataString(expected)) == expected;
    }

    [Property]
    public bool AnyBytes_NeverGrow(byte[] bytes)
    {
        var mixed = bytes.SelectMany(value => new[] { value % 3 == 0 ? (byte)'%' : value % 5 == 0 ? (byte)'u' : value }).ToArray();
        return PercentDecoding.Decode(mixed, new byte[mixed.Length]) <= mixed.Length;
    }

    private static string Decode(string encoded)
    {
        var bytes = Encoding.UTF8.GetBytes(encoded);
        var destination = new byte[bytes.Length];
        return Encoding.UTF8.GetString(destination, 0, PercentDecoding.Decode(bytes, destination));
    }
}
