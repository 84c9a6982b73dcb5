using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users, in the finest cells: to be told everything of one user, in order of days, before the next one begins. A user counts where it
/// is new: at its place, in each kind of period, for each modality. Users of one place then add up to those of every territory around
/// it, but for users of several places, whose repeats are taken off again. Not thread safe; no user is told to two workers, so theirs add up.
/// </summary>
internal sealed class FirstSights
{
    private readonly CountingPlan _plan;
    private readonly HitDictionaries _dictionaries;
    private readonly TerritoryIndex _territories;
    private readonly FinestCells _cells;
    private readonly PeriodSights[] _periods = new PeriodSights[CountingPlan.PeriodCount];
    private readonly bool _countsDays;

    /// <summary>The kinds of period, longer than a day, over which anything is counted.</summary>
    private readonly PeriodKind[] _kinds;
    private int _place;
    private int _atom;
    private int _region;
    private int _day;

    /// <param name="plan">Which periods and levels are counted.</param>
    /// <param name="dictionaries">What places are.</param>
    /// <param name="territories">Which territories they belong to.</param>
    /// <param name="cells">Receives the counts.</param>
    public FirstSights(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories, FinestCells cells)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _territories = territories;
        _cells = cells;
        _countsDays = plan.Counts(PeriodKind.Day);
        _kinds = [.. Enum.GetValues<PeriodKind>().Where(kind => kind != PeriodKind.Day && plan.Counts(kind))];
        for (var i = 0; i < _periods.Length; i++)
        {
            _periods[i] = new PeriodSights();
        }
    }

    /// <summary>Another user begins.</summary>
    public void BeginUser()
    {
        foreach (var period in _periods)
        {
            period.Restart(int.MinValue);
        }
    }

    /// <summary>The current user is at a place: what is marked next is marked there.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="region">The place's académie and département (<see cref="EstablishmentFacts.Region"/>).</param>
    public void Enter(in DayPeriods.Periods periods, int place, int region)
    {
        (_place, _atom, _region, _day) = (place, periods.Atom, region, periods.Day);
        foreach (var kind in _kinds)
        {
            Enter(kind, periods.StartOf(kind), place);
        }

        if (_countsDays)
        {
            Enter(PeriodKind.Day, periods.Day, region);
        }
    }

    /// <summary>The current user has a visit, or uses something, at the place that it entered.</summary>
    /// <param name="code">The facts, or the usage.</param>
    /// <param name="modalities">The code's modalities, by dimension; those of number <see cref="SeenModalities.Bits"/> and above are left out.</param>
    /// <param name="mask">A bit for each of the others.</param>
    public void Mark(int code, ReadOnlySpan<int> modalities, UInt128 mask)
    {
        var news = 0;
        foreach (var kind in _kinds)
        {
            news |= MarkIn(kind, mask, modalities) << (((int)kind - 1) * FinestCells.MaxDimensions);
        }

        if (news != 0)
        {
            _cells.Users.Of(new CellKey(_place, _atom, code, news))++;
        }

        if (_countsDays && MarkIn(PeriodKind.Day, mask, modalities) is var newToday && newToday != 0)
        {
            _cells.UsersByDay.Of(new CellKey(_region, _day, code, newToday))++;
        }
    }

    /// <summary>A bit for each modality that has one.</summary>
    public static UInt128 MaskOf(ReadOnlySpan<int> modalities)
    {
        var mask = UInt128.Zero;
        foreach (var modality in modalities)
        {
            mask |= modality < SeenModalities.Bits ? UInt128.One << modality : UInt128.Zero;
        }

        return mask;
    }

    private void Enter(PeriodKind kind, int start, int place)
    {
        var period = _periods[(int)kind];
        if (period.Start != start)
        {
            period.Restart(start);
        }

        var known = period.Places.Count;
        period.Here = period.Places.IndexOf(place);
        if (known == 1 && period.Places.Count == 2)
        {
            // Until now one place's masks were those of all territories around it.
            ref readonly var first = ref period.Places[0];
            for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
            {
                var around = period.Levels[(int)level];
                around[around.IndexOf(CodeOf(kind, level, first.Territory))].Modalities = first.Modalities;
            }
        }
    }

    /// <summary>Marks one period; says in which dimensions the user is new at the place.</summary>
    private int MarkIn(PeriodKind kind, UInt128 mask, ReadOnlySpan<int> modalities)
    {
        var period = _periods[(int)kind];
        ref var seen = ref period.Places[period.Here].Modalities;
        var news = mask & ~seen;
        if (news == UInt128.Zero)
        {
            // What was seen at the place was seen in all territories around it.
            return 0;
        }

        seen |= mask;
        if (period.Places.Count > 1)
        {
            MarkAbove(kind, period, news);
        }

        return DimensionsOf(news, modalities);
    }

    private static int DimensionsOf(UInt128 news, ReadOnlySpan<int> modalities)
    {
        var dimensions = 0;
        for (var i = 0; i < modalities.Length; i++)
        {
            if (modalities[i] < SeenModalities.Bits && (news >> modalities[i] & UInt128.One) != UInt128.Zero)
            {
                dimensions |= 1 << i;
            }
        }

        return dimensions;
    }

    /// <summary>Takes off what a user of several places would count too often in the territories around them.</summary>
    private void MarkAbove(PeriodKind kind, PeriodSights period, UInt128 news)
    {
        var place = period.Places[period.Here].Territory;
        for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
        {
            var code = CodeOf(kind, level, place);
            var around = period.Levels[(int)level];
            ref var seen = ref around[around.IndexOf(code)].Modalities;
            var repeated = news & seen;
            seen |= news;
            if (repeated != UInt128.Zero && _plan.Counts(kind, level))
            {
                TakeOff(FinestCells.RepeatCode(kind, level), period.Start, code, repeated);
            }
        }
    }

    private void TakeOff(int periodAndLevel, int start, int territory, UInt128 modalities)
    {
        for (; modalities != UInt128.Zero; modalities &= modalities - UInt128.One)
        {
            _cells.Repeats.Of(new CellKey(periodAndLevel, start, territory, (int)UInt128.TrailingZeroCount(modalities)))++;
        }
    }

    private int CodeOf(PeriodKind kind, TerritoryLevel level, int place) => kind == PeriodKind.Day
        ? EstablishmentFacts.CodeOf(level, place)
        : _territories.CodeOf(level, _dictionaries.Places[place]);

    /// <summary>What is known of the current user in the current period of one kind.</summary>
    private sealed class PeriodSights
    {
        public PeriodSights()
        {
            for (var i = 0; i < Levels.Length; i++)
            {
                Levels[i] = new SeenModalities();
            }
        }

        public int Start { get; private set; } = int.MinValue;

        public SeenModalities Places { get; } = new();

        /// <summary>The index of the place that the user entered last.</summary>
        public int Here { get; set; }

        /// <summary>Kept only while there are several places.</summary>
        public SeenModalities[] Levels { get; } = new SeenModalities[CountingPlan.LevelCount];

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
