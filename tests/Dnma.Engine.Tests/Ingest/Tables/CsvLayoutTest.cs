using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class CsvLayoutTest
{
    private const long Ten = 1_662_372_000_000;
    private const string Instant = "2022-09-05T10:00:00Z";

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Reads_all_canonical_columns_in_any_order_and_case(char separator)
    {
        var header = "Browser; os ;device;user_agent;LABEL;page;kind;collectivity;platform;operator;project;tool;type;service;profile;uai;client;Visitor;\"instant\";more";
        var row = $"chrome;windows;ordinateur;Mozilla/5.0 (X11);télécharger;accueil;click;45;NEO;op;leia;MOODLE;TIERS;NOTES;ELEVE;0450822X;c1;v1;{Instant};x";
        var hit = Assert.Single(Hits($"{header}\n{row}\n".Replace(';', separator)));
        Assert.Equal(
            new CollectedHit(Ten, "v1")
            {
                Client = "c1",
                Uai = "0450822X",
                Profile = "ELEVE",
                Service = "NOTES",
                Type = "TIERS",
                Tool = "MOODLE",
                Project = "leia",
                Operator = "op",
                Platform = "NEO",
                Collectivity = "45",
                Page = "accueil",
                Label = "télécharger",
                UserAgent = "Mozilla/5.0 (X11)",
                Device = "ordinateur",
                Os = "windows",
                Browser = "chrome",
                Kind = HitKind.Click,
            },
            hit);
    }

    [Theory]
    [InlineData("", HitKind.Page)]
    [InlineData("PAGE", HitKind.Page)]
    [InlineData(" page ", HitKind.Page)]
    [InlineData("Click", HitKind.Click)]
    [InlineData("event", HitKind.Event)]
    [InlineData("pInG", HitKind.Ping)]
    [InlineData("scroll", HitKind.Event)]
    public void Reads_the_kind(string kind, HitKind expected) =>
        Assert.Equal(expected, Assert.Single(Hits($"instant,visitor,kind\n{Instant},v,{kind}")).Kind);

    [Theory]
    [InlineData("v", "c", HitFlags.None)]
    [InlineData("OPT-OUT", "", HitFlags.OptOut)]
    [InlineData("v", "Consent-NO", HitFlags.OptOut)]
    [InlineData("v", "abc-NO", HitFlags.OptOut)]
    [InlineData(" Opt-Out ", "", HitFlags.OptOut)]
    [InlineData("v", "\u00A0abc-NO ", HitFlags.OptOut)]
    [InlineData("v", "abc-no", HitFlags.None)]
    [InlineData("v", "NO", HitFlags.None)]
    public void Marks_who_opted_out(string visitor, string client, HitFlags expected) =>
        Assert.Equal(expected, Assert.Single(Hits($"instant,visitor,client\n{Instant},{visitor},{client}")).Flags);

    [Fact]
    public void Unquotes_fields()
    {
        var hits = Hits($"instant,visitor,page\n\"{Instant}\",\"a,\"\"b\"\"\",\"\"\n{Instant},a\"b,\"\"\"\"\n{Instant},\"plain\",x");
        Assert.Equal(["a,\"b\"", "a\"b", "plain"], hits.Select(hit => hit.Visitor));
        Assert.Equal(["", "\"", "x"], hits.Select(hit => hit.Page));
    }

    [Fact]
    public void Rejects_a_bad_line_alone_and_says_why()
    {
        var sink = Decoded(
            "instant,visitor,page\r\n"
            + $"{Instant},v1,p\r\n"
            + $"{Instant},\"v2,p\r\n"
            + $"{Instant},v3\r\n"
            + $"{Instant},v4,p,more\r\n"
            + $"{Instant},\"v5\"x,p\r\n"
            + ",v6,p\r\n"
            + "2022-09-05T10:00:00,v7,p\r\n"
            + "\r\n"
            + $"{Instant},v8,\"\"\"\r\n"
            + $"{Instant},v9,p");
        Assert.Equal(["v1", "v9"], sink.Hits.Select(hit => hit.Visitor));
        Assert.Equal("p", sink.Hits[0].Page);
        Assert.Equal(
            [
                (RejectReason.UnclosedQuote, 3L),
                (RejectReason.FieldCount, 4L),
                (RejectReason.FieldCount, 5L),
                (RejectReason.Malformed, 6L),
                (RejectReason.MissingInstant, 7L),
                (RejectReason.BadInstant, 8L),
                (RejectReason.UnclosedQuote, 10L),
            ],
            sink.Rejects.Select(reject => (reject.Reason, reject.Position.Line)));
        Assert.Equal(new RecordPosition(3, 3, 22 + 27), sink.Rejects[0].Position);
        Assert.Equal($"{Instant},\"v2,p", sink.Rejects[0].Sample);
    }

    [Fact]
    public void Passes_over_headers_and_byte_order_marks_of_joined_files()
    {
        var part = $"\uFEFFinstant,visitor\n{Instant},v\n";
        var sink = Decoded(part + part);
        Assert.Equal(2, sink.Hits.Count);
        Assert.Empty(sink.Rejects);
    }

    [Fact]
    public void Rejects_a_last_line_that_was_cut_off()
    {
        var text = $"instant,visitor\n{Instant},v1\n{Instant},v";
        var sink = new CollectingSink();
        sink.Decode(Layout(text), text, endsTruncated: true);
        Assert.Equal("v1", Assert.Single(sink.Hits).Visitor);
        Assert.Equal(RejectReason.Truncated, Assert.Single(sink.Reasons));
    }

    [Fact]
    public void Rejects_a_record_over_one_mebibyte_and_reads_on()
    {
        var fit = new string('x', (1 << 20) - Instant.Length - 1);
        var sink = Decoded($"instant,visitor\n{Instant},{fit}\n{Instant},{fit}x\n{Instant},v");
        Assert.Equal(2, sink.Hits.Count);
        Assert.Equal(RejectReason.TooLong, Assert.Single(sink.Reasons));
    }

    [Fact]
    public void Keeps_bytes_that_are_no_text()
    {
        var bytes = Encoding.Latin1.GetBytes($"instant,visitor\n{Instant},a\0b\u00FF\n");
        var sink = new CollectingSink();
        var layout = Layout("instant,visitor\n");
        layout.CreateDecoder(sink).Decode(CollectingSink.Block(layout, bytes, new RecordPosition(0, 1, 0)));
        Assert.Equal("a\0b\uFFFD", Assert.Single(sink.Hits).Visitor);
    }

    [Fact]
    public void Hands_on_the_custom_dimensions_that_were_asked_for()
    {
        var text = $"instant,visitor,Classe,page,other\n{Instant},v,\"6\"\"A\",p,o\n{Instant},v,,,";
        var sink = new CollectingSink("missing", "classe", "page");
        sink.Decode(Layout(text), text);
        Assert.Equal(["|6\"A|p", "||"], sink.Hits.Select(hit => hit.Customs));
    }

    [Theory]
    [InlineData("instant,uai,service\n")]
    [InlineData("visitor;uai\n")]
    [InlineData("Notes\n")]
    public void Names_the_columns_seen_when_a_required_one_is_missing(string text)
    {
        var error = Assert.Throws<EngineException>(() => Layout(text));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains("hits.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("instant and visitor", error.Message, StringComparison.Ordinal);
        Assert.Contains(text.TrimEnd().Replace(",", ", ", StringComparison.Ordinal).Replace(";", ", ", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\"instant,visitor\n")]
    public void Says_so_when_there_is_no_header(string text) =>
        Assert.Equal(ErrorId.UndecidedFormat, Assert.Throws<EngineException>(() => Layout(text)).Id);

    [Fact]
    public void Refuses_a_canonical_column_that_stands_there_twice() =>
        Assert.Equal(ErrorId.UndecidedFormat, Assert.Throws<EngineException>(() => Layout("instant,visitor,Visitor\n")).Id);

    [Fact]
    public void Reads_a_header_whose_quotes_hold_separators() =>
        Assert.Equal("v", Assert.Single(Hits($"instant,\"a,b,c\",visitor\n{Instant},x,v")).Visitor);

    private static CsvLayout Layout(string text)
    {
        var header = TableDetection.TryHeader(Encoding.UTF8.GetBytes(text));
        return CsvLayout.FromHeader(header, "hits.csv");
    }

    private static CollectingSink Decoded(string text)
    {
        var sink = new CollectingSink();
        sink.Decode(Layout(text), text);
        return sink;
    }

    private static List<CollectedHit> Hits(string text)
    {
        var sink = Decoded(text);
        Assert.Empty(sink.Rejects);
        return sink.Hits;
    }
}
