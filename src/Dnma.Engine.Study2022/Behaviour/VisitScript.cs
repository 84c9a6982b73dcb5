using Dnma.Engine.Time;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>What somebody does from coming to leaving, as page views. One for each start of the school year; not thread safe.</summary>
internal sealed class VisitScript(StartBehaviour start, KeyedDraws draws)
{
    /// <summary>A visit may begin in the first hour of its two, and lasts less than half an hour: two of them never lie less than half an hour apart.</summary>
    private const int LatestBeginMs = 3_600_000;
    private const int LongestMs = 29 * 60_000;
    private readonly AgentChoice _agents = new(start, draws);
    private readonly Dictionary<string, Quota> _services = [];
    private readonly Dictionary<(AgentKind?, int), EvenSequence> _stays = [];
    private readonly EvenSequence _lengths = new(draws.Bits(Draw.Page, -2, start.Year));
    private readonly List<(string Service, string Tool)> _pages = [];
    private long _visits;

    /// <summary>Adds the page views of a person's visit.</summary>
    /// <param name="person">Who comes.</param>
    /// <param name="day">The local day.</param>
    /// <param name="hour">The first of the two local hours that the visit begins in.</param>
    /// <param name="views">Where they are added to.</param>
    public void Add(Person person, DateOnly day, int hour, List<PageView> views)
    {
        var visit = ++_visits;
        var kind = _agents.Next(person);
        var agent = _agents.TextOf(person, kind);
        ChoosePages(person, visit);
        var seconds = Behaviours.SecondsOnPage[(int)(StaysOf(kind).Next() * Behaviours.SecondsOnPage.Length)];
        var pace = start.Pace * (kind is AgentKind.Phone or AgentKind.Tablet ? Behaviours.MobilePace : 1);
        var longestStay = LongestMs / _pages.Count;
        var instant = CivilZone.Paris.StartOf(LocalCalendar.DayOf(day)) + (hour * 3_600_000L) + draws.Below(LatestBeginMs, Draw.Page, start.Year, visit);
        for (var i = 0; i < _pages.Count; i++)
        {
            views.Add(new PageView(instant, person, agent, _pages[i].Service, _pages[i].Tool, i));
            var stay = (0.5 + draws.Unit(Draw.Page, start.Year, visit, i + 1)) * seconds * 1000 * pace;
            instant += (long)Math.Min(stay, longestStay);
        }
    }

    private void ChoosePages(Person person, long visit)
    {
        _pages.Clear();
        foreach (var (service, tool, chance) in person.Behaviour.Services)
        {
            if (QuotaOf(service).Happens(chance))
            {
                var pages = Behaviours.PagesOfService[(int)(_lengths.Next() * Behaviours.PagesOfService.Length)];
                _pages.AddRange(Enumerable.Repeat((service, tool), pages));
            }
        }

        // Who uses no service has read the front page.
        if (_pages.Count == 0 || draws.Unit(Draw.Page, start.Year, visit, -1) < Behaviours.FrontPage)
        {
            _pages.Insert(0, ("page_ent", ""));
        }

        // Where it was a matter of a click, a second page of the ENT often follows.
        if (_pages.Count == 1 && draws.Unit(Draw.Page, start.Year, visit, -2) < Behaviours.FrontPage)
        {
            _pages.Add(("page_ent", ""));
        }
    }

    /// <summary>How long people stay on a page, whatever the machine and the number of pages: each has a sequence of its own, and so the same mean.</summary>
    private EvenSequence StaysOf(AgentKind? kind)
    {
        if (!_stays.TryGetValue((kind, _pages.Count), out var stays))
        {
            stays = new EvenSequence(draws.Bits(Draw.Page, -1, start.Year, _stays.Count));
            _stays.Add((kind, _pages.Count), stays);
        }

        return stays;
    }

    private Quota QuotaOf(string service)
    {
        if (!_services.TryGetValue(service, out var quota))
        {
            quota = new Quota(draws.Unit(Draw.Page, -3 - _services.Count, start.Year));
            _services.Add(service, quota);
        }

        return quota;
    }
}
