using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;
using static Dnma.Engine.Tests.Ingest.Containers.ContainerReading;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class BareQueryLineTests
{
    [Theory]
    [InlineData("s=1&p=a", "", "s=1&p=a")]
    [InlineData("?s=1&p=a", "", "s=1&p=a")]
    [InlineData("  ?s=1&p=a \r", "", "s=1&p=a")]
    [InlineData("/hit.xiti?s=1&p=a", "/hit.xiti", "s=1&p=a")]
    [InlineData("hit.xiti?s=1&p=a", "hit.xiti", "s=1&p=a")]
    [InlineData("https://c.example/hit.xiti?s=1&p=a", "/hit.xiti", "s=1&p=a")]
    [InlineData("https://c.example?s=1", "", "s=1")]
    [InlineData("s=1&p=what?&ref=http://x/?y=z", "", "s=1&p=what?&ref=http://x/?y=z")]
    [InlineData("/hit.xiti", "/hit.xiti", "")]
    public void Path_and_query_are_found(string line, string path, string query)
    {
        var request = One(new BareQueryLine(), line);
        Assert.Equal((path, query, LogRequest.NoInstant, ""), (request.Path, request.Query, request.InstantMs, request.Method));
    }

    [Theory]
    [InlineData("hello world")]
    [InlineData("\0\0")]
    public void Other_text_is_malformed(string line) => Assert.Equal(RejectReason.Malformed, Reason(new BareQueryLine(), line));
}
