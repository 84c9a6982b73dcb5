using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

public class DashboardWriterTests
{
    private static readonly WrittenPage Demo = WrittenPage.Of(DemoMeasurement.Table(), DemoMeasurement.Context);

    [Fact]
    public void Same_data_same_bytes() =>
        Assert.Equal(Demo.Bytes, WrittenPage.Of(DemoMeasurement.Table(), DemoMeasurement.Context).Bytes);

    [Fact]
    public void The_page_is_UTF8_without_a_mark_and_a_few_hundred_kilobytes()
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"fr\">", Demo.Html, StringComparison.Ordinal);
        Assert.InRange(Demo.Bytes.Length, 1, 350_000);
    }

    /// <summary>Links stay inside the page; the icon is an empty data URL, so that no browser asks for one.</summary>
    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var ours = Demo.OwnText;
        foreach (var attribute in new[] { "src=", "href=", "srcset=", "action=" })
        {
            for (var at = ours.IndexOf(attribute, StringComparison.OrdinalIgnoreCase); at >= 0; at = ours.IndexOf(attribute, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var value = ours[(at + attribute.Length)..];
                Assert.True(value.StartsWith("\"#", StringComparison.Ordinal) || value.StartsWith("\"data:,\"", StringComparison.Ordinal), ours.Substring(at, 60));
            }
        }

        Assert.DoesNotContain("http://", ours, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", ours, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", ours, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", ours, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sourceMappingURL", Demo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_forbids_the_network_and_admits_exactly_the_scripts_and_the_style_of_the_page()
    {
        var policy = Between(Demo.Html, "Content-Security-Policy\" content=\"", "\"");
        Assert.StartsWith("default-src 'none'; img-src data:; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal($"'sha256-{Digest(Between(Demo.Html, "<style>", "</style>"))}'", Between(policy, "style-src ", ";"));

        var first = Demo.Html.IndexOf("<script>", StringComparison.Ordinal);
        var second = Demo.Html.IndexOf("<script>", first + 1, StringComparison.Ordinal);
        Assert.Equal(
            $"'sha256-{Digest(Between(Demo.Html[first..], "<script>", "</script>"))}' 'sha256-{Digest(Between(Demo.Html[second..], "<script>", "</script>"))}'",
            Between(policy, "script-src ", ";"));
    }

    [Fact]
    public void Every_place_of_the_template_is_filled()
    {
        Assert.DoesNotContain("{{", Demo.OwnText, StringComparison.Ordinal);
        Assert.Contains("<title>Audience des ENT en septembre 2022</title>", Demo.Html, StringComparison.Ordinal);
        Assert.Contains("THE SOFTWARE IS PROVIDED &quot;AS IS&quot;", Demo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_are_unique()
    {
        var ids = Demo.Data.GetProperty("sections").EnumerateArray().Concat(Demo.Blocks()).Concat(Demo.Data.GetProperty("cards").EnumerateArray())
            .Select(part => part.GetProperty("id").GetString()!)
            .Concat(["chiffres-cles", "contenu", "donnees", "faits", "sommaire"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Without_a_visit_the_page_says_so()
    {
        foreach (var table in new[] { new RowsToTable().Table(), ZeroDays() })
        {
            var page = WrittenPage.Of(table, DemoMeasurement.Context);
            Assert.Contains("Aucune visite", page.Data.GetProperty("notice").GetString(), StringComparison.Ordinal);
            Assert.Equal("0", page.CardText("visites"));
            Assert.All(
                ["temps-par-visite", "pages-par-visite", "rebond", "visites-eclair", "part-mobile", "profil-connu", "etablissement-connu"],
                id => Assert.Equal("–", page.CardText(id)));
            Assert.All(page.Blocks(), block => Assert.False(block.TryGetProperty("chart", out _)));
            Assert.True(page.HasBlock("comptes"));
            Assert.DoesNotContain("NaN", page.DataText, StringComparison.Ordinal);
        }
    }

    private static IndicatorTable ZeroDays()
    {
        var rows = new RowsToTable();
        for (var day = 5; day < 12; day++)
        {
            rows.Add(PeriodKind.Day, new DateOnly(2022, 9, day), TerritoryLevel.National, "FR", Dimension.Total, "total", 0);
        }

        return rows.Add(PeriodKind.All, new DateOnly(2022, 9, 5), TerritoryLevel.National, "FR", Dimension.Total, "total", 0).Table();
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
