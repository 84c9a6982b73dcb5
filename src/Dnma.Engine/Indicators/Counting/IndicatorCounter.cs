using Dnma.Engine.Hits;
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
    private readonly int _useDimensions;
    private readonly SortedPartitions<UserMark, UserMarkOrder>.Writer? _deferred;
    private UserMark _lastMark;

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
        _useDimensions = UseDimensions.FirstCustom + dictionaries.Custom.Length;
        _deferred = deferred;
        Measures = new MeasureCounter(dictionaries, territories, _useDimensions);
        Users = new UserCounter(plan, dictionaries, territories);
    }

    public MeasureCounter Measures { get; }

    public UserCounter Users { get; }

    /// <inheritdoc />
    public void BeginVisitor()
    {
        if (_deferred is null)
        {
            Users.BeginUser();
        }
    }

    /// <inheritdoc />
    public void Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices)
    {
        var place = _dictionaries.Places.CodeOf(visit.Place);
        var facts = new VisitFacts(visit.Profile, visit.Traits, _territories.FactsOf(visit.Place.Establishment).SchoolLevel);
        Measures.Count(visit, place, facts, slices);
        Mark(visit.Person, visit.Day, place, UserMark.Visit, facts.Bits);
        foreach (ref readonly var slice in slices)
        {
            var usage = _dictionaries.Usages[slice.Usage];
            for (var dimension = 0; dimension < _useDimensions; dimension++)
            {
                Mark(visit.Person, visit.Day, place, dimension, usage[dimension]);
            }
        }
    }

    /// <inheritdoc />
    public void AcceptEvent(in PackedHit hit, int day)
    {
        var dimension = hit.Kind == HitKind.Event ? UseDimensions.Event : hit.IsDownload ? UseDimensions.Download : UseDimensions.Click;
        Measures.CountEvent(hit.Place, day, dimension, hit.Label);
        Mark(hit.Person, day, hit.Place, dimension, hit.Label);
    }

    /// <summary>Counts marks that were set aside, in <see cref="UserMarkOrder"/>.</summary>
    public void CountDeferred(ReadOnlySpan<UserMark> marks)
    {
        foreach (ref readonly var mark in marks)
        {
            if (mark.PersonLow != _lastMark.PersonLow || mark.PersonHigh != _lastMark.PersonHigh)
            {
                Users.BeginUser();
                _lastMark = mark;
            }

            MarkNow(mark.Day, mark.Place, mark.Dimension, mark.Value);
        }
    }

    private void Mark(Pseudonym person, int day, int place, int dimension, int value)
    {
        if (_deferred is null)
        {
            MarkNow(day, place, dimension, value);
        }
        else
        {
            _deferred.Add(new UserMark { PersonLow = person.Low, PersonHigh = person.High, Day = day, Place = place, Dimension = dimension, Value = value });
        }
    }

    private void MarkNow(int day, int place, int dimension, int value)
    {
        if (dimension == UserMark.Visit)
        {
            Users.MarkVisit(day, place, new VisitFacts(value));
        }
        else
        {
            Users.MarkUse(day, place, dimension, value);
        }
    }
}
