using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Visits told in a few words, counted, and looked up in the table they make.</summary>
internal sealed class CountingScript
{
    private readonly HitDictionaries _dictionaries = new(1);
    private readonly TerritoryIndex _territories;
    private readonly CountingPlan _plan = new(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
    private readonly List<IndicatorCounter> _counters = [];
    private RollUp? _rollUp;
    private uint _person;

    public CountingScript()
    {
        _territories = new TerritoryIndex(_dictionaries, Annuaire.Empty);
        NextWorker();
    }

    public CountingScript NextWorker()
    {
        _counters.Add(new IndicatorCounter(_plan, _dictionaries, _territories, deferred: null));
        return this;
    }

    public CountingScript User()
    {
        _person++;
        _counters[^1].BeginVisitor();
        return this;
    }

    /// <summary>A visit of the current user: one slice for each of <paramref name="uses"/> (service, hits, page views, seconds).</summary>
    public CountingScript Visit(
        string date, string uai, Profile profile, (string Service, string Custom, long Hits, long PageViews, long Seconds)[] uses, bool timed = true, bool bounce = false, bool flash = false, string project = "")
    {
        var slices = uses.Select(use => new UsageSlice
        {
            Usage = _dictionaries.Usages.CodeOf(new Usage(Code(_dictionaries.Services, use.Service), 0, 0, Code(_dictionaries.Custom[0], use.Custom))),
            Hits = use.Hits,
            PageViews = use.PageViews,
            DurationMs = use.Seconds * 1000,
        }).ToArray();
        var visit = new Visit
        {
            Day = LocalCalendar.DayOf(DateOnly.Parse(date, null)),
            LastDay = LocalCalendar.DayOf(DateOnly.Parse(date, null)),
            Person = _person,
            Place = new Place(Code(_dictionaries.Establishments, uai), Code(_dictionaries.Projects, project), 0),
            PlaceCode = -1,
            Profile = profile,
            Hits = slices.Sum(slice => slice.Hits),
            PageViews = slices.Sum(slice => slice.PageViews),
            DurationMs = slices.Sum(slice => slice.DurationMs),
            IsTimed = timed,
            IsBounce = bounce,
            IsFlash = flash,
        };
        _counters[^1].Accept(visit, slices);
        return this;
    }

    public CountingScript Event(string date, string uai, string label, HitKind kind, bool isDownload = false)
    {
        var hit = new PackedHit
        {
            Person = _person,
            Place = _dictionaries.Places.CodeOf(new Place(Code(_dictionaries.Establishments, uai), 0, 0)),
            Use = _dictionaries.UseOf(0, Code(_dictionaries.Labels, label)),
            Facts = PackedHit.PackFacts(default, Profile.Inconnu, kind) | (isDownload ? PackedHit.DownloadBit : 0),
        };
        _counters[^1].AcceptEvent(hit, LocalCalendar.DayOf(DateOnly.Parse(date, null)));
        return this;
    }

    public IndicatorTable Table(string from, string to)
    {
        var range = DayRange.Of(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        return new IndicatorTableBuilder(RollUp().Indicators, new TableOrder(_territories, range.Start), _dictionaries, ["matiere"]).Build(range);
    }

    public EventTable Events(IReadOnlyList<PeriodKind> periods, IReadOnlyList<TerritoryLevel> levels, string from) =>
        EventTableBuilder.Build(RollUp().Events, new TableOrder(_territories, LocalCalendar.DayOf(DateOnly.Parse(from, null))), _dictionaries.Labels, periods, levels);

    private RollUp RollUp()
    {
        if (_rollUp is null)
        {
            _counters.ForEach(counter => counter.Complete());
            _rollUp = new RollUp(_plan, _dictionaries, _territories);
            _rollUp.Run(_counters);
        }

        return _rollUp;
    }

    private static int Code(LabelDictionary labels, string text) => labels.CodeOf(Encoding.UTF8.GetBytes(text));
}
