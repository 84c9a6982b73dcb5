using System.Text;
using System.Text.Json;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>A page as it was written, and the data block inside it as a browser would parse it.</summary>
internal sealed class WrittenPage
{
    private WrittenPage(byte[] bytes)
    {
        Bytes = bytes;
        Html = new UTF8Encoding(false, true).GetString(bytes);
        var open = Html.IndexOf("id=\"donnees\">", StringComparison.Ordinal) + "id=\"donnees\">".Length;
        DataText = Html[open..Html.IndexOf("</script", open, StringComparison.OrdinalIgnoreCase)];
        Data = JsonDocument.Parse(DataText).RootElement;
    }

    public byte[] Bytes { get; }

    public string Html { get; }

    /// <summary>The page without the chart library, which must be in it once.</summary>
    public string OwnText
    {
        get
        {
            var start = Html.IndexOf(DashboardAssets.ChartLibrary, StringComparison.Ordinal);
            Assert.True(start > 0);
            return Html.Remove(start, DashboardAssets.ChartLibrary.Length);
        }
    }

    public string DataText { get; }

    public JsonElement Data { get; }

    public static WrittenPage Of(IndicatorTable table, DashboardContext context)
    {
        using var stream = new MemoryStream();
        DashboardWriter.Write(stream, DashboardData.From(table, context));
        return new WrittenPage(stream.ToArray());
    }

    public JsonElement Card(string id) => Data.GetProperty("cards").EnumerateArray().Single(card => card.GetProperty("id").GetString() == id);

    public string CardText(string id) => TextOf(Card(id).GetProperty("figure"));

    public IEnumerable<JsonElement> Blocks() =>
        Data.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray());

    public JsonElement Block(string id) => Blocks().Single(block => block.GetProperty("id").GetString() == id);

    public bool HasBlock(string id) => Blocks().Any(block => block.GetProperty("id").GetString() == id);

    /// <summary>The rows of a block, those apart included, by the text of their first cell.</summary>
    public Dictionary<string, JsonElement[]> Rows(string block) =>
        Block(block).GetProperty("rows").EnumerateArray()
            .Concat(Block(block).GetProperty("apart").EnumerateArray())
            .ToDictionary(row => TextOf(row[0]), row => row.EnumerateArray().ToArray());

    public static string TextOf(JsonElement cell) =>
        (cell.ValueKind == JsonValueKind.String ? cell : cell[cell.GetArrayLength() - 1]).GetString()!;

    public static long ValueOf(JsonElement cell) => cell[0].GetInt64();

    /// <summary>Numerator and denominator.</summary>
    public static (long, long) QuotientOf(JsonElement cell)
    {
        Assert.Equal(3, cell.GetArrayLength());
        return (cell[0].GetInt64(), cell[1].GetInt64());
    }
}
