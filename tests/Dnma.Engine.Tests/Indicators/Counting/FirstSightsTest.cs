using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Which cells of users there are, and which are not.</summary>
public class FirstSightsTest
{
    private const int Code = 7;
    private static readonly CountingPlan Everything = new(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
    private static readonly int Monday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));
    private readonly HitDictionaries _dictionaries = new();
    private readonly FinestCells _cells = new();

    [Fact]
    public void A_user_is_new_in_the_dimensions_of_its_new_modalities_in_each_period()
    {
        var sights = Sights(Everything);
        Mark(sights, Monday, 0, [1, 70, 127]);
        Mark(sights, Monday, 0, [1, 71, 127]);
        Mark(sights, Monday, 0, [1, 71, 127]);
        Mark(sights, Monday + 7, 0, [1, 70, 127]);
        Assert.Equal(
            [(Monday, 0x07070707, 1L), (Monday, 0x02020202, 1L), (Monday + 7, 0x00000007, 1L)],
            Cells(_cells.Users).Select(cell => (cell.Key.B, cell.Key.D, cell.Users)));
        Assert.Equal([(Monday, 7), (Monday, 2), (Monday + 7, 7)], Cells(_cells.UsersByDay).Select(cell => (cell.Key.B, cell.Key.D)));
        Assert.Equal(0, _cells.Repeats.Count);
    }

    [Fact]
    public void Modalities_without_a_bit_are_left_out_and_hide_no_other()
    {
        var sights = Sights(Everything);
        Mark(sights, Monday, 0, [128, 200]);
        Assert.Equal((0, 0), (_cells.Users.Count, _cells.UsersByDay.Count));
        Mark(sights, Monday, 0, [0, 128]);
        Mark(sights, Monday, 0, [64, 128]);
        Assert.Equal([0x01010101, 0x01010101], Cells(_cells.Users).SelectMany(cell => Enumerable.Repeat(cell.Key.D, (int)cell.Users)));
    }

    [Fact]
    public void What_is_not_counted_has_no_cell()
    {
        var other = _dictionaries.Places.CodeOf(new Place(0, 1, 0));
        var sights = Sights(CountingPlan.OpenData);
        Mark(sights, Monday, 0, [0]);
        Mark(sights, Monday, other, [0]);

        // Both places are of the unknown establishment, which is all that this plan counts.
        Assert.Equal([(0, 1, 1L), (other, 1, 1L)], Cells(_cells.Users).Select(cell => (cell.Key.A, cell.Key.D, cell.Users)));
        Assert.Equal(0, _cells.UsersByDay.Count);
        var repeat = Assert.Single(Cells(_cells.Repeats));
        Assert.Equal((PeriodKind.Week, TerritoryLevel.Establishment), FinestCells.RepeatOf(repeat.Key.A));
        Assert.Equal((Monday, 0, 0, 1L), (repeat.Key.B, repeat.Key.C, repeat.Key.D, repeat.Users));
    }

    private FirstSights Sights(CountingPlan plan)
    {
        var sights = new FirstSights(plan, _dictionaries, new TerritoryIndex(_dictionaries, Annuaire.Empty), _cells);
        sights.BeginUser();
        return sights;
    }

    private static void Mark(FirstSights sights, int day, int place, int[] modalities)
    {
        sights.Enter(new DayPeriods().Of(day), place, region: 0);
        sights.Mark(Code, modalities, FirstSights.MaskOf(modalities));
    }

    private static IEnumerable<(CellKey Key, long Users)> Cells(CellTable<long> cells) =>
        Enumerable.Range(0, cells.Count).Select(cell => (cells.KeyOf(cell), cells[cell]));
}
