using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class TableDetectionTest
{
    [Theory]
    [InlineData("instant,visitor\n", TableKind.Csv)]
    [InlineData("\uFEFFuai;\"Visitor\"; INSTANT \r\n1;2;3", TableKind.Csv)]
    [InlineData("visitor\tinstant", TableKind.Csv)]
    [InlineData("{\"visitor\":1,\"instant\":2}\n", TableKind.Ndjson)]
    [InlineData("\n  {\"x\":{\"a\":[1]},\"Instant\":2", TableKind.Ndjson)]
    [InlineData("{\"requests\":[\"?idsite=1&rec=1\"]}", TableKind.MatomoBulkBody)]
    [InlineData("{\n  \"token_auth\": \"x\",\n  \"requests\": [\n    \"?idsite=1", TableKind.MatomoBulkBody)]
    [InlineData("idvisit,idsite,user_id,config_os\n", TableKind.MatomoTable)]
    [InlineData("idaction\thash\tname\ttype\n", TableKind.MatomoTable)]
    [InlineData("idlink_va;idsite;idvisit;idaction_url;server_time\n", TableKind.MatomoTable)]
    [InlineData("idvisit,idsite,idaction_url,server_time,idgoal\n", TableKind.None)]
    [InlineData("{\"request\":{\"uri\":\"/hit.xiti?s=1\"},\"ts\":1662372000.5}\n", TableKind.None)]
    [InlineData("{\"requests\":3}\n", TableKind.None)]
    [InlineData("{\"instant\n", TableKind.None)]
    [InlineData("[{\"instant\":1,\"visitor\":2}]", TableKind.None)]
    [InlineData("127.0.0.1 - - [05/Sep/2022:10:00:00 +0000] \"GET /hit.xiti?s=1 HTTP/1.1\" 200 35\n", TableKind.None)]
    [InlineData("s=1&s2=2&p=page\n", TableKind.None)]
    [InlineData("instant,uai\n", TableKind.None)]
    [InlineData("", TableKind.None)]
    [InlineData(" \n ", TableKind.None)]
    public void Tells_what_a_head_is(string head, object expected)
    {
        var kind = TableDetection.KindOf(Encoding.UTF8.GetBytes(head), out var whyNot);
        Assert.Equal(expected, kind);
        Assert.Equal(kind == TableKind.None, whyNot.Length > 0);
    }

    [Fact]
    public void Says_when_a_text_is_not_utf8()
    {
        Assert.Equal(TableKind.None, TableDetection.KindOf(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("instant")).ToArray(), out var whyNot));
        Assert.Contains("UTF-16", whyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_beyond_the_head_is_not_guessed_at()
    {
        var head = Encoding.UTF8.GetBytes("instant,visitor," + new string('x', 65_536))[..65_536];
        Assert.Equal(TableKind.None, TableDetection.KindOf(head, out _));
        Assert.Equal(TableKind.Csv, TableDetection.KindOf("instant,visitor"u8, out _));
    }

    [Fact]
    public void Makes_the_layout_that_was_found()
    {
        var tables = MatomoTableTest.Sample.Tables();
        Assert.IsType<CsvLayout>(Detect("instant,visitor\n"));
        Assert.IsType<NdjsonLayout>(Detect("{\"visitor\":1,\"instant\":2}\n"));
        Assert.Null(Detect("{\"requests\":[]}"));
        Assert.Null(Detect("nothing"));
        Assert.Equal(MatomoTable.Links, Assert.IsType<MatomoTableLayout>(Detect("idsite,idvisit,idaction_url,server_time\n")).Table);
        Assert.True(Assert.IsType<MatomoTableLayout>(Detect("idvisit,idsite,user_id\n")).IsLookUp);

        Dnma.Engine.Ingest.RecordLayout? Detect(string head) =>
            TableDetection.TryDetect(Encoding.UTF8.GetBytes(head), TableKind.None, "input", tables, out _);
    }

    [Fact]
    public void What_was_asked_for_is_not_doubted_but_must_fit()
    {
        Assert.IsType<NdjsonLayout>(TableDetection.TryDetect("nothing"u8, TableKind.Ndjson, "input", null, out _));
        Assert.Throws<EngineException>(() => TableDetection.TryDetect("nothing"u8, TableKind.Csv, "input", null, out _));
    }
}
