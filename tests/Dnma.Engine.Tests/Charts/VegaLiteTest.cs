using System.Text.Json;
using Dnma.Engine.Charts;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Specifications are JSON of the shape that Vega-Lite 5 reads, and hold the chart's figures.</summary>
public class VegaLiteTest
{
    private static readonly string[] Marks = ["line", "bar", "rect", "text"];
    private static readonly string[] Types = ["quantitative", "nominal", "ordinal", "temporal"];

    public static TheoryData<string> Names() => SampleCharts.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_specification_is_whole(string name)
    {
        var chart = SampleCharts.All[name](LabelLanguage.English);
        using var json = JsonDocument.Parse(chart.ToVegaLite());
        var root = json.RootElement;
        Assert.Equal("https://vega.github.io/schema/vega-lite/v5.json", root.GetProperty("$schema").GetString());
        Assert.Equal(chart.Title, root.GetProperty("title").GetProperty("text").GetString());
        Assert.All(chart.Notes, note => Assert.Contains(note, root.GetProperty("title").GetProperty("subtitle").EnumerateArray().Select(line => line.GetString())));
        var units = root.TryGetProperty("layer", out var layers) ? layers.EnumerateArray().ToArray() : [root];
        Assert.NotEmpty(units);
        Assert.All(units, unit =>
        {
            Assert.Contains(unit.GetProperty("mark").GetProperty("type").GetString(), Marks);
            var data = (unit.TryGetProperty("data", out var own) ? own : root.GetProperty("data")).GetProperty("values").EnumerateArray().ToArray();
            Assert.NotEmpty(data);
            string?[] fields = [.. data[0].EnumerateObject().Select(field => field.Name)];
            Assert.All(Channels(unit.GetProperty("encoding")), channel =>
            {
                Assert.Contains(channel.GetProperty("field").GetString(), fields);
                Assert.True(!channel.TryGetProperty("type", out var type) || Types.Contains(type.GetString()));
            });
        });
    }

    [Fact]
    public void Gaps_are_null_and_figures_numbers()
    {
        using var json = JsonDocument.Parse(SampleCharts.All["time"](LabelLanguage.English).ToVegaLite());
        var lines = json.RootElement.GetProperty("layer").EnumerateArray().Single(layer => layer.GetProperty("mark").GetProperty("type").GetString() == "line");
        var values = lines.GetProperty("data").GetProperty("values").EnumerateArray().Where(value => value.GetProperty("series").GetString() == "Visits").ToArray();
        Assert.Equal(["80", "0", "", "9"], values.Select(value => value.GetProperty("value").ToString()));
        Assert.Equal(JsonValueKind.Null, values[2].GetProperty("value").ValueKind);
        Assert.Equal("2022-09-07T00:00:00Z", values[2].GetProperty("start").GetString());
    }

    [Fact]
    public void Shares_are_the_chart_s()
    {
        using var json = JsonDocument.Parse(SampleCharts.All["profiles"](LabelLanguage.English).ToVegaLite());
        Assert.Equal(
            [("Pupils", 75m, "75.0%"), ("Parents", 25m, "25.0%")],
            json.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(value => (value.GetProperty("category").GetString()!, value.GetProperty("value").GetDecimal(), value.GetProperty("text").GetString()!)));
    }

    [Fact]
    public void Bars_of_a_waterfall_begin_where_the_one_before_ends()
    {
        using var json = JsonDocument.Parse(SampleCharts.All["change"](LabelLanguage.English).ToVegaLite());
        Assert.Equal(
            [(0m, 40m), (40m, 49m), (49m, 60m), (0m, 60m)],
            json.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(value => (value.GetProperty("from").GetDecimal(), value.GetProperty("to").GetDecimal())));
    }

    [Fact]
    public void Charts_without_a_figure_are_specifications_too() =>
        Assert.All([.. SampleCharts.Empty, .. SampleCharts.Withheld, .. SampleCharts.HostileNames], chart => JsonDocument.Parse(chart.ToVegaLite()).Dispose());

    private static IEnumerable<JsonElement> Channels(JsonElement encoding) =>
        encoding.EnumerateObject().SelectMany(channel => channel.Value.ValueKind == JsonValueKind.Array ? channel.Value.EnumerateArray().ToArray() : [channel.Value]).Where(channel => channel.TryGetProperty("field", out _));
}
