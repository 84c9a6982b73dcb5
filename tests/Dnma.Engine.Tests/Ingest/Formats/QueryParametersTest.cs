using System.Text;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

public class QueryParametersTest
{
    [Theory]
    [InlineData("", "")]
    [InlineData("&&&", "")]
    [InlineData("a=b&c=d", "a:b c:d")]
    [InlineData("a", "a:")]
    [InlineData("a&b=", "a: b:")]
    [InlineData("=v&=", ":v :")]
    [InlineData("a=b=c&&d", "a:b=c d:")]
    [InlineData("a=b;c=d&a=2", "a:b;c=d a:2")]
    [InlineData("&a=1&", "a:1")]
    public void Parameters_AreShownAsWritten(string query, string expected) => Assert.Equal(expected, string.Join(' ', Read(query, byVectors: true)));

    /// <summary>Sixty-four bytes are looked at together: separators on either side of such an edge, and values longer than a stretch.</summary>
    [Property(MaxTest = 300)]
    public bool Parameters_AreThoseOfSplitting(byte[] choices, byte lead)
    {
        var query = new string('n', lead % 70) + string.Concat(choices.Select(choice => choice % 16 < 8 ? "ab=&;%+\0"[choice % 8].ToString() : new string('v', choice)));
        var expected = query.Split('&').Where(pair => pair.Length > 0).Select(pair =>
            pair.Contains('=') ? pair[..pair.IndexOf('=')] + ":" + pair[(pair.IndexOf('=') + 1)..] : pair + ":");
        var parameters = new QueryParameters();

        // A query that was split before leaves nothing behind.
        _ = parameters.Split("a%=b&&=c&d+"u8);
        _ = parameters.Split(Encoding.Latin1.GetBytes(query));
        return expected.SequenceEqual(Read(query, byVectors: true)) && expected.SequenceEqual(Read(query, byVectors: false)) && parameters.HasEscapes == query.AsSpan().ContainsAny('%', '+');
    }

    [Fact]
    public void WithRestOf_LetsAValueSwallowWhatFollows()
    {
        var query = "a=1&ref=x&b=2"u8;
        var parameter = new QueryParameters().Split(query)[1];
        Assert.Equal("x&b=2", Encoding.UTF8.GetString(parameter.WithRestOf(query).ValueIn(query)));
    }

    /// <summary>As many parameters as fit, in a query far longer than what was split before.</summary>
    [Fact]
    public void Parameters_AreNotLimitedInNumber()
    {
        var parameters = new QueryParameters();
        Assert.Equal(1, parameters.Split("a"u8).Length);
        var found = parameters.Split(Encoding.Latin1.GetBytes(string.Join('&', Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? "a" : "b=")))).ToArray();
        Assert.Equal(5000, found.Length);
        Assert.Equal(new QueryParameter(4998 / 2 * 5, 1, (4998 / 2 * 5) + 1, 0), found[4998]);
        Assert.Equal(new QueryParameter((4998 / 2 * 5) + 2, 1, (4998 / 2 * 5) + 4, 0), found[4999]);
    }

    /// <summary>Vectors and single bytes find the same marks, wherever the query ends and the block begins.</summary>
    [Property(MaxTest = 100)]
    public bool Vectors_find_what_single_bytes_find(byte[] choices)
    {
        var bytes = Enumerable.Range(0, 200).Select(i => choices.Length == 0 ? (byte)'=' : (byte)"=&%+;%\0\u007F\u00FFab<'*,!"[(choices[i % choices.Length] + (i / choices.Length)) % 16]).ToArray();
        for (var length = 0; length <= bytes.Length; length++)
        {
            var query = bytes.AsSpan(0, length);
            for (var start = 0; start < length; start += 1 + (length % 7))
            {
                if (QueryMarks.Of(query, start, byVectors: true) != QueryMarks.Of(query, start, byVectors: false))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<string> Read(string query, bool byVectors)
    {
        var read = new List<string>();
        var bytes = Encoding.Latin1.GetBytes(query);
        foreach (var parameter in new QueryParameters(byVectors).Split(bytes))
        {
            Assert.Equal(parameter.HasEquals, query[parameter.NameStart..].Split('&')[0].Contains('='));
            read.Add(Encoding.Latin1.GetString(parameter.NameIn(bytes)) + ":" + Encoding.Latin1.GetString(parameter.ValueIn(bytes)));
        }

        return read;
    }
}
