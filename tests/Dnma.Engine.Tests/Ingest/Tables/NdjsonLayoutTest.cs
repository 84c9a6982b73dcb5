using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Tests.Allocations;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class NdjsonLayoutTest
{
    private const long Ten = 1_662_372_000_000;

    [Fact]
    public void Reads_canonical_keys()
    {
        var sink = Decoded(
            """
            {"instant":"2022-09-05T12:00:00+02:00","visitor":"é\u00e9\n","Kind":"CLICK","uai":"0450822X","label":"L","user_agent":"UA","page":null}
            {"visitor":7290123456789012345678,"instant":1662372000,"client":12.50}
             { "instant" : 1662372000123 , "\u0076isitor" : "v" } 
            """);
        Assert.Empty(sink.Rejects);
        Assert.Equal(
            [
                new CollectedHit(Ten, "éé\n") { Kind = HitKind.Click, Uai = "0450822X", Label = "L", UserAgent = "UA" },
                new CollectedHit(Ten, "7290123456789012345678") { Client = "12.50" },
                new CollectedHit(Ten + 123, "v"),
            ],
            sink.Hits);
    }

    [Fact]
    public void A_key_given_twice_counts_once_the_first_time()
    {
        var sink = Decoded("""{"visitor":"first","instant":1662372000,"VISITOR":"second","instant":"bad"}""");
        Assert.Equal(new CollectedHit(Ten, "first"), Assert.Single(sink.Hits));
    }

    [Fact]
    public void Truth_values_and_nested_values_are_no_text()
    {
        var sink = Decoded("""{"visitor":false,"instant":1662372000,"page":{"visitor":"inner","a":[1,{"b":2}]},"tool":["x"]}""");
        Assert.Equal(new CollectedHit(Ten, ""), Assert.Single(sink.Hits));
    }

    [Fact]
    public void Custom_dimensions_read_any_value()
    {
        var sink = new CollectingSink("classe", "nested", "flag", "none", "page", "CLASSE");
        sink.Decode(
            NdjsonLayout.Instance,
            """{"visitor":"v","instant":1662372000,"Classe":"6\"A","nested":{"a": [1]},"flag":true,"none":null,"page":"p"}""");
        Assert.Equal("6\"A|{\"a\": [1]}|true||p|6\"A", Assert.Single(sink.Hits).Customs);
        Assert.Equal("p", sink.Hits[0].Page);
    }

    [Theory]
    [InlineData("""{"visitor":"v"}""", RejectReason.MissingInstant)]
    [InlineData("""{"visitor":"v","instant":null}""", RejectReason.MissingInstant)]
    [InlineData("""{"visitor":"v","instant":""}""", RejectReason.MissingInstant)]
    [InlineData("""{"visitor":"v","instant":{}}""", RejectReason.MissingInstant)]
    [InlineData("""{"visitor":"v","instant":"2022-09-05T10:00:00"}""", RejectReason.BadInstant)]
    [InlineData("""{"visitor":"v","instant":1e9}""", RejectReason.BadInstant)]
    [InlineData("""{"visitor":"v","instant":1662372000""", RejectReason.Malformed)]
    [InlineData("""{"visitor":"v","instant":1662372000}}""", RejectReason.Malformed)]
    [InlineData("""{"visitor":"v","instant":1662372000} {}""", RejectReason.Malformed)]
    [InlineData("""{"visitor":"v" "instant":1662372000}""", RejectReason.Malformed)]
    [InlineData("""{"visitor":"\ud800","instant":1662372000}""", RejectReason.Malformed)]
    [InlineData("""{'visitor':'v'}""", RejectReason.Malformed)]
    [InlineData("""["visitor"]""", RejectReason.Malformed)]
    [InlineData("12", RejectReason.Malformed)]
    [InlineData("null", RejectReason.Malformed)]
    [InlineData("visitor,instant", RejectReason.Malformed)]
    public void Rejects_what_is_no_hit(string line, RejectReason reason)
    {
        var sink = Decoded($$"""{"visitor":"a","instant":1662372000}{{"\n"}}{{line}}{{"\n"}}{"visitor":"b","instant":1662372000}""");
        Assert.Equal(reason, Assert.Single(sink.Reasons));
        Assert.Equal(2, sink.Rejects[0].Position.Line);
        Assert.Equal(["a", "b"], sink.Hits.Select(hit => hit.Visitor));
    }

    [Fact]
    public void Nesting_beyond_measure_is_malformed()
    {
        var sink = Decoded("{\"visitor\":\"v\",\"instant\":1,\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}");
        Assert.Equal(RejectReason.Malformed, Assert.Single(sink.Reasons));
    }

    [Fact]
    public void Blank_lines_and_a_byte_order_mark_are_no_records()
    {
        var sink = Decoded("\uFEFF{\"visitor\":\"v\",\"instant\":1662372000}\r\n  \t\r\n\r\n");
        Assert.Single(sink.Hits);
        Assert.Empty(sink.Rejects);
    }

    [Fact]
    public void Allocates_nothing_once_it_runs()
    {
        var text = string.Concat(Enumerable.Repeat("{\"visitor\":\"a\\u0041\",\"instant\":\"2022-09-05T10:00:00Z\",\"classe\":\"6\\n\",\"x\":[1,2]}\n", 200));
        var block = CollectingSink.Block(NdjsonLayout.Instance, Encoding.UTF8.GetBytes(text), new RecordPosition(0, 1, 0));
        var decoder = NdjsonLayout.Instance.CreateDecoder(new CountingSink());
        Assert.Equal(0, SteadyAllocation.Of(() => decoder.Decode(block)));
    }

    private static CollectingSink Decoded(string text)
    {
        var sink = new CollectingSink();
        sink.Decode(NdjsonLayout.Instance, text);
        return sink;
    }
}
