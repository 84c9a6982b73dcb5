using System.Text;
using Dnma.Engine.Ingest.Rejects;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Rejects;

public class SampleRedactionTest
{
    [Theory]
    [InlineData(
        "192.168.1.10 - jdupont [05/Sep/2022:08:00:00 +0200] \"GET /hit.xiti?s=450810&at=77&service=NOTES HTTP/1.1\" 200 43",
        "999.999.9.99 - xxxxxxx [05/Sep/2022:08:00:00 +0200] \"GET /hit.xiti?s=999999&at=99&service=NOTES HTTP/9.9\" 999 99")]
    [InlineData("2022-09-05T08:00:00,0123456789abcdef,eleve", "2022-09-05T08:00:00,9999999999xx…,eleve")]
    [InlineData("vtag=5.28&x1=9&s2=12&idsite=123456&rec=1", "vtag=5.28&x1=9&s2=12&idsite=999999&rec=1")]
    [InlineData("x1=12345.678", "x1=99999.999")]
    [InlineData("x1=1+2", "x1=9+9")]
    [InlineData("{\"uid\":\"x7\",\"rec\":1,\"nom\":\"Éloïse\"}", "{\"uid\":\"x9\",\"rec\":9,\"xxx\":\"xxxxxx\"}")]
    [InlineData("e-mail: prof@ac-lyon.fr", "x-xxxx: xxxx@xx-xxxx.xx")]
    [InlineData("2001:db8::8a2e:370:7334", "9999:xx9::9x9x:999:9999")]
    [InlineData("p=a%3A%3Aservice%20x", "p=x%9x%9xservice%99x")]
    [InlineData("s at ac", "x xx xx")]
    [InlineData("2022-13-01 1999-01-01 2022-09-052", "9999-99-99 9999-99-99 9999-99-999")]
    [InlineData("7-2022-09-05 .2022-09-05 (2022-09-05)", "9-9999-99-99 .9999-99-99 (2022-09-05)")]
    [InlineData("a\tb\0c\u007F", "x␉x␀x␡")]
    [InlineData("dimension12=Student&dimension2=abc", "dimension12=Student&dimension2=xxx")]
    [InlineData("_id=ab_12", "_id=xx_99")]
    [InlineData("", "")]
    public void Shape_StaysAndIdentityGoes(string record, string expected) =>
        Assert.Equal(expected, SampleRedaction.Redact(Encoding.UTF8.GetBytes(record)));

    [Fact]
    public void BytesThatAreNoUtf8_AreReplaced() => Assert.Equal("x\uFFFD=\uFFFD\uFFFD", SampleRedaction.Redact([(byte)'a', 0xFF, (byte)'=', 0xE2, (byte)0xC3]));

    [Fact]
    public void LongRecord_IsCut()
    {
        var sample = SampleRedaction.Redact(Encoding.ASCII.GetBytes(string.Join('.', Enumerable.Repeat("NOTES", 1000))));
        Assert.Equal(160, sample.Length);
        Assert.EndsWith("…", sample);
        Assert.Equal(160, SampleRedaction.Redact(Encoding.ASCII.GetBytes(new string('-', 160))).TrimEnd('…').Length);
    }

    [Property(MaxTest = 2000)]
    public bool Identifiers_NeverPass(int seed, byte kind, byte place)
    {
        var id = Identifier(new Random(seed), kind % 8);
        string[] lines =
        [
            "{0}", "at={0}", "service={0}", "idsite={0}&rec=1", "vtag={0}", "x1={0}", "?{0}=1&s=1", "ac={0}",
            "{0} - - [05/Sep/2022:08:00:00 +0200] \"GET /hit.xiti?s=1 HTTP/1.1\" 200", "10 - {0} [05/Sep/2022:08:00:00 +0200] \"GET /{0} HTTP/1.1\"",
            "{{\"uid\":\"{0}\"}}", "{{\"{0}\":1}}", "2022-09-05T08:00:00,{0},eleve", "\"{0}\";NOTES;\"x", "Cookie: a={0}; b=1", "p=%20{0}%20", "é{0}é", "2022-09-05 {0}",
            "ref=http://ent.fr/{0}/page", "token_auth%3D{0}", "\0{0}\u0001",
        ];
        var line = string.Format(null, lines[place % lines.Length], id);
        var sample = SampleRedaction.Redact(Encoding.UTF8.GetBytes(line));
        for (var at = 0; at + 6 <= id.Length; at++)
        {
            var fragment = id.Substring(at, 6);
            var isMaskItself = fragment.All(symbol => symbol is 'x' or '9' || !char.IsAsciiLetterOrDigit(symbol));
            if (!isMaskItself && sample.Contains(fragment, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return sample.Length <= 160;
    }

    [Property]
    public bool AnyBytes_GiveOneShortVisibleLine(byte[] bytes)
    {
        var sample = SampleRedaction.Redact(bytes);
        return sample.Length <= 160 && !sample.Any(char.IsControl) && !sample.Any(char.IsSurrogate);
    }

    private static string Identifier(Random random, int kind)
    {
        string Any(string alphabet, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
        const string Digits = "0123456789";
        const string Hex = "0123456789abcdef";
        const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return kind switch
        {
            0 => Any(Digits, 6 + random.Next(85)),
            1 => Any(Hex, 16),
            2 => $"{Any(Hex, 8)}-{Any(Hex, 4)}-{Any(Hex, 4)}-{Any(Hex, 4)}-{Any(Hex, 12)}",
            3 => $"{random.Next(256)}.{random.Next(256)}.{random.Next(256)}.{random.Next(256)}",
            4 => $"2001:db8:{Any(Hex, 4)}:{Any(Hex, 3)}::{Any(Hex, 4)}:{Any(Hex, 1)}",
            5 => Any(Base64, 24) + "==",
            6 => $"{Any("abcdefghij", 4)}.{Any("klmnopqrst", 7)}@ac-{Any("abcdefgh", 5)}.fr",
            _ => $"{Any(Digits, 4)}.{Any(Digits, 3)}.{Any(Digits, 5)}-{Any(Digits, 5)}",
        };
    }
}
