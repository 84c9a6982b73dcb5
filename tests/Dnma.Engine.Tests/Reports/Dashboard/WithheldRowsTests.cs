using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>Rows that disclosure control withholds do not stand on the page, and nothing on it takes them for zero.</summary>
public class WithheldRowsTests
{
    [Fact]
    public void A_breakdown_of_which_a_row_is_withheld_is_not_said_to_be_all()
    {
        var whole = WrittenPage.Of(DemoMeasurement.Table(), DemoMeasurement.Context);
        Assert.StartsWith("Part : parmi les visites dont le système est connu, soit", Notes(whole, "systemes")[0], StringComparison.Ordinal);
        Assert.True(whole.HasBlock("profils-par-appareil"));

        var page = Without(row => row.Level == TerritoryLevel.National && row.Modality is "macos" or "parent_tablette" || (row.Level is TerritoryLevel.Academy or TerritoryLevel.Establishment && row.Visits == Least(row.Level)));
        Assert.DoesNotContain("macOS", page.Rows("systemes").Keys);
        Assert.StartsWith("Part : parmi les visites des lignes montrées, soit", Notes(page, "systemes")[0], StringComparison.Ordinal);
        Assert.StartsWith("Part : parmi les visites dont le navigateur est connu, soit", Notes(page, "navigateurs")[0], StringComparison.Ordinal);
        Assert.StartsWith("Part : parmi les visites des lignes montrées, soit", Notes(page, "academies")[0], StringComparison.Ordinal);
        Assert.Contains("montrés. Part : parmi les visites des lignes montrées, soit", Notes(page, "etablissements")[0], StringComparison.Ordinal);

        // Its columns are modalities: where one is withheld, a profile would have no visit with that device.
        Assert.False(page.HasBlock("profils-par-appareil"));
    }

    private static long Least(TerritoryLevel level) =>
        DemoMeasurement.Table().Where(row => row.Period == PeriodKind.All && row.Level == level && row.Dimension == Dimension.Total).Min(row => row.Visits);

    private static WrittenPage Without(Func<IndicatorRow, bool> isWithheld)
    {
        var table = DemoMeasurement.Table();
        return WrittenPage.Of(new IndicatorTable(table.Columns.Without([.. table.Select(isWithheld)])), DemoMeasurement.Context);
    }

    private static string[] Notes(WrittenPage page, string block) => [.. page.Block(block).GetProperty("notes").EnumerateArray().Select(note => note.GetString()!.Replace('\u202F', ' ').Replace('\u00A0', ' '))];
}
