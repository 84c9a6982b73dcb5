using System.Numerics;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Time;

namespace Dnma.Engine.Visits.Observations;

/// <summary>
/// Counts what only a visitor's hits together show, for the controls, while <see cref="Sessionizer"/> scans them: a look at each hit beside the one before, and
/// work only where the two differ in what is observed. One for each worker; not thread safe.
/// </summary>
/// <remarks>
/// What it counts depends on the set of hits alone: it asks of two neighbours only what their order is made of (<see cref="HitOrder"/>), nothing that ties leave
/// to the secret, and so never which person of a browser comes first.
/// </remarks>
internal sealed class VisitorObserver
{
    /// <summary>Two pages this close are not two acts of a person: a second, in logs that know no less. Inclusive, in milliseconds.</summary>
    public const ulong RapidMs = 1_000;

    /// <summary>More hits than this are no person's visit (domain §9).</summary>
    public const long LongVisitHits = 10_000;

    /// <summary>More hits than this are no person's (domain §9).</summary>
    public const long PersonHits = 250_000;

    /// <summary>More establishments than teachers, and families, have: those of an inspector, or of nobody in particular.</summary>
    public const int ManyEstablishments = 10;

    /// <summary>More establishments than a person on the way, or a family at home, opens in a day.</summary>
    public const int EstablishmentsOfOneDay = 5;

    /// <summary>More changes of establishment than one person makes in a day: two who share an id make them by turns.</summary>
    public const int MovesOfOneDay = 20;

    private readonly HitDictionaries _dictionaries;
    private readonly DayClock _clock;
    private readonly bool _observesPersons;
    private readonly IPlaceSet? _perimeter;

    // The visitor's establishments, and for each establishment the number of the visitor and of the day that it was last met by: a set that is emptied by counting on.
    private readonly List<int> _establishments = [];
    private long[] _seenByVisitor = new long[256];
    private long[] _seenOnDay = new long[256];
    private long _visitor;
    private long _day;
    private int _dayNumber;
    private int _dayEstablishments;
    private int _dayMoves;

    /// <summary>The last establishment that the visitor was in, 0 for none yet, and the day of its last hit there.</summary>
    private int _establishment;
    private int _establishmentDay;

    private uint _profiles;
    private long _hits;
    private bool _isShared;
    private bool _hasVisitor;

    /// <summary>Whether a hit of the visitor was in the perimeter: persons of whom none is are nobody's here.</summary>
    private bool _isInside;

    /// <summary>In which establishments they were.</summary>
    private readonly List<int> _insideEstablishments = [];

    /// <summary>Rapid pages of the open visit.</summary>
    private long _rapidPages;

    /// <param name="key">Who a visitor is.</param>
    /// <param name="dictionaries">What the hits' codes mean.</param>
    /// <param name="zone">In which days are cut.</param>
    /// <param name="perimeter">Whose visits are measured; null for all.</param>
    public VisitorObserver(VisitorKey key, HitDictionaries dictionaries, CivilZone zone, IPlaceSet? perimeter = null)
    {
        _observesPersons = key == VisitorKey.Person;
        _dictionaries = dictionaries;
        _clock = new DayClock(zone);
        _perimeter = perimeter;
    }

    /// <summary>Visits by place, <see cref="VisitFact"/>.</summary>
    public FactTable Visits { get; } = new(Enum.GetValues<VisitFact>().Length);

    /// <summary>Persons by establishment, <see cref="PersonFact"/>.</summary>
    public FactTable Persons { get; } = new(Enum.GetValues<PersonFact>().Length);

    /// <summary>Persons of the nation, <see cref="PersonFact"/>.</summary>
    public long[] Nation { get; } = new long[Enum.GetValues<PersonFact>().Length];

    /// <summary>Whether two neighbours, in order, differ in anything that is observed.</summary>
    public static bool Differ(in PackedHit previous, in PackedHit hit) =>
        hit.Place != previous.Place || hit.AttributeBits != previous.AttributeBits || hit.MsAfter(previous) <= RapidMs;

    /// <summary>Another visitor's hits begin, with this one.</summary>
    public void BeginVisitor(in PackedHit hit)
    {
        EndVisitor();
        _hasVisitor = true;
        if (_observesPersons)
        {
            Clear();
            _isInside = false;
            _insideEstablishments.Clear();
            Locate(hit);
            _profiles = 1u << (int)hit.Profile;
            Enter(_dictionaries.Places[hit.Place].Establishment, hit);
        }
    }

    /// <summary>Takes a hit that differs from the one before it, a hit of the same visitor.</summary>
    public void Compare(in PackedHit previous, in PackedHit hit)
    {
        if (hit.MsAfter(previous) <= RapidMs && hit.IsCountedPage && previous.IsCountedPage && ServiceOf(hit) == ServiceOf(previous))
        {
            _rapidPages++;
        }

        if (!_observesPersons)
        {
            return;
        }

        _profiles |= 1u << (int)hit.Profile;
        if (hit.Place != previous.Place)
        {
            Locate(hit);

            // The last hit in an establishment, not the first, says on which day the visitor leaves it.
            Enter(_dictionaries.Places[previous.Place].Establishment, previous);
            Enter(_dictionaries.Places[hit.Place].Establishment, hit);
        }
    }

