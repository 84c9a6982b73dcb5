using System.Text;
using System.Text.Json;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class TablePropertyTest
{
    private const string Hostile = "ab\"',;\t \\\u00E9\u20AC\U0001F600\0{}[]:-0";

    [Property]
    public void What_a_naive_writer_quotes_comes_back(byte[][] rows, byte separatorChoice)
    {
        var separator = ",;\t"[separatorChoice % 3];
        var values = rows.Select(row => Text(row ?? [])).ToList();
        var text = $"visitor{separator}page{separator}instant\n"
            + string.Concat(values.Select(value => $"{Quoted(value)}{separator}{Quoted(value + "#" + value)}{separator}1662372000\n"));
        var sink = Decode(text);
        Assert.Empty(sink.Rejects);
        Assert.Equal(values, sink.Hits.Select(hit => hit.Visitor));
        Assert.Equal(values.Select(value => value + "#" + value), sink.Hits.Select(hit => hit.Page));
    }

    [Property]
    public void Wide_rows_split_as_string_split_does(byte[] widths, byte separatorChoice)
    {
        // Fields around the width of a vector, so that separators fall on all its lanes.
        var separator = ",;\t"[separatorChoice % 3];
        var fields = widths.Select((width, i) => new string((char)('a' + (i % 26)), width % 40)).Append("end").ToArray();
        var line = Encoding.UTF8.GetBytes(string.Join(separator, fields));
        var split = new CsvFields(fields.Length, (byte)separator);
        Assert.Equal(CsvSplit.Ok, split.Split(line));
        Assert.Equal(fields, fields.Select((_, i) => Encoding.UTF8.GetString(split.Field(line, i))));
        Assert.Equal(CsvSplit.FieldCount, new CsvFields(fields.Length + 1, (byte)separator).Split(line));
        Assert.Equal(fields.Length == 1, new CsvFields(1, (byte)separator).Split(line) == CsvSplit.Ok);
    }

    [Property]
    public void Any_bytes_are_accounted_for_line_by_line(byte[] bytes)
    {
        var body = bytes.Where(value => value != '\r').ToArray();
        var lines = Encoding.Latin1.GetString(body).Split('\n').Count(line => line.Length > 0 && line != "visitor,instant");
        foreach (var layout in new RecordLayout[] { Csv("visitor,instant\n"), NdjsonLayout.Instance })
        {
            var sink = new CollectingSink("custom");
            layout.CreateDecoder(sink).Decode(CollectingSink.Block(layout, body, new RecordPosition(0, 2, 16)));
            var blank = layout is NdjsonLayout ? Encoding.Latin1.GetString(body).Split('\n').Count(line => line.Length > 0 && line.Trim(' ', '\t').Length == 0) : 0;
            Assert.Equal(lines - blank, sink.Hits.Count + sink.Rejects.Count);
        }
    }

    [Property]
    public void Cutting_into_blocks_changes_nothing(byte[][] rows, byte[] cuts, bool json)
    {
        var text = json
            ? string.Concat(rows.Select(row => JsonSerializer.Serialize(new { visitor = Text(row ?? []), instant = 1662372000 }) + "\n"))
            : "visitor,instant\r\n" + string.Concat(rows.Select(row => $"{Text(row ?? [])},1662372000\r\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        RecordLayout layout = json ? NdjsonLayout.Instance : Csv("visitor,instant\r\n");
        var whole = new CollectingSink();
        layout.CreateDecoder(whole).Decode(CollectingSink.Block(layout, bytes, new RecordPosition(0, 1, 0)));

        var cut = new CollectingSink();
        var decoder = layout.CreateDecoder(cut);
        var start = 0;
        var line = 1L;
        var linesInBlock = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\n')
            {
                continue;
            }

            linesInBlock++;
            if (i == bytes.Length - 1 || (cuts.Length > 0 && cuts[i % cuts.Length] % 2 == 0))
            {
                decoder.Decode(CollectingSink.Block(layout, bytes.AsMemory(start, i + 1 - start), new RecordPosition(0, line, start)));
                line += linesInBlock;
                linesInBlock = 0;
                start = i + 1;
            }
        }

        Assert.Equal(whole.Hits, cut.Hits);
        Assert.Equal(whole.Rejects, cut.Rejects);
    }

    [Property]
    public void Json_values_come_back_whatever_is_escaped(byte[][] rows, bool relaxed)
    {
        var options = new JsonSerializerOptions
        {
            Encoder = relaxed ? System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping : System.Text.Encodings.Web.JavaScriptEncoder.Default,
        };
        var values = rows.Select(row => Text(row ?? [])).ToList();
        var text = string.Concat(values.Select(value =>
            JsonSerializer.Serialize(new { page = value, instant = "2022-09-05T10:00:00+00:00", visitor = value + value, other = new { visitor = 1 } }, options) + "\n"));
        var sink = new CollectingSink();
        sink.Decode(NdjsonLayout.Instance, text);
        Assert.Empty(sink.Rejects);
        Assert.Equal(values, sink.Hits.Select(hit => hit.Page));
        Assert.Equal(values.Select(value => value + value), sink.Hits.Select(hit => hit.Visitor));
    }

    private static CsvLayout Csv(string header) => CsvLayout.FromHeader(CsvHeader.TryRead(Encoding.UTF8.GetBytes(header)), "hits.csv");

    private static CollectingSink Decode(string text)
    {
        var sink = new CollectingSink();
        sink.Decode(Csv(text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]), text);
        return sink;
    }

    private static string Quoted(string value) => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A text made of characters that break parsers.</summary>
    private static string Text(byte[] bytes)
    {
        var runes = Hostile.EnumerateRunes().ToArray();
        return string.Concat(bytes.Select(value => runes[value % runes.Length].ToString()));
    }
}
