using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Visits;

/// <summary>
/// One forward scan over hits in <see cref="HitOrder"/> that finds duplicates and builds visits under a norm. What it finds depends on
/// the set of hits alone. One for each worker; not thread safe.
/// </summary>
internal sealed class Sessionizer
{
    private readonly Norm _norm;
    private readonly HitDictionaries _dictionaries;
    private readonly DayClock _clock;
    private readonly DayRange? _range;
    private readonly IPlaceSet? _perimeter;
    private readonly IVisitSink _sink;
    private readonly VisitorObserver? _observer;
    private readonly long _surelyActiveMs;
    private readonly UsageSlices _slices = new();
    private PackedHit _previous;
    private bool _hasPrevious;
    private bool _isPreviousOrphan;

    private Visit _visit;
    private bool _isOpen;
    private long _firstMs;
    private long _lastMs;
    private int _lastUse;

    /// <summary>The slice of the last hit's usage, and what it has not been given yet: it is given where the usage changes, or the visit ends.</summary>
    private int _slice;
    private long _slicePosition;
    private int _sliceHits;
    private int _slicePageViews;

    /// <summary>Whether the open visit still lacks an attribute that a later hit may have.</summary>
    private bool _lacks;

    /// <summary>What the last hit had that was asked for attributes: one like it has no others.</summary>
    private int _attributedPlace;
    private uint _attributedBits;

    /// <summary>
    /// Pages before this instant go on with the open visit, whatever else holds. Some at it or behind it do so too, where seconds are compared: of these
    /// <see cref="Take"/> decides.
    /// </summary>
    private long _goesOnUntil = long.MinValue;

    /// <param name="norm">What a visit is.</param>
    /// <param name="dictionaries">What the hits' codes mean.</param>
    /// <param name="zone">In which days are cut.</param>
    /// <param name="range">Which days are measured; null for all.</param>
    /// <param name="sink">Takes the visits.</param>
    /// <param name="perimeter">Whose visits are measured; null for all.</param>
    /// <param name="observer">Is shown what visitors' hits have in common; null where nobody asks.</param>
    public Sessionizer(Norm norm, HitDictionaries dictionaries, CivilZone zone, DayRange? range, IVisitSink sink, IPlaceSet? perimeter = null, VisitorObserver? observer = null)
    {
        _norm = norm;
        _dictionaries = dictionaries;
        _clock = new DayClock(zone);
        _range = range;
        _sink = sink;
        _perimeter = perimeter;
        _observer = observer;

        // Two instants so near are nearer than the norm's gap after either is floored.
        _surelyActiveMs = norm.FloorsToSecond ? norm.InactivityMs - 999 : norm.InactivityMs;
    }

    /// <summary>What became of the hits.</summary>
    public VisitLedger Ledger { get; } = new();

    /// <summary>Hits that only their neighbours show to be excluded: duplicates, pings without a visit, robots by volume.</summary>
    public QualificationLedger Exclusions { get; } = new();

    /// <summary>Takes the next hits in order.</summary>
    public void Push(ReadOnlySpan<PackedHit> hits)
    {
        if (hits.IsEmpty)
        {
            return;
        }

        var observer = _observer;
        ref readonly var previous = ref _previous;
        foreach (ref readonly var hit in hits)
        {
            if (hit.Visitor != previous.Visitor || !_hasPrevious)
            {
                Close(VisitClosing.LastHit);
                _sink.BeginVisitor();
                observer?.BeginVisitor(hit);
                _hasPrevious = true;
            }
            else if (HitOrder.AreSame(hit, previous))
            {
                ExcludeRepeated(hit);
                continue;
            }
            else if (observer is not null && VisitorObserver.Differ(previous, hit))
            {
                observer.Compare(previous, hit);
            }

            previous = ref hit;
            if (hit.IsCountedPage && hit.InstantMs < _goesOnUntil)
            {
                // Most hits by far: a page of the day that the visit is in, soon after the last one.
                Extend(hit);
            }
            else
            {
                Take(hit);
            }
        }

        _previous = previous;
    }

    /// <summary>Ends the last visitor; the scan may then go on with another partition.</summary>
    public void Finish()
    {
        Close(VisitClosing.LastHit);
        _observer?.EndVisitor();
        _hasPrevious = false;
    }

