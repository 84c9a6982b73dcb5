using Dnma.Engine.Hits;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Counts one worker's visits. Where visits are keyed by person, users are counted in the same scan; where they are keyed by browser, a
/// person's visits are scattered over the partitions, so what marks users is set aside and counted by person afterwards. Not thread safe.
/// </summary>
internal sealed class IndicatorCounter : IVisitSink
{
    private readonly HitDictionaries _dictionaries;
    private readonly TerritoryIndex _territories;
    private readonly SortedPartitions<UserMark, UserMarkOrder>.Writer? _deferred;
    private readonly DayPeriods _days = new();
    private readonly VisitModalities _visitModalities = new();
    private readonly MeasureCounter _measures;
    private readonly UserCounter _users;
    private readonly bool _countsEvents;
    private uint _lastPerson;
    private bool _hasPerson;

    /// <param name="plan">Which periods and levels are counted.</param>
    /// <param name="dictionaries">What codes mean.</param>
    /// <param name="territories">Which territories places belong to.</param>
    /// <param name="deferred">Where marks of users are set aside; null where visitors are persons.</param>
    public IndicatorCounter(
        CountingPlan plan,
        HitDictionaries dictionaries,
        TerritoryIndex territories,
        SortedPartitions<UserMark, UserMarkOrder>.Writer? deferred)
    {
        _dictionaries = dictionaries;
        _territories = territories;
        _deferred = deferred;
        _countsEvents = plan.CountsAnyEvents;
        UsageModalities = new UsageModalities(dictionaries);
        var days = plan.Counts(PeriodKind.Day) ? Days : null;
        _measures = new MeasureCounter(Atoms, days, UsageModalities);
        _users = new UserCounter(plan, dictionaries, territories, Atoms, days, UsageModalities);
    }

    /// <summary>Figures by place and atom of days.</summary>
    public FinestCells Atoms { get; } = new();

    /// <summary>Figures by area and day.</summary>
    public FinestCells Days { get; } = new();

    /// <summary>What users of several places were counted too often (<see cref="FirstSights.Repeats"/>).</summary>
    public CellTable<long> Repeats => _users.Sights.Repeats;

    /// <summary>Numbers the modalities of what is used.</summary>
    public UsageModalities UsageModalities { get; }

    /// <summary>Events by (place, atom, event dimension, label).</summary>
    public MeasureCells Events => _measures.Events;

    /// <summary>Events by (the nation, day, event dimension, label).</summary>
    public MeasureCells EventsByDay => _measures.EventsByDay;

    /// <summary>Users of events, and of rare modalities.</summary>
    public LabelUsers LabelUsers => _users.Labels;

    /// <inheritdoc />
    public void BeginVisitor()
    {
        if (_deferred is null)
        {
            _users.BeginUser();
        }
    }

    /// <inheritdoc />
    public void Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices)
    {
        ref readonly var periods = ref _days.Of(visit.Day);
        var place = visit.PlaceCode >= 0 ? visit.PlaceCode : _dictionaries.Places.CodeOf(visit.Place);
        var establishment = _territories.FactsOf(visit.Place.Establishment);
        var facts = new VisitFacts(visit.Profile, visit.Traits, establishment.SchoolLevel);
        ref readonly var modalities = ref _visitModalities.Of(facts);
        _measures.Count(visit, periods, place, establishment.Area, modalities, slices);
        if (_deferred is not null)
        {
            Defer(visit.Person, visit.Day, place, UserMark.Visit, facts.Bits);
            foreach (ref readonly var slice in slices)
            {
                Defer(visit.Person, visit.Day, place, UserMark.Usage, slice.Usage);
            }

            return;
        }

        _users.Mark(periods, place, establishment.Area, modalities.Set, slices);
    }

    /// <inheritdoc />
    public void AcceptEvent(in PackedHit hit, int day)
    {
        if (!_countsEvents)
        {
            return;
        }

        ref readonly var periods = ref _days.Of(day);
        var dimension = hit.Kind == HitKind.Event ? UseDimensions.Event : hit.IsDownload ? UseDimensions.Download : UseDimensions.Click;
        var label = _dictionaries.LabelOf(hit.Use);
        _measures.CountEvent(hit.Place, periods, dimension, label);
        if (_deferred is not null)
        {
            Defer(hit.Person, day, hit.Place, dimension, label);
        }
        else
        {
            _users.Labels.Mark(periods, hit.Place, dimension, label);
        }
    }

    /// <summary>Counts what is still open; to be called when nothing follows, or marks of others do.</summary>
    public void Complete()
    {
        _measures.Complete();
        _users.BeginUser();
    }

    /// <summary>Counts marks that were set aside, in <see cref="UserMarkOrder"/>.</summary>
    public void CountDeferred(ReadOnlySpan<UserMark> marks)
    {
        foreach (ref readonly var mark in marks)
        {
            if (!_hasPerson || mark.Person != _lastPerson)
            {
                _users.BeginUser();
                (_lastPerson, _hasPerson) = (mark.Person, true);
            }

            Count(mark);
        }
    }

    private void Count(in UserMark mark)
    {
        ref readonly var periods = ref _days.Of(mark.Day);
        if (UseDimensions.IsEvent(mark.Dimension))
        {
            _users.Labels.Mark(periods, mark.Place, mark.Dimension, mark.Value);
            return;
        }

        var area = _territories.FactsOf(_dictionaries.Places[mark.Place].Establishment).Area;
        if (mark.Dimension == UserMark.Visit)
        {
            _users.Mark(periods, mark.Place, area, _visitModalities.Of(new VisitFacts(mark.Value)).Set, []);
        }
        else
        {
            _users.Mark(periods, mark.Place, area, default, [new UsageSlice { Usage = mark.Value }]);
        }
    }

    private void Defer(uint person, int day, int place, int dimension, int value) =>
        _deferred!.Add(new UserMark { Person = person, Day = day, Place = place, Dimension = dimension, Value = value });
}
