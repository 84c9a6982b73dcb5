using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Tests.Ingest.Sources;

public class GlobPatternTests
{
    [Theory]
    [InlineData("*", "a.log", true)]
    [InlineData("*", "", true)]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "a.log.gz", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-b-b-d", false)]
    [InlineData("?.log", "a.log", true)]
    [InlineData("?.log", ".log", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[!a-c]x", "dx", true)]
    [InlineData("[^a-c]x", "ax", false)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("[a-]x", "-x", true)]
    [InlineData("[abc", "[abc", true)]
    [InlineData("2022-09-0[5-9]*", "2022-09-07.gz", true)]
    [InlineData("*", ".hidden", false)]
    [InlineData("?hidden", ".hidden", false)]
    [InlineData(".*", ".hidden", true)]
    [InlineData("A", "a", false)]
    [InlineData("", "", true)]
    public void Names_match_as_in_a_shell(string pattern, string name, bool expected) => Assert.Equal(expected, GlobPattern.Matches(pattern, name));

    [Fact]
    public void A_hostile_pattern_is_not_exponential() =>
        Assert.False(GlobPattern.Matches(string.Concat(Enumerable.Repeat("*a", 50)) + "b", new string('a', 5000)));
}
