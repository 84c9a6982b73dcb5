using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;
using Dnma.Engine.Tests.Allocations;

namespace Dnma.Engine.Tests.Ingest.Containers;

public class AllocationTests
{
    [Fact]
    public void No_container_allocates_for_a_line()
    {
        AssertNone(() => new NcsaLine(), "h - - [05/Sep/2022:10:00:00 +0200] \"GET /hit.xiti?s=1&p=\\x22 HTTP/1.1\" 200 1 \"-\" \"U\\\"A\"\n");
        AssertNone(() => new JsonLine(), "{\"ts\":1662364800.5,\"request\":{\"uri\":\"/x?a=1\\u0026b\",\"headers\":{\"User-Agent\":[\"U\"],\"Sec-Ch-Ua\":[\"\\\"x\\\"\"]}}}\n");
        AssertNone(() => new BareQueryLine(), "https://c.example/hit.xiti?s=1\n");
        var fields = W3cFields.Parse("date time cs-uri-query cs(User-Agent) cs(Sec-CH-UA)"u8, W3cFields.NoDay, "test", 1);
        AssertNone(() => new W3cLine(fields), "2022-09-05 08:00:00 s=1 Mozilla/5.0%2520+x y\n");
    }

    private static void AssertNone<TContainer>(Func<TContainer> container, string line)
        where TContainer : struct, ILineContainer
    {
        var layout = new LogLayout<TContainer>("test", container, _ => new CountingDecoder());
        var decoder = layout.CreateDecoder(new RefusingSink());
        var block = new RecordBlock
        {
            Bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 2000))),
            Start = new RecordPosition(0, 1, 0),
            Layout = layout,
        };
        Assert.Equal(0, SteadyAllocation.Of(() => decoder.Decode(block)));
    }

    private sealed class CountingDecoder : RequestDecoder
    {
        public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line) => Assert.False(request.Query.IsEmpty);
    }

    private sealed class RefusingSink : RecordSink
    {
        public override ReadOnlySpan<byte[]> CustomNames => [];

        public override long ClockToleranceMs => 0;

        public override void Accept(scoped in HitFields hit) => Assert.Fail();

        public override void AcceptPart(in SplitHitPart part) => Assert.Fail();

        public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => Assert.Fail($"{reason}");
    }
}
