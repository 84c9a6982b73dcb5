using System.Runtime.Intrinsics;
using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users, in the finest cells: to be told everything of one user, in order of days, before the next one begins. A user counts where it
/// is new: at its place, in each kind of period, for each modality. Users of one place then add up to those of every territory around
/// it, but for users of several places, whose repeats are taken off again. Not thread safe; no user is told to two workers, so theirs add up.
/// </summary>
/// <remarks>What a user does at one place within one atom of days, or in one area on one day, is a stay: it is brought together, then counted at once.</remarks>
internal sealed class FirstSights
{
    private readonly CountingPlan _plan;
    private readonly HitDictionaries _dictionaries;
    private readonly TerritoryIndex _territories;
    private readonly FinestCells _atoms;
    private readonly FinestCells? _days;
    private readonly PeriodSights[] _periods = new PeriodSights[CountingPlan.PeriodCount];

    /// <summary>The kinds of period, longer than a day, over which anything is counted.</summary>
    private readonly PeriodKind[] _kinds;
    private readonly ModalitySet[] _news;

    /// <summary>One for each of these kinds, 0 for the others, as <see cref="RowFigures.UsersByPeriod"/> has them.</summary>
    private readonly Vector128<uint> _lanes;
    private DayPeriods.Periods _stayPeriods;
    private int _stayPlace;
    private ModalitySet _stay;
    private int _dayStayArea;
    private int _dayStayDay;
    private ModalitySet _dayStay;

    /// <param name="plan">Which periods and levels are counted.</param>
    /// <param name="dictionaries">What places are.</param>
    /// <param name="territories">Which territories they belong to.</param>
    /// <param name="atoms">Receives the counts by place.</param>
    /// <param name="days">Receives those by day and area; null where days are not counted.</param>
    public FirstSights(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories, FinestCells atoms, FinestCells? days)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _territories = territories;
        _atoms = atoms;
        _days = days;
        _kinds = [.. Enum.GetValues<PeriodKind>().Where(kind => kind != PeriodKind.Day && plan.Counts(kind))];
        _news = new ModalitySet[_kinds.Length];
        foreach (var kind in _kinds)
        {
            _lanes = _lanes.WithElement(LaneOf(kind), 1u);
        }

