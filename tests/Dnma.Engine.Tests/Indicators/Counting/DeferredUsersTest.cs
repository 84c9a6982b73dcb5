using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Marks of users that were set aside: their order, and what they count.</summary>
public class DeferredUsersTest
{
    private static readonly int Monday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));

    [Fact]
    public void Marks_are_ordered_by_person_then_by_day()
    {
        var order = default(UserMarkOrder);
        var mark = new UserMark { Person = 5, Day = 7 };
        Assert.Equal(0, order.Compare(mark, mark with { Place = 3, Dimension = 3, Value = 3 }));
        Assert.True(order.Compare(mark, mark with { Person = 6, Day = 1 }) < 0);
        Assert.True(order.Compare(mark, mark with { Person = 4, Day = 9 }) > 0);
        Assert.True(order.Compare(mark, mark with { Day = 8 }) < 0);
        Assert.True(order.Compare(mark, mark with { Day = 6 }) > 0);
        Assert.True(UserMarkOrder.IsBefore(mark, mark with { Day = 8 }));
        Assert.True(UserMarkOrder.IsBefore(mark, mark));
        Assert.False(UserMarkOrder.IsBefore(mark, mark with { Day = 6 }));
    }

    [Fact]
    public void Persons_count_once_from_the_first_number_on()
    {
        var dictionaries = new HitDictionaries();
        var plan = new CountingPlan(Enum.GetValues<PeriodKind>(), TerritoryLevels.Standard);
        var counter = new IndicatorCounter(plan, dictionaries, new TerritoryIndex(dictionaries, Annuaire.Empty), deferred: null);
        UserMark Of(uint person, int dimension) => new() { Person = person, Day = Monday, Dimension = dimension };
        counter.CountDeferred([Of(0, UseDimensions.Click), Of(0, UserMark.Visit), Of(0, UserMark.Usage), Of(0, UserMark.Visit)]);
        counter.CountDeferred([Of(0, UseDimensions.Click), Of(1, UseDimensions.Click), Of(1, UserMark.Visit)]);

        counter.Complete();

        var clicks = new List<(PeriodKind Period, TerritoryLevel Level, int Dimension, long Users)>();
        counter.LabelUsers.Drain((block, dimension, _, users) => clicks.Add((block.Period, block.Level, dimension, users)));
        Assert.Equal(15, clicks.Count);
        Assert.All(clicks, row => Assert.Equal((UseDimensions.Click, 2), (row.Dimension, row.Users)));
        Assert.Equal((1, 1), (counter.Atoms.Count, counter.Days.Count));
        Assert.Equal([2u, 2, 2, 2], ((ReadOnlySpan<uint>)counter.Atoms[0].Of(ModalitySlots.Total).UsersByPeriod).ToArray());
        Assert.Equal(2u, counter.Days[0].Of(ModalitySlots.Total).UsersByPeriod[0]);

        // The first modality of what is used: the unknown service.
        Assert.Equal([1u, 1, 1, 1], ((ReadOnlySpan<uint>)counter.Atoms[0].Of(ModalitySlots.Count).UsersByPeriod).ToArray());
        Assert.Equal(1u, counter.Days[0].Of(ModalitySlots.Count).UsersByPeriod[0]);
    }
}
