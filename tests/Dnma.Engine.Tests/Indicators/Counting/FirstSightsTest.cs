using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>In which cells a user is counted, and in which it is not.</summary>
public class FirstSightsTest
{
    private static readonly CountingPlan Everything = new(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
    private static readonly int Monday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));
    private readonly HitDictionaries _dictionaries = new();
    private readonly FinestCells _atoms = new();
    private readonly FinestCells _days = new();

    [Fact]
    public void A_user_is_new_with_each_of_its_new_modalities_in_each_period()
    {
        var sights = Sights(Everything);
        Mark(sights, Monday, 0, [1, 70, 127]);
        Mark(sights, Monday + 1, 0, [1, 71, 127]);
        Mark(sights, Monday + 1, 0, [1, 71, 254]);
        Mark(sights, Monday + 7, 0, [1, 70, 200]);
        sights.BeginUser();

        // Week, month, school year, all: the second week is of the same month, in which only the last modality is new.
        Assert.Equal(
            [
                (Monday, 1, "1 1 1 1"), (Monday, 70, "1 1 1 1"), (Monday, 71, "1 1 1 1"), (Monday, 127, "1 1 1 1"), (Monday, 254, "1 1 1 1"),
                (Monday + 7, 1, "1 0 0 0"), (Monday + 7, 70, "1 0 0 0"), (Monday + 7, 200, "1 1 1 1"),
            ],
            Users(_atoms));
        Assert.Equal(
            [
                (Monday, 1, "1 0 0 0"), (Monday, 70, "1 0 0 0"), (Monday, 127, "1 0 0 0"),
                (Monday + 1, 1, "1 0 0 0"), (Monday + 1, 71, "1 0 0 0"), (Monday + 1, 127, "1 0 0 0"), (Monday + 1, 254, "1 0 0 0"),
                (Monday + 7, 1, "1 0 0 0"), (Monday + 7, 70, "1 0 0 0"), (Monday + 7, 200, "1 0 0 0"),
            ],
            Users(_days));
        Assert.Equal(0, sights.Repeats.Count);
    }

    [Fact]
    public void Users_add_up_and_nothing_is_kept_of_the_last_one()
    {
        var sights = Sights(Everything);
        for (var user = 0; user < 3; user++)
        {
            sights.BeginUser();
            Mark(sights, Monday, 0, [0, user]);
        }

        sights.BeginUser();
        Assert.Equal([(Monday, 0, "3 3 3 3"), (Monday, 1, "1 1 1 1"), (Monday, 2, "1 1 1 1")], Users(_atoms));
    }

    [Fact]
    public void What_is_not_counted_has_no_user()
    {
        var other = _dictionaries.Places.CodeOf(new Place(0, 1, 0));
        var sights = Sights(CountingPlan.OpenData);
        Mark(sights, Monday, 0, [0]);
        Mark(sights, Monday, other, [0]);
        Mark(sights, Monday, 0, [0]);
        sights.BeginUser();

        // Both places are of the unknown establishment, which is all that this plan counts.
        Assert.Equal([(Monday, 0, "1 0 0 0"), (Monday, 0, "1 0 0 0")], Users(_atoms));
        Assert.Equal(0, _days.Count);
        Assert.Equal(1, sights.Repeats.Count);
        var key = sights.Repeats.KeyOf(0);
        Assert.Equal((PeriodKind.Week, TerritoryLevel.Establishment), FirstSights.RepeatOf(key.A));
        Assert.Equal((Monday, 0, 0, 1L), (key.B, key.C, key.D, sights.Repeats[0]));
    }

    private FirstSights Sights(CountingPlan plan) =>
        new(plan, _dictionaries, new TerritoryIndex(_dictionaries, Annuaire.Empty), _atoms, plan.Counts(PeriodKind.Day) ? _days : null);

    private static void Mark(FirstSights sights, int day, int place, int[] modalities) =>
        sights.Mark(new DayPeriods().Of(day), place, area: 0, ModalitySet.Of(modalities));

    private static List<(int Start, int Modality, string Users)> Users(FinestCells cells)
    {
        var users = new List<(int, int, string)>();
        for (var block = 0; block < cells.Count; block++)
        {
            for (var place = 0; place < cells[block].Count; place++)
            {
                users.Add((cells.KeyOf(block).Start, cells[block].ModalityAt(place), string.Join(' ', ((ReadOnlySpan<uint>)cells[block][place].UsersByPeriod).ToArray())));
            }
        }

        return [.. users.Order()];
    }
}
