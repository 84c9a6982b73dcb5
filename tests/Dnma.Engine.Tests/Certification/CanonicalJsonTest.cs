using System.Text;
using System.Text.Json.Nodes;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Canonical JSON, held against the examples of RFC 8785; and what is no certificate's JSON is refused.</summary>
public class CanonicalJsonTest
{
    /// <summary>RFC 8785, 3.2.2: the same text, escaped in many ways, has one form.</summary>
    [Fact]
    public void Texts_are_escaped_as_the_rfc_has_it() =>
        Assert.Equal(
            "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            Text(JsonNode.Parse("""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""")!));

    /// <summary>RFC 8785, 3.2.3: by UTF-16 code units, so that an emoji stands before U+FB33.</summary>
    [Fact]
    public void Members_are_sorted_as_the_rfc_has_it()
    {
        var value = new JsonObject
        {
            ["\u20ac"] = "Euro Sign",
            ["\r"] = "Carriage Return",
            ["\ufb33"] = "Hebrew Letter Dalet With Dagesh",
            ["1"] = "One",
            ["\ud83d\ude00"] = "Emoji: Grinning Face",
            ["\u0080"] = "Control",
            ["\u00f6"] = "Latin Small Letter O With Diaeresis",
        };
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            Text(value));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-7, "-7")]
    [InlineData(9_007_199_254_740_991, "9007199254740991")]
    [InlineData(9_007_199_254_740_992, "\"9007199254740992\"")]
    [InlineData(long.MinValue, "\"-9223372036854775808\"")]
    public void Numbers_that_readers_would_round_are_texts(long number, string written) => Assert.Equal(written, Text(CanonicalJson.NumberOf(number)));

    [Theory]
    [InlineData("""{"a":1,"b":[true,"é"]}""")]
    [InlineData("""[]""")]
    public void What_is_canonical_is_read(string json) => Assert.Equal(json, Text(CanonicalJson.Read(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("""{"b":1,"a":2}""", "canonically")]
    [InlineData("""{"a": 1}""", "canonically")]
    [InlineData("{\"a\":1}\n", "canonically")]
    [InlineData("""{"a":"\u00e9"}""", "canonically")]
    [InlineData("""{"a":1,"a":1}""", "twice")]
    [InlineData("""{"a":1,"\u0061":2}""", "twice")]
    [InlineData("""{"a":1.5}""", "no integer")]
    [InlineData("""{"a":1e3}""", "no integer")]
    [InlineData("""{"a":-0}""", "canonically")]
    [InlineData("""{"a":9007199254740992}""", "no integer")]
    [InlineData("""{"a":123456789012345678901234567890}""", "no integer")]
    [InlineData("""{"a":1e999999999}""", "no integer")]
    [InlineData("""{"a":"\ud800"}""", "no Unicode")]
    [InlineData("""{"\ud800":1}""", "no")]
    [InlineData("""{"a":1}{}""", "no JSON")]
    [InlineData("""{"a":1""", "no JSON")]
    [InlineData("[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "no JSON")]
    [InlineData("", "no JSON")]
    [InlineData("null", "null")]
    [InlineData("/* a */{}", "no JSON")]
    public void What_is_not_canonical_is_refused(string json, string said) => AssertRefused(Encoding.UTF8.GetBytes(json), said);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() => AssertRefused([(byte)'"', 0xC3, 0x28, (byte)'"'], "no");

    [Fact]
    public void A_million_brackets_do_not_exhaust_the_stack() => AssertRefused(Encoding.UTF8.GetBytes(new string('[', 1_000_000)), "no JSON");

    private static void AssertRefused(byte[] utf8, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => CanonicalJson.Read(utf8)).Message, StringComparison.Ordinal);

    private static string Text(JsonNode value) => Encoding.UTF8.GetString(CanonicalJson.Write(value));
}
