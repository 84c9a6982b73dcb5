using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine.Browser.Tests.Pages;

/// <summary>How rows read, by the engine's own format: the page has another.</summary>
internal static class Texts
{
    public static string Hash(IndicatorRow row, string more = "") =>
        $"#periode={Uri.EscapeDataString($"{Dnma.Engine.Indicators.IndicatorCodes.Code(row.Period)}:{row.PeriodStart:yyyy-MM-dd}")}&niveau={IndicatorCodes.Code(row.Level)}&territoire={Uri.EscapeDataString(row.Code)}{more}";

    /// <summary>What the first seven cards show of a row.</summary>
    public static string[] Cards(IndicatorRow row) =>
    [
        FrenchFormat.Count(row.Visits), FrenchFormat.Count(row.Users), FrenchFormat.Count(row.PageViews), FrenchFormat.MeanDuration(row.DurationMs, row.TimedVisits),
        FrenchFormat.Mean(row.PageViews, row.Visits), FrenchFormat.Share(row.Bounces, row.Visits), FrenchFormat.Share(row.FlashVisits, row.Visits),
    ];

    public static async Task<string[]> Cards(OpenPage page)
    {
        var cards = new List<string>();
        foreach (var id in new[] { "visites", "utilisateurs", "pages-vues", "temps-par-visite", "pages-par-visite", "rebond", "visites-eclair" })
        {
            cards.Add(await page.Card(id));
        }

        return [.. cards];
    }
}