    /// <summary>Takes a hit that is excluded as a duplicate.</summary>
    public void ExcludeDuplicate(in PackedHit hit) => Visits.RowOf(hit.Place)[(int)VisitFact.Duplicates]++;

    /// <summary>Takes a visit of the visitor, whether it is counted or not.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="isCut">Whether the norm's limit of actions ended it.</param>
    /// <param name="isRobot">Whether it is left out as a robot's.</param>
    public void Close(in Visit visit, bool isCut, bool isRobot)
    {
        var row = Visits.RowOf(visit.PlaceCode >= 0 ? visit.PlaceCode : _dictionaries.Places.CodeOf(visit.Place));
        row[(int)VisitFact.Visits]++;
        row[(int)VisitFact.PageViews] += visit.PageViews;
        row[(int)VisitFact.RapidPages] += _rapidPages;
        if (isCut || visit.Hits > LongVisitHits)
        {
            row[(int)VisitFact.LongVisits]++;
        }

        if (isRobot)
        {
            row[(int)VisitFact.RobotVisitHits] += visit.Hits;
        }

        _hits += visit.Hits;
        _rapidPages = 0;
    }

    /// <summary>Counts the last visitor; the scan may then go on with another partition.</summary>
    public void EndVisitor()
    {
        if (!_hasVisitor)
        {
            return;
        }

        _hasVisitor = false;
        if (_observesPersons && _isInside)
        {
            CountPerson();
        }

        _hits = 0;
        _rapidPages = 0;
    }

    private void CountPerson()
    {
        var hasTwoProfiles = BitOperations.PopCount(_profiles & ~(1u << (int)Profile.Inconnu)) > 1;
        var (isMany, isHeavy) = (_establishments.Count >= ManyEstablishments, _hits > PersonHits);
        Count(Nation);
        var establishments = _perimeter is null ? _establishments : _insideEstablishments;
        if (establishments.Count == 0)
        {
            Count(Persons.RowOf(0));
        }

        foreach (var establishment in establishments)
        {
            Count(Persons.RowOf(establishment));
        }

        void Count(Span<long> row)
        {
            row[(int)PersonFact.Persons]++;
            if (hasTwoProfiles | isMany | isHeavy | _isShared)
            {
                row[(int)PersonFact.TwoProfiles] += hasTwoProfiles ? 1 : 0;
                row[(int)PersonFact.ManyEstablishments] += isMany ? 1 : 0;
                row[(int)PersonFact.Shared] += _isShared ? 1 : 0;
                row[(int)PersonFact.TooManyHits] += isHeavy ? 1 : 0;
            }
        }
    }

    /// <summary>Notes whether a hit is in the perimeter, and where.</summary>
    private void Locate(in PackedHit hit)
    {
        if (_perimeter is null)
        {
            _isInside = true;
        }
        else if (_perimeter.Contains(hit.Place))
        {
            _isInside = true;
            var establishment = _dictionaries.Places[hit.Place].Establishment;
            if (establishment != 0 && !_insideEstablishments.Contains(establishment))
            {
                _insideEstablishments.Add(establishment);
            }
        }
    }

    private void Clear()
    {
        _establishments.Clear();
        _visitor++;
        _day++;
        (_dayNumber, _dayEstablishments, _dayMoves) = (int.MinValue, 0, 0);
        (_establishment, _establishmentDay) = (0, int.MinValue);
        _isShared = false;
    }

    /// <summary>The visitor is in the establishment of a hit; 0 for none.</summary>
    private void Enter(int establishment, in PackedHit hit)
    {
        if (establishment == 0)
        {
            return;
        }

        // Of most visitors nothing more is ever asked than where they are.
        if (_establishment == 0)
        {
            _establishment = establishment;
            Meet(establishment);
            return;
        }

        var day = _clock.DayOf(hit.InstantMs);
        BeginDay(day);
        if (establishment != _establishment)
        {
            _dayMoves += _establishmentDay == day ? 1 : 0;
            _establishment = establishment;
            Meet(establishment);
        }

        MeetOnDay(establishment);
        _establishmentDay = day;
        _isShared |= _dayEstablishments >= EstablishmentsOfOneDay || _dayMoves >= MovesOfOneDay;
    }

    private void BeginDay(int day)
    {
        if (day != _dayNumber)
        {
            (_dayNumber, _dayEstablishments, _dayMoves) = (day, 0, 0);
            _day++;
        }
    }

    private void Meet(int establishment)
    {
        if (establishment >= _seenByVisitor.Length)
        {
            var length = Math.Max(establishment + 1, _seenByVisitor.Length * 2);
            Array.Resize(ref _seenByVisitor, length);
            Array.Resize(ref _seenOnDay, length);
        }

        if (_seenByVisitor[establishment] != _visitor)
        {
            _seenByVisitor[establishment] = _visitor;
            _establishments.Add(establishment);
        }
    }

    private void MeetOnDay(int establishment)
    {
        if (_seenOnDay[establishment] != _day)
        {
            _seenOnDay[establishment] = _day;
            _dayEstablishments++;
        }
    }

    private int ServiceOf(in PackedHit hit) => _dictionaries.Usages[_dictionaries.UsageOf(hit.Use)].Service;
}