    private void ExcludeRepeated(in PackedHit hit)
    {
        if (hit.IsCounted)
        {
            // "Not counted" stands before "duplicate" in the order of reasons.
            Exclusions.Exclude(_isPreviousOrphan ? ExclusionReason.NotCountedByNorm : ExclusionReason.Duplicate);
            if (!_isPreviousOrphan)
            {
                _observer?.ExcludeDuplicate(hit);
            }
        }
    }

    private void Take(in PackedHit hit)
    {
        _isPreviousOrphan = false;
        var day = _clock.DayOf(hit.InstantMs);
        if (hit.Kind is HitKind.Click or HitKind.Event && (_range is null || _range.Value.Contains(day)) && _perimeter?.Contains(hit.Place) != false)
        {
            _sink.AcceptEvent(hit, day);
        }

        if (!hit.IsCounted)
        {
            return;
        }

        var closing = ClosingBefore(hit, day);
        if (hit.Kind == HitKind.Ping && (!_isOpen || closing is not null))
        {
            _isPreviousOrphan = true;
            Exclusions.Exclude(ExclusionReason.NotCountedByNorm);
            return;
        }

        if (closing is { } reason)
        {
            Close(reason);
        }

        if (!_isOpen)
        {
            Open(hit, day);
        }

        _visit.LastDay = day;
        Extend(hit);
    }

    /// <summary>Why the open visit cannot go on with this hit; null when it can, or when none is open.</summary>
    private VisitClosing? ClosingBefore(in PackedHit hit, int day)
    {
        if (!_isOpen)
        {
            return null;
        }

        // Midnight is said to have closed a visit even if the night was also a long gap.
        if (_norm.CutsAtMidnight && day != _visit.LastDay)
        {
            return VisitClosing.Midnight;
        }

        if (Floor(hit.InstantMs) - Floor(_lastMs) >= _norm.InactivityMs)
        {
            return VisitClosing.Inactivity;
        }

        var isFull = _norm.CutsAfterActions > 0 && _visit.Actions >= _norm.CutsAfterActions;
        return isFull && hit.Kind != HitKind.Ping ? VisitClosing.ActionLimit : null;
    }

    private void Open(in PackedHit hit, int day)
    {
        _visit = new Visit { Day = day, Person = hit.Person };
        _isOpen = true;
        _firstMs = hit.InstantMs;
        _slicePosition = 0;
        _lastUse = hit.Use;
        _slice = _slices.IndexOf(_dictionaries.UsageOf(hit.Use));
        _visit.Place = _dictionaries.Places[hit.Place];
        _visit.PlaceCode = hit.Place;
        AttributeTo(hit);
    }

    /// <summary>Adds a hit to the open visit.</summary>
    private void Extend(in PackedHit hit)
    {
        if (hit.Use != _lastUse)
        {
            LeaveSlice(hit.InstantMs);
            _lastUse = hit.Use;
            _slice = _slices.IndexOf(_dictionaries.UsageOf(hit.Use));
        }

        _sliceHits++;
        if (hit.IsPageView)
        {
            _slicePageViews++;
        }

        if (hit.Kind != HitKind.Ping)
        {
            _visit.Actions++;
        }

        _lastMs = hit.InstantMs;
        _goesOnUntil = _norm.CutsAfterActions > 0 && _visit.Actions >= _norm.CutsAfterActions
            ? long.MinValue
            : Math.Min(_lastMs + _surelyActiveMs, _clock.EndOfDay);
        if (_lacks && (hit.Place != _attributedPlace || hit.AttributeBits != _attributedBits))
        {
            AttributeTo(hit);
        }
    }

    /// <summary>Gives the slice of the last hit's usage the time up to an instant, and its hits.</summary>
    private void LeaveSlice(long untilMs)
    {
        var position = PositionOf(untilMs);
        ref var slice = ref _slices[_slice];
        slice.DurationMs += position - _slicePosition;
        slice.Hits += _sliceHits;
        slice.PageViews += _slicePageViews;
        _visit.Hits += _sliceHits;
        _visit.PageViews += _slicePageViews;
        (_slicePosition, _sliceHits, _slicePageViews) = (position, 0, 0);
    }

