using System.Text;
using Dnma.Engine.Ingest.Formats;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Formats;

public class QueryStringTest
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
    public void Parameters_AreShownAsWritten(string query, string expected) => Assert.Equal(expected, string.Join(' ', Read(query)));

    /// <summary>Sixty-four bytes are looked at together: separators on either side of such an edge, and values longer than a stretch.</summary>
    [Property(MaxTest = 300)]
    public bool Parameters_AreThoseOfSplitting(byte[] choices, byte lead)
    {
        var query = new string('n', lead % 70) + string.Concat(choices.Select(choice => choice % 16 < 8 ? "ab=&;%+\0"[choice % 8].ToString() : new string('v', choice)));
        var expected = query.Split('&').Where(pair => pair.Length > 0).Select(pair =>
            pair.Contains('=') ? pair[..pair.IndexOf('=')] + ":" + pair[(pair.IndexOf('=') + 1)..] : pair + ":");
        var parameters = new QueryString(Encoding.Latin1.GetBytes(query));
        while (parameters.MoveNext())
        {
        }

        return expected.SequenceEqual(Read(query)) && parameters.HasEscapes == query.AsSpan().ContainsAny('%', '+') && !parameters.MoveNext();
    }

    [Fact]
    public void TakeRest_LetsTheLastValueSwallowWhatFollows()
    {
        var parameters = new QueryString("a=1&ref=x&b=2"u8);
        Assert.True(parameters.MoveNext());
        Assert.True(parameters.MoveNext());
        parameters.TakeRest();
        Assert.Equal("x&b=2", Encoding.UTF8.GetString(parameters.Value));
        Assert.False(parameters.MoveNext());
        Assert.True(parameters.HasEscapes);
    }

    private static List<string> Read(string query)
    {
        var read = new List<string>();
        var parameters = new QueryString(Encoding.Latin1.GetBytes(query));
        while (parameters.MoveNext())
        {
            read.Add(Encoding.Latin1.GetString(parameters.Name) + ":" + Encoding.Latin1.GetString(parameters.Value));
        }

        return read;
    }
}
