using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>The findings of the controls on the page.</summary>
public class DashboardControlsTests
{
    private static readonly DateOnly Monday = new(2022, 9, 5);
    private static readonly Control Alarming = new("b-alarm", 12, ControlSeverity.Alarm, new("Le total ne tient pas.", ""), new("Ne pas publier.", ""));
    private static readonly Control Warning = new("a-warning", 8, ControlSeverity.Warning, new("Silence.", ""), new("Appeler.", ""));
    private static readonly Control Quiet = new("c-notice", 9, ControlSeverity.Notice, new("Rien.", ""), new("Rien.", ""));

    private static readonly FindingTable Findings = FindingTable.Of(
        [Alarming, Warning, Quiet],
        [
            new Finding(Warning, TerritoryLevel.Academy, "18", PeriodKind.Week, Monday, "service:notes", 0, 1234.4, 0.001),
            new Finding(Warning, TerritoryLevel.Establishment, "0180100L", PeriodKind.Week, Monday, "visits", 0.25, null),
            new Finding(Alarming, TerritoryLevel.National, "FR", PeriodKind.All, new DateOnly(2022, 9, 1), "visits", 928_971, 0),
        ]);

    [Fact]
    public void Controls_that_found_something_stand_with_what_to_do_the_severest_first()
    {
        var page = Written(Findings);
        Assert.Equal(
            ["b-alarm|Le total ne tient pas.|alerte|1|Ne pas publier.", "a-warning|Silence.|avertissement|2|Appeler."],
            Texts(page, "controles-constats"));
        Assert.Equal("3 contrôles posés, 2 ont des constats. Un constat ne change aucun chiffre.", page.Block("controles-constats").GetProperty("notes")[0].GetString());
        Assert.Equal(
            ["France|toute la période|b-alarm|visits|928 971|0", "Orléans-Tours (18)|5 sept. 2022|a-warning|service:notes|0|1 234", "0180100L|5 sept. 2022|a-warning|visits|0,25|–"],
            Texts(page, "constats"));
        Assert.Contains("1 alerte des contrôles automatiques", Warnings(page)[0], StringComparison.Ordinal);
    }

    /// <summary>Under a disclosure threshold findings have no figures: the page says what, where and when.</summary>
    [Fact]
    public void Figures_that_are_withheld_do_not_stand_on_the_page()
    {
        var page = Written(Findings.WithoutFigures());
        Assert.Equal(
            ["France|toute la période|b-alarm|visits|–|–", "Orléans-Tours (18)|5 sept. 2022|a-warning|service:notes|–|–", "0180100L|5 sept. 2022|a-warning|visits|–|–"],
            Texts(page, "constats"));
    }

    [Fact]
    public void Without_a_finding_the_page_says_what_was_asked()
    {
        var page = Written(FindingTable.Of([Alarming, Quiet], []));
        Assert.Empty(Texts(page, "controles-constats"));
        Assert.DoesNotContain("alerte des", string.Join('\n', Warnings(page)), StringComparison.Ordinal);
        Assert.StartsWith("2 contrôles posés, aucun n’a de constat.", page.Block("controles-constats").GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_findings_than_a_page_holds_are_said_to_be_elsewhere()
    {
        var page = Written(FindingTable.Of([], Enumerable.Range(0, 201).Select(number => new Finding(Quiet, TerritoryLevel.Establishment, $"{number:0000000}A", PeriodKind.All, null, "visits", number, null))));
        Assert.Equal(200, Texts(page, "constats").Length);
        Assert.Contains("controls.csv", page.Block("constats").GetProperty("notes")[1].GetString(), StringComparison.Ordinal);
    }

    private static WrittenPage Written(FindingTable findings) => WrittenPage.Of(DemoMeasurement.Table(), DemoMeasurement.Context with
    {
        Findings = findings,
        NameOf = (level, code) => (level, code) == (TerritoryLevel.Academy, "18") ? "Orléans-Tours" : null,
    });

    private static string[] Warnings(WrittenPage page) => [.. page.Data.GetProperty("warnings").EnumerateArray().Select(text => text.GetString()!.Replace('\u202F', ' '))];

    private static string[] Texts(WrittenPage page, string block) =>
        [.. page.Block(block).GetProperty("rows").EnumerateArray().Select(row => string.Join('|', row.EnumerateArray().Select(cell => WrittenPage.TextOf(cell).Replace('\u202F', ' '))))];
}