    /// <summary>Gives the visit what it lacks and this hit has.</summary>
    private void AttributeTo(in PackedHit hit)
    {
        (_attributedPlace, _attributedBits) = (hit.Place, hit.AttributeBits);
        ref var visit = ref _visit;
        if (hit.Place != visit.PlaceCode && _dictionaries.Lacks(visit.Place))
        {
            visit.Place = visit.Place.Or(_dictionaries.Places[hit.Place]);
            visit.PlaceCode = -1;
        }

        if (visit.Profile == Profile.Inconnu)
        {
            visit.Profile = hit.Profile;
        }

        var traits = hit.Traits;
        if (visit.Traits.Device == DeviceClass.Inconnu)
        {
            visit.Traits = visit.Traits.WithDevice(traits.Device, traits.ConnectedObject);
        }

        if (visit.Traits.Os == OperatingSystemFamily.Inconnu)
        {
            visit.Traits = visit.Traits.WithOs(traits.Os);
        }

        if (visit.Traits.Browser == BrowserFamily.Inconnu)
        {
            visit.Traits = visit.Traits.WithBrowser(traits.Browser);
        }

        _lacks = _dictionaries.Lacks(visit.Place) || visit.Profile == Profile.Inconnu
            || visit.Traits.Device == DeviceClass.Inconnu || visit.Traits.Os == OperatingSystemFamily.Inconnu || visit.Traits.Browser == BrowserFamily.Inconnu;
    }

    private void Close(VisitClosing closing)
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        _goesOnUntil = long.MinValue;
        LeaveSlice(_lastMs);
        var isRobot = _norm.RobotAboveHits > 0 && _visit.Hits > _norm.RobotAboveHits;
        _observer?.Close(_visit, closing == VisitClosing.ActionLimit, isRobot);
        if (isRobot)
        {
            Exclusions.Exclude(ExclusionReason.Robot, _visit.Hits);
            Ledger.RobotVisits++;
            _slices.Clear();
            return;
        }

        Complete();
        Ledger.Close(closing);
        Ledger.FirstDay = Math.Min(Ledger.FirstDay, _visit.Day);
        Ledger.LastDay = Math.Max(Ledger.LastDay, _visit.LastDay);
        if (_range is not null && !_range.Value.Contains(_visit.Day))
        {
            Ledger.OutOfPeriod++;
            Ledger.OutOfPeriodHits += _visit.Hits;
        }
        else if (_perimeter?.Contains(PlaceOfVisit()) == false)
        {
            Ledger.OutOfPerimeter++;
            Ledger.OutOfPerimeterHits += _visit.Hits;
        }
        else
        {
            Ledger.Counted++;
            Ledger.CountedHits += _visit.Hits;
            _sink.Accept(_visit, _slices.Span);
        }

        _slices.Clear();
    }

    private int PlaceOfVisit() => _visit.PlaceCode >= 0 ? _visit.PlaceCode : _dictionaries.Places.CodeOf(_visit.Place);

    private void Complete()
    {
        _visit.DurationMs = _slicePosition;
        if (_norm.Duration == DurationRule.OneSecondMore && _visit.Hits > 1)
        {
            // The second that Matomo adds is spent where the visit ends, so that the slices still add up.
            _visit.DurationMs += 1000;
            _slices[_slice].DurationMs += 1000;
        }

        _visit.IsTimed = _norm.TimedVisits switch
        {
            TimedVisitRule.TwoHits => _visit.Hits >= 2,
            TimedVisitRule.PositiveDuration => _visit.DurationMs > 0,
            _ => true,
        };
        _visit.IsBounce = (_norm.BouncesByActions ? _visit.Actions : _visit.PageViews) <= 1;
        _visit.IsFlash = _visit.DurationMs <= _norm.FlashMs;
    }

    /// <summary>
    /// How far into the visit an instant is, by the norm's clock. Slices are differences of positions: they are never negative and sum to the
    /// visit's duration exactly, whatever is rounded.
    /// </summary>
    private long PositionOf(long instantMs) => _norm.Duration switch
    {
        DurationRule.RoundedToSecond => (Floor(instantMs) - Floor(_firstMs) + 500) / 1000 * 1000,
        DurationRule.OneSecondMore => FloorToSecond(instantMs) - FloorToSecond(_firstMs),
        _ => Floor(instantMs) - Floor(_firstMs),
    };

    private long Floor(long instantMs) => _norm.FloorsToSecond ? FloorToSecond(instantMs) : instantMs;

    /// <summary>Instants are after 1970 here: others were excluded as implausible.</summary>
    private static long FloorToSecond(long instantMs) => instantMs - (instantMs % 1000);
}