        for (var i = 0; i < _periods.Length; i++)
        {
            _periods[i] = new PeriodSights(plan.LevelsOf((PeriodKind)i).Length);
        }
    }

    /// <summary>What users of several places are counted too often by, above the place: by (period and level, start, territory, modality).</summary>
    public CellTable<long> Repeats { get; } = new();

    /// <summary>Which of <see cref="RowFigures.UsersByPeriod"/> speaks of a kind of period: the first of a day, of the week in an atom, and so on.</summary>
    public static int LaneOf(PeriodKind kind) => Math.Max(0, (int)kind - 1);

    /// <summary>The first code of a key of <see cref="Repeats"/>.</summary>
    public static int RepeatCode(PeriodKind period, TerritoryLevel level) => ((int)period << 4) | (int)level;

    /// <summary>The reverse of <see cref="RepeatCode"/>.</summary>
    public static (PeriodKind Period, TerritoryLevel Level) RepeatOf(int code) => ((PeriodKind)(code >> 4), (TerritoryLevel)(code & 15));

    /// <summary>Another user begins, or none does.</summary>
    public void BeginUser()
    {
        CountStay();
        CountDayStay();
        foreach (var period in _periods)
        {
            period.Restart(int.MinValue);
        }
    }

    /// <summary>The current user has a visit, or uses something.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="area">The place's académie and département (<see cref="EstablishmentFacts.Area"/>).</param>
    /// <param name="modalities">The modalities of the visit, or of what it used.</param>
    public void Mark(in DayPeriods.Periods periods, int place, int area, ModalitySet modalities)
    {
        if (place != _stayPlace || periods.Atom != _stayPeriods.Atom)
        {
            CountStay();
            (_stayPlace, _stayPeriods) = (place, periods);
        }

        _stay |= modalities;
        if (_days is null)
        {
            return;
        }

        if (area != _dayStayArea || periods.Day != _dayStayDay)
        {
            CountDayStay();
            (_dayStayArea, _dayStayDay) = (area, periods.Day);
        }

        _dayStay |= modalities;
    }

    private void CountStay()
    {
        if (_stay.IsEmpty)
        {
            return;
        }

        var (anywhere, everywhere) = (default(ModalitySet), _stay);
        for (var i = 0; i < _kinds.Length; i++)
        {
            var news = Mark(_kinds[i], _stayPeriods.StartOf(_kinds[i]), _stayPlace, _stay);
            _news[i] = news;
            anywhere |= news;
            everywhere &= news;
        }

        var rows = _atoms.Of(_stayPlace, _stayPeriods.Atom);
        foreach (var modality in everywhere)
        {
            rows.Of(modality).UsersByPeriod.Add(_lanes);
        }

        if (anywhere != everywhere)
        {
            CountSomewhere(rows, everywhere);
        }

        _stay = default;
    }

    /// <summary>Counts what is new in some kinds of period but not in all.</summary>
    private void CountSomewhere(ModalityRows<RowFigures> rows, ModalitySet everywhere)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            foreach (var modality in _news[i] - everywhere)
            {
                rows.Of(modality).UsersByPeriod[LaneOf(_kinds[i])]++;
            }
        }
    }

    private void CountDayStay()
    {
        if (_dayStay.IsEmpty)
        {
            return;
        }

        var rows = _days!.Of(_dayStayArea, _dayStayDay);
        foreach (var modality in Mark(PeriodKind.Day, _dayStayDay, _dayStayArea, _dayStay))
        {
            rows.Of(modality).UsersByPeriod[LaneOf(PeriodKind.Day)]++;
        }

        _dayStay = default;
    }

    /// <summary>Marks one period; says what is new there.</summary>
    private ModalitySet Mark(PeriodKind kind, int start, int place, ModalitySet modalities)
    {
        var period = _periods[(int)kind];
        if (period.Start != start)
        {
            period.Restart(start);
        }

        var known = period.Places.Count;
        var here = period.Places.IndexOf(place);
        if (known == 1 && period.Places.Count == 2)
        {
            // Until now one place's modalities were those of all territories around it.
            ref readonly var first = ref period.Places[0];
            var levels = _plan.LevelsOf(kind);
            for (var i = 0; i < levels.Length; i++)
            {
                var around = period.Levels[i];
                around[around.IndexOf(CodeOf(kind, levels[i], first.Territory))].Modalities = first.Modalities;
            }
        }

        ref var seen = ref period.Places[here].Modalities;
        var news = modalities - seen;
        seen |= modalities;
        if (period.Places.Count > 1 && !news.IsEmpty)
        {
            MarkAround(kind, period, place, news);
        }

        return news;
    }

    /// <summary>Takes off what a user of several places would count too often in the territories around them.</summary>
    private void MarkAround(PeriodKind kind, PeriodSights period, int place, ModalitySet news)
    {
        var levels = _plan.LevelsOf(kind);
        for (var i = 0; i < levels.Length; i++)
        {
            var code = CodeOf(kind, levels[i], place);
            var around = period.Levels[i];
            ref var seen = ref around[around.IndexOf(code)].Modalities;
            var repeated = news & seen;
            seen |= news;
            foreach (var modality in repeated)
            {
                Repeats.Of(new CellKey(RepeatCode(kind, levels[i]), period.Start, code, modality))++;
            }
        }
    }

    private int CodeOf(PeriodKind kind, TerritoryLevel level, int place) => kind == PeriodKind.Day
        ? EstablishmentFacts.CodeOf(level, place)
        : _territories.CodeOf(level, _dictionaries.Places[place]);

    /// <summary>What is known of the current user in the current period of one kind.</summary>
    private sealed class PeriodSights
    {
        public PeriodSights(int levels)
        {
            Levels = new SeenModalities[levels];
            for (var i = 0; i < Levels.Length; i++)
            {
                Levels[i] = new SeenModalities();
            }
        }

        public int Start { get; private set; } = int.MinValue;

        public SeenModalities Places { get; } = new();

        /// <summary>By the levels that are counted; kept only while there are several places.</summary>
        public SeenModalities[] Levels { get; }

        public void Restart(int start)
        {
            Start = start;
            if (Places.Count > 1)
            {
                Array.ForEach(Levels, level => level.Clear());
            }

            Places.Clear();
        }
    }
}
