using System.Globalization;
using System.Xml.Linq;
using Dnma.Engine.Charts;
using Dnma.Engine.Contracts;
using Dnma.Engine.Reports;
using SkiaSharp;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Pictures hold what the chart says, the same whenever and wherever they are drawn, whatever the names.</summary>
public class PictureTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names() => SampleCharts.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void An_svg_holds_title_labels_and_figures_as_text(string name)
    {
        foreach (var language in Enum.GetValues<LabelLanguage>())
        {
            var chart = SampleCharts.All[name](language);
            var root = XDocument.Parse(chart.ToSvg()).Root!;
            var texts = TextsOf(root);
            Assert.Contains(Plain(chart.Title), string.Join(' ', texts), StringComparison.Ordinal);
            Assert.Equal((chart.Title, "img"), (root.Element(Svg + "title")!.Value, (string)root.Attribute("role")!));
            Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
            Assert.Equal($"{(string)root.Element(Svg + "title")!.Attribute("id")!} {(string)root.Element(Svg + "desc")!.Attribute("id")!}", (string)root.Attribute("aria-labelledby")!);
            Assert.Equal(language == LabelLanguage.French ? "fr" : "en", (string)root.Attribute("lang")!);
            foreach (var expected in ExpectedOf(chart))
            {
                Assert.Contains(texts, text => text.Contains(Plain(expected), StringComparison.Ordinal));
            }

            Assert.All(root.Descendants().Attributes("clip-path"), clip => Assert.Contains(root.Descendants(), other => $"url(#{(string?)other.Attribute("id")})" == clip.Value));
            Assert.DoesNotContain(root.Descendants(Svg + "rect"), rect => rect.Attribute("fill") is null && rect.Parent!.Name != Svg + "clipPath");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_png_has_the_size_that_was_asked_for(string name)
    {
        var chart = SampleCharts.All[name](LabelLanguage.French);
        using var picture = SKBitmap.Decode(chart.ToPng(new PictureSize(600, 400, 1.5)));
        Assert.Equal((900, 600), (picture.Width, picture.Height));
        Assert.InRange(picture.Pixels.Distinct().Count(), 10, int.MaxValue);
        Assert.Equal(SKColors.White, picture.GetPixel(2, 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_chart_gives_the_same_bytes_in_any_thread_and_culture(string name)
    {
        var (svg, png, vega, html) = Drawn();
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = i % 2 == 0 ? new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "٫", NegativeSign = "~" } } : CultureInfo.InvariantCulture;
            return Drawn();
        })));
        Assert.All(others, other => Assert.Equal((svg, Convert.ToBase64String(png), vega, html), (other.Svg, Convert.ToBase64String(other.Png), other.Vega, other.Html)));

        (string Svg, byte[] Png, string Vega, string Html) Drawn()
        {
            var chart = SampleCharts.All[name](LabelLanguage.French);
            return (chart.ToSvg(), chart.ToPng(), chart.ToVegaLite(), chart.ToHtml());
        }
    }

    /// <summary>On a page with several, an id stands for one thing.</summary>
    [Fact]
    public void No_two_pictures_share_an_id()
    {
        var ids = SampleCharts.All.Values.SelectMany(make => XDocument.Parse(make(LabelLanguage.French).ToSvg()).Descendants().Attributes("id").Select(id => id.Value)).ToArray();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Without_a_figure_a_picture_says_so() => Assert.All(SampleCharts.Empty, chart =>
    {
        Assert.True(chart.IsEmpty);
        Assert.NotEmpty(chart.ToPng());
        Assert.Contains("Aucune donnée", TextsOf(XDocument.Parse(chart.ToSvg()).Root!));
        Assert.Contains("Aucune donnée", XDocument.Parse(chart.ToSvg()).Root!.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_withheld_shows_no_figure_and_says_why() => Assert.All(SampleCharts.Withheld.Where(chart => chart.Notes.Count > 0), chart =>
    {
        Assert.True(chart.IsEmpty);
        Assert.Contains(chart.Notes, note => note.Contains("ithheld", StringComparison.Ordinal));
        Assert.DoesNotContain(chart.Table.Rows.SelectMany(row => row.Skip(1)), text => text.Contains("80", StringComparison.Ordinal) || text.Contains("60", StringComparison.Ordinal));
    });

    [Fact]
    public void Hostile_names_stay_text() => Assert.All(SampleCharts.HostileNames, chart =>
    {
        var root = XDocument.Parse(chart.ToSvg()).Root!;
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<script>alert", string.Join(' ', root.DescendantNodes().OfType<XText>().Select(text => text.Value)), StringComparison.Ordinal);
        var html = chart.ToHtml();
        Assert.Equal(2, html.Split("<script", StringSplitOptions.None).Length);
        foreach (var text in new[] { chart.ToSvg(), html[..html.IndexOf("<script>//<![CDATA[", StringComparison.Ordinal)], chart.ToVegaLite() })
        {
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', text);
            Assert.DoesNotContain('\u0001', text);
        }

        Assert.NotEmpty(chart.ToPng());
    });

    [Theory]
    [InlineData(319, 0, 1)]
    [InlineData(4001, 0, 1)]
    [InlineData(900, 199, 1)]
    [InlineData(900, 8001, 1)]
    [InlineData(900, 0, 0)]
    [InlineData(900, 0, 8.1)]
    public void Sizes_have_bounds(int width, int height, double scale) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => SampleCharts.All["time"](LabelLanguage.French).ToPng(new PictureSize(width, height, scale))).Id);

    [Fact]
    public void The_least_picture_can_be_drawn() => Assert.All(SampleCharts.All.Values, make => Assert.NotEmpty(make(LabelLanguage.French).ToPng(new PictureSize(320, 200, 1))));

    private static IEnumerable<string> ExpectedOf(Chart chart) => chart switch
    {
        TimeChart time => ["5", .. time.Series.Select(series => series.Name), "zone A"],
        BarChart { IsStacked: true } bars => [.. bars.Categories, .. bars.Series.Select(series => series.Name), "100"],
        BarChart bars => [.. bars.Categories, .. bars.Table.Rows.Select(row => row[1])],
        SchoolDayChart hours => [.. hours.Table.Rows.Select(row => row[0]), "80"],
        TileChart tiles => ["Corse", "Lille", "80", "–"],
        WaterfallChart change => [.. change.Table.Rows.Select(row => row[1]), "2024-25", "2025-26"],
        _ => [],
    };

    private static string[] TextsOf(XElement root) => [.. root.Descendants(Svg + "text").Select(text => Plain(text.Value))];

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
