using System.Text;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>Rows that can have one visit more in a way that the first look does not show. One hit a visit, everybody comes once.</summary>
public class VisitMoveSearchTest
{
    /// <summary>
    /// Another school had tablets on Monday, of parents; this one had one on Tuesday, of a pupil. A pupil's computer of Tuesday may have been a tablet, and nothing of
    /// Monday can.
    /// </summary>
    [Fact]
    public async Task A_device_grows_by_its_pair_on_the_day_of_the_pair()
    {
        var rows = await Rows(
            "instant,visitor,uai,profile,device\n"
            + Visits("2022-09-05", 2, "0220001G,PARENT,TABLETTE") + Visits("2022-09-05", 3, "0220158C,ELEVE,ORDINATEUR")
            + Visits("2022-09-06", 1, "0220158C,ELEVE,TABLETTE") + Visits("2022-09-06", 3, "0220158C,ELEVE,ORDINATEUR"));
        Grows(rows, (table, row) => table.Period[row] == PeriodKind.All && table.Code[row] == "0220158C" && table.Name[row] == "tablette");
    }

    /// <summary>The week has days of two months. The platform of most of its visits had none of them in October; the other one can have had one more there.</summary>
    [Fact]
    public async Task A_visit_comes_to_a_platform_of_both_the_week_and_the_month()
    {
        var rows = await Rows(
            "instant,visitor,uai,platform,service\n"
            + Visits("2022-09-27", 3, "0220001G,ALPHA,NOTES") + Visits("2022-10-01", 1, "0220158C,BETA,NOTES") + Visits("2022-10-01", 3, "0220158C,BETA,PAGE_ENT"));
        Grows(rows, (table, row) => table.Period[row] == PeriodKind.Month && table.Code[row] == "0220158C" && table.Name[row] == "notes");
    }

    /// <summary>
    /// On Saturday one pupil read one page, so that no other modality can lose there. The pupil's visit and one of Friday can be two of Saturday, whatever the other one
    /// read.
    /// </summary>
    [Fact]
    public async Task A_day_of_one_visit_grows_by_one_of_another_day()
    {
        var rows = await Rows(
            "instant,visitor,uai,profile,service\n"
            + Visits("2022-09-09", 3, "0220158C,ELEVE,PAGE_ENT") + Visits("2022-09-10", 1, "0220158C,ELEVE,NOTES"));
        Grows(rows, (table, row) => table.Period[row] == PeriodKind.Day && table.PeriodStart[row] == LocalCalendar.DayOf(new DateOnly(2022, 9, 10)) && table.Level[row] == TerritoryLevel.Department && table.Name[row] == "total");
    }

    private static string Visits(string day, int visits, string rest) =>
        string.Concat(Enumerable.Range(0, visits).Select(visit => $"{day}T08:0{visit}:00Z,{day}-{rest.Replace(',', '-')}-{visit},{rest}\n"));

    private static async Task<(CountedRows Table, DayRange Range)> Rows(string csv)
    {
        var measurement = await MeasuredFiles.Measure(HitLog.Stream("hits.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv))), new MeasurementDefinition(), options => options with { Threads = 1 });
        return (CountedRows.Of(measurement.Indicators.Columns), new DayRange(LocalCalendar.DayOf(measurement.From!.Value), LocalCalendar.DayOf(measurement.To!.Value)));
    }

    /// <summary>One row is looked for, of one visit or a few; an exchange gives it one more, whole visits, and every equation holds.</summary>
    private static void Grows((CountedRows Table, DayRange Range) rows, Func<CountedRows, int, bool> isRow)
    {
        var frame = CellFrame.Of(rows.Table, rows.Range, _ => true);
        var tree = new TerritoryNesting(["0220001G", "0220158C"], Annuaire.Empty);
        var activity = new DayActivity(frame, tree);
        var relations = CellRelations.Of(frame, tree, activity);
        var amounts = new long[relations.Units];
        for (var cell = 0; cell < frame.Count; cell++)
        {
            amounts[relations.UnitOf[cell]] = frame.Amount[cell];
        }

        var growing = Assert.Single(Enumerable.Range(0, frame.Count), cell => isRow(rows.Table, frame.Row[cell]));
        var search = VisitMoveSearch.Of(frame, tree, activity, relations, new WithheldUnits(relations, amounts), new ExchangeCheck(relations, amounts, -1), -1);
        var exchange = search.TryFind(growing, isThorough: true);
        Assert.NotNull(exchange);
        Assert.Contains((relations.UnitOf[growing], 1), exchange);
    }
}
