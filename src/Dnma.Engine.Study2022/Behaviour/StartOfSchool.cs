using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// One start of the school year, as it is lived: day by day, who comes how often and when. The same seed gives the same page views. Not thread
/// safe; to be gone through once, as draws go on where the day before left them.
/// </summary>
internal sealed class StartOfSchool
{
    private readonly IReadOnlyList<Person> _people;
    private readonly KeyedDraws _draws;
    private readonly DayRhythm _rhythm;
    private readonly Returns _returns;
    private readonly VisitScript _script;
    private readonly Dictionary<Profile, Quota> _visits;

    /// <summary>Prepares it.</summary>
    /// <param name="start">The behaviour of the year.</param>
    /// <param name="people">Those who have an account.</param>
    /// <param name="draws">The chance of the world.</param>
    public StartOfSchool(StartBehaviour start, IEnumerable<Person> people, KeyedDraws draws)
    {
        (_people, _draws) = ([.. people], draws);
        _rhythm = new DayRhythm(start);
        _returns = new Returns(_people, start, _rhythm, draws);
        _script = new VisitScript(start, draws);
        _visits = Enum.GetValues<Profile>().ToDictionary(profile => profile, profile => new Quota(draws.Unit(Draw.DayOrder, -1, start.Year, (int)profile)));
    }

    /// <summary>How many visits were made in the days gone through so far.</summary>
    public long Visits { get; private set; }

    /// <summary>The page views of each day, in the order of time.</summary>
    public IEnumerable<IReadOnlyList<PageView>> Days()
    {
        foreach (var day in _rhythm.Days())
        {
            var views = new List<PageView>();
            var rhythm = _rhythm.VisitsBesideUsualMonday(day);
            foreach (var person in _people.OrderBy(person => _draws.Bits(Draw.DayOrder, person.Key, day.DayNumber)))
            {
                AddVisits(person, day, rhythm, views);
            }

            views.Sort(static (left, right) => left.InstantMs != right.InstantMs ? left.InstantMs.CompareTo(right.InstantMs) : left.Person.Key.CompareTo(right.Person.Key));
            yield return views;
        }
    }

    private void AddVisits(Person person, DateOnly day, double rhythm, List<PageView> views)
    {
        if (_returns.Of(person) is not { } back || back > day)
        {
            return;
        }

        var visits = Math.Min((back == day ? 1 : 0) + _visits[person.Behaviour.Profile].Take(person.Behaviour.VisitsPerDay * person.Zeal * rhythm), person.Behaviour.Hours.Count(weight => weight > 0));
        foreach (var slot in SlotsOf(person, day).Take(visits))
        {
            Visits++;
            _script.Add(person, day, 6 + (2 * slot), views);
        }
    }

    /// <summary>The two-hour slots of the day in an order drawn by their weights, each once: the first ones are those that the person comes in.</summary>
    private IEnumerable<int> SlotsOf(Person person, DateOnly day)
    {
        int[] left = [.. person.Behaviour.Hours];
        for (var draw = 0; left.Sum() > 0; draw++)
        {
            var dice = _draws.Below(left.Sum(), Draw.Slot, person.Key, day.DayNumber, draw);
            var slot = 0;
            while (dice >= left[slot])
            {
                dice -= left[slot++];
            }

            left[slot] = 0;
            yield return slot;
        }
    }
}
