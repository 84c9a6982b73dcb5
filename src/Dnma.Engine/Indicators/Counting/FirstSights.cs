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

    /// <summary>The current user has a visit, or uses something.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="region">The place's académie and département (<see cref="EstablishmentFacts.Region"/>).</param>
    /// <param name="code">The facts, or the usage.</param>
    /// <param name="modalities">The code's modalities, by dimension; those of number <see cref="SeenModalities.Bits"/> and above are left out.</param>
    public void Mark(in DayPeriods.Periods periods, int place, int region, int code, ReadOnlySpan<int> modalities)
    {
        var mask = MaskOf(modalities);
        var news = 0;
        for (var kind = PeriodKind.Week; kind <= PeriodKind.All; kind++)
        {
            if (_plan.Counts(kind))
            {
                news |= MarkIn(kind, periods.StartOf(kind), place, mask, modalities) << (((int)kind - 1) * FinestCells.MaxDimensions);
            }
        }

        if (news != 0)
        {
            _cells.Users.Of(new CellKey(place, periods.Atom, code, news))++;
        }

        if (_countsDays && MarkIn(PeriodKind.Day, periods.Day, region, mask, modalities) is var newToday && newToday != 0)
        {
            _cells.UsersByDay.Of(new CellKey(region, periods.Day, code, newToday))++;
        }
    }

    private static UInt128 MaskOf(ReadOnlySpan<int> modalities)
    {
        var (low, high) = (0UL, 0UL);
        foreach (var modality in modalities)
        {
            if (modality < 64)
            {
                low |= 1UL << modality;
            }
            else if (modality < SeenModalities.Bits)
            {
                high |= 1UL << (modality - 64);
            }
        }

        return new UInt128(high, low);
    }

    /// <summary>Marks one period; says in which dimensions the user is new at the place.</summary>
    private int MarkIn(PeriodKind kind, int start, int place, UInt128 mask, ReadOnlySpan<int> modalities)
    {
        var period = _periods[(int)kind];
        if (period.Start != start)
        {
            period.Restart(start);
        }

        ref var seen = ref period.Places.Of(place, out var isNewPlace);
        var news = mask & ~seen.Modalities;
        seen.Modalities |= mask;
        if (period.Places.Count > 1)
        {
            MarkAbove(kind, period, place, isNewPlace, mask, news);
        }

        return news == UInt128.Zero ? 0 : DimensionsOf(news, modalities);
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
    private void MarkAbove(PeriodKind kind, PeriodSights period, int place, bool isNewPlace, UInt128 mask, UInt128 news)
    {
        if (isNewPlace && period.Places.Count == 2)
        {
            // Until now one place's masks were those of all territories around it.
            var first = period.Places.First;
            for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
            {
                period.Levels[(int)level].Of(CodeOf(kind, level, first.Territory), out _).Modalities = first.Modalities;
            }
        }

        for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
        {
            var code = CodeOf(kind, level, place);
            ref var seen = ref period.Levels[(int)level].Of(code, out _);
            var repeated = news & seen.Modalities;
            seen.Modalities |= mask;
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
