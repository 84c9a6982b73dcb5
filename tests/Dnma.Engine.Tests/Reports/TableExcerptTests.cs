using System.Xml.Linq;
using Dnma.Engine.Analysis;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Data.Analysis;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

/// <summary>Tables for people: what they show, in HTML that is well formed whatever the logs hold, and in text.</summary>
public class TableExcerptTests
{
    // 185 s over two timed visits are 1:32.5, which rounds to 0:01:33; one bounce of three visits is 33.3 %; half of 8 765 432 is 50.0 %.
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Profile, "eleve", 3, 2, 10, 12, 185_000, 2, 1, 3),
        Row(Dimension.Profile, "parent", 8_765_432, 1_000, 0, 0, 0, 0, 4_382_716),
        Row(Dimension.Profile, "autre", 4, 3));

    [Fact]
    public void Figures_are_written_for_the_eye()
    {
        var lines = Table.Only(row => row.Modality != "autre").Excerpt().ToText().Split('\n');
        Assert.Equal("Indicators (period week · period_start 2022-09-05 · level establishment · code 0010024W · dimension profile)", lines[0]);
        Assert.Equal("modality     visits  users  page_views  time_per_visit  bounce_rate", lines[1]);
        Assert.Equal("eleve             3      2          10         0:01:33       33.3 %", lines[3]);
        Assert.Equal("parent    8 765 432  1 000           0               –       50.0 %", lines[4]);
        Assert.Equal("", Assert.Single(lines[5..]));
    }

    /// <summary>By hand: 60 s in the service over the three visits that used it, although only two are timed.</summary>
    [Fact]
    public void Time_in_a_service_is_over_all_visits_that_used_it() =>
        Assert.Contains("0:00:20", Of(Row(Dimension.Service, "notes", 3, durationMs: 60_000, timedVisits: 2)).Excerpt().ToText(), StringComparison.Ordinal);

    [Fact]
    public void Keys_that_differ_are_columns_and_those_that_all_rows_share_are_not()
    {
        var table = Of(Row(Dimension.Total, "total", 1), Row(Dimension.Total, "total", 2, code: "0220158C"));
        var html = Parse(table.ToHtml());
        Assert.Equal(["code", "visits", "users", "page_views", "time_per_visit", "bounce_rate"], html.Descendants("th").Where(cell => (string?)cell.Attribute("scope") == "col").Select(cell => cell.Value));
        Assert.Equal(["0010024W", "0220158C"], html.Descendants("th").Where(cell => (string?)cell.Attribute("scope") == "row").Select(cell => cell.Value));
        Assert.Contains("dimension total · modality total", html.Descendants("caption").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 of 3 rows")]
    [InlineData(2, "2 of 3 rows")]
    [InlineData(3, "")]
    [InlineData(9, "")]
    public void What_is_left_out_is_said(int most, string said)
    {
        var excerpt = Table.Excerpt(most);
        Assert.Equal((Math.Min(most, 3), 3), (excerpt.Shown, excerpt.Count));
        Assert.Equal(Math.Min(most, 3), Parse(excerpt.ToHtml()).Descendants("tbody").Single().Elements("tr").Count());
        var caption = Parse(excerpt.ToHtml()).Descendants("caption").Single().Value;
        Assert.Equal(said.Length > 0, caption.EndsWith(said, StringComparison.Ordinal) && said.Length > 0);
        Assert.Equal(said.Length > 0, excerpt.ToText().Contains(" of 3 rows", StringComparison.Ordinal));
        Assert.Equal(excerpt.ToText(), excerpt.ToString());
    }

    [Fact]
    public void Fewer_rows_than_none_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Table.Excerpt(-1));

    [Fact]
    public void Withheld_rows_show_no_figure()
    {
        IndicatorRow[] rows = [Row(Dimension.Total, "total", 7, 5), Row(Dimension.Total, "total", 0, 0, code: "0220158C") with { IsWithheld = true }];
        var withheld = Parse(rows.ToHtml()).Descendants("tbody").Single().Elements("tr").Last().Elements("td").Select(cell => cell.Value).ToArray();
        Assert.Equal(["N/A", "N/A", "N/A", "N/A", "N/A"], withheld);
    }

    [Fact]
    public void Rates_are_written_by_their_unit()
    {
        var text = RateTable.Of(Of(Row(Dimension.Total, "total", 4, 3, 10, 12, 185_000, 2, 1, 3))).Excerpt().ToText();
        Assert.Matches(@"bounce_rate +25\.0 % +100\.0 %\n", text);
        Assert.Matches(@"time_per_visit_ms +0:01:33 +50\.0 %\n", text);
        Assert.Matches(@"pages_per_visit +2\.50 +100\.0 %\n", text);
    }

    [Fact]
    public void Findings_say_what_they_mean_and_withheld_ones_no_figure()
    {
        var control = ControlCatalogue.All[0];
        var findings = FindingTable.Of([control], [new Finding(control, TerritoryLevel.National, "FR", PeriodKind.All, Monday, "visits", 1234.5, 2)]);
        Assert.Contains(control.Meaning.English, Parse(findings.ToHtml()).Value, StringComparison.Ordinal);
        Assert.Contains("Findings of 1 controls", findings.Excerpt().ToText(), StringComparison.Ordinal);
        Assert.Contains("1234.5", findings.Excerpt().ToText(), StringComparison.Ordinal);
        Assert.Contains("N/A", findings.WithoutFigures().Excerpt().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_frame_has_as_many_decimals_as_it_shows()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("name", ["a", "b", null!]),
            new DoubleDataFrameColumn("share", [7, 46.9, null]),
            new Int64DataFrameColumn("visits", [1_234L, 5L, null]),
            new DateTimeDataFrameColumn("day", [new DateTime(2022, 9, 5), null, new DateTime(2022, 9, 5, 8, 30, 0)]));
        Assert.Equal(
            """
            Data frame
            name  share  visits  day
            ----  -----  ------  -------------------
            a       7.0   1 234  2022-09-05
            b      46.9       5
                                 2022-09-05 08:30:00

            """.ReplaceLineEndings("\n"),
            frame.Excerpt().ToText());
    }

    /// <summary>The page is well formed, and every label stands in it as text: no label is markup, nor hides what stands beside it.</summary>
    [Property]
    public Property Labels_of_logs_stay_text() => Prop.ForAll(Hostile().ToArbitrary(), label =>
    {
        var rows = new[] { Row(Dimension.Custom("label"), label, 1), Row(Dimension.Custom("label"), "other", 2) };
        var html = Parse(rows.ToHtml());
        Assert.Equal(OutsideText.Of(label), html.Descendants("tbody").Single().Elements("tr").First().Elements("th").Single().Value);
        Assert.Empty(html.Descendants("script"));
        Assert.Equal(2, html.Descendants("tbody").Single().Elements("tr").Count());
        Assert.Equal(6, rows.Excerpt().ToText().Split('\n').Length);
    });

    /// <summary>A style or a link that loads something would tell a stranger who looks.</summary>
    [Fact]
    public void Nothing_is_loaded_and_every_style_is_in_its_element()
    {
        var html = Parse(Table.ToHtml());
        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "style" or "script" or "img" or "link" or "iframe" or "a");
        Assert.DoesNotContain("url(", Table.ToHtml(), StringComparison.OrdinalIgnoreCase);
        Assert.All(html.Descendants("td"), cell => Assert.Contains("text-align:right", (string)cell.Attribute("style")!, StringComparison.Ordinal));
        Assert.DoesNotContain("color:#", Table.ToHtml(), StringComparison.Ordinal);
    }

    private static Gen<string> Hostile() => Gen.OneOf(
        Gen.Elements("<script>alert(1)</script>", "a\"b'c&d;<", "\u202Egnol", "x\ny\tz", "\0", "&amp;", "</td></table>", "éà — 日本", "\uD800", "𝒳", "", " ", new string('w', 500)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        from parts in Gen.Elements("<", ">", "&", "\"", "'", "a", "é", "\u200F", "\r", "]]>", "<!--").ListOf()
        select string.Concat(parts));

    private static XElement Parse(string html) => XDocument.Parse($"<div>{html}</div>", LoadOptions.PreserveWhitespace).Root!;
}
