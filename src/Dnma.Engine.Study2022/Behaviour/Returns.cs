using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>Who comes at all in one start of the school year, and since when. Immutable, thread safe.</summary>
internal sealed class Returns
{
    private readonly Dictionary<long, DateOnly> _days = [];

    /// <summary>Draws them.</summary>
    public Returns(IEnumerable<Person> people, StartBehaviour start, DayRhythm rhythm, KeyedDraws draws)
    {
        var weekdays = new EvenSequence(draws.Bits(Draw.ReturnDay, start.Year));

        // Stratified: of each profile and zeal the same share comes, and is back by the same week.
        foreach (var alike in people.GroupBy(person => (person.Behaviour, person.Zeal)))
        {
            var behaviour = alike.Key.Behaviour;
            var all = alike.OrderBy(person => draws.Bits(Draw.Activity, person.Key)).ToArray();
            var active = (int)Math.Round(Math.Min(1, behaviour.Active * start.Activity) * all.Length);
            var order = all.Take(active).OrderBy(person => draws.Bits(Draw.Return, person.Key, start.Year)).ToArray();
            for (var i = 0; i < order.Length; i++)
            {
                var place = Math.Min(behaviour.ReturnDelay * (i + 0.5) / order.Length, 1);
                _days.Add(order[i].Key, DayOf(order[i], WeekOf(start, place), rhythm, weekdays.Next()));
            }
        }
    }

    /// <summary>The day on which somebody is back; null for those who do not come.</summary>
    public DateOnly? Of(Person person) => _days.TryGetValue(person.Key, out var day) ? day : null;

    private static int WeekOf(StartBehaviour start, double place)
    {
        var week = 0;
        while (week < start.Back.Count && place > start.Back[week])
        {
            week++;
        }

        return week;
    }

    /// <summary>One of the week's five days; in the first week one of the pupils', for staff also the day before, on which lessons are prepared.</summary>
    private static DateOnly DayOf(Person person, int week, DayRhythm rhythm, double dice)
    {
        var friday = rhythm.FirstMonday.AddDays((7 * week) + 4);
        var preparation = person.Behaviour.Profile is Profile.Enseignant or Profile.AdminVieScolTech ? 1 : 0;
        var days = week == 0 ? friday.DayNumber - rhythm.PupilsFirstDay.DayNumber + 1 + preparation : 5;
        return friday.AddDays(-(int)(dice * days));
    }
}
