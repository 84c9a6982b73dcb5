using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Which periods and levels are counted together. Immutable.</summary>
internal sealed class CountingPlan
{
    public const int PeriodCount = 5;
    public const int LevelCount = 11;
    private readonly bool[] _counts = new bool[PeriodCount * LevelCount];
    private readonly TerritoryLevel[][] _levels;

    /// <param name="periods">The kinds of period asked for.</param>
    /// <param name="levels">The levels asked for.</param>
    public CountingPlan(IEnumerable<PeriodKind> periods, IReadOnlyCollection<TerritoryLevel> levels)
    {
        foreach (var period in periods)
        {
            foreach (var level in levels)
            {
                // Days below the department would be tens of millions of rows that no one reads (design §6).
                _counts[Index(period, level)] = period != PeriodKind.Day || level <= TerritoryLevel.Department;
            }
        }

        // The open data and the dashboard are made of these, whatever else is asked for.
        _counts[Index(PeriodKind.Week, TerritoryLevel.Establishment)] = true;
        _counts[Index(PeriodKind.All, TerritoryLevel.Academy)] = true;
        for (var period = PeriodKind.Day; period <= PeriodKind.All; period++)
        {
            _counts[Index(period, TerritoryLevel.National)] = true;
        }

        _levels = LevelsByPeriod();
    }

    private CountingPlan(PeriodKind period, TerritoryLevel level)
    {
        _counts[Index(period, level)] = true;
        _levels = LevelsByPeriod();
    }

    /// <summary>The four published tables and nothing else: weeks of establishments.</summary>
    public static CountingPlan OpenData { get; } = new(PeriodKind.Week, TerritoryLevel.Establishment);

    public bool Counts(PeriodKind period, TerritoryLevel level) => _counts[Index(period, level)];

    /// <summary>The levels at which a kind of period is counted, in their order. What is not asked for is in no one's way.</summary>
    public ReadOnlySpan<TerritoryLevel> LevelsOf(PeriodKind period) => _levels[(int)period];

    /// <summary>Whether anything is counted at a level.</summary>
    public bool Counts(TerritoryLevel level) => Array.Exists(_levels, levels => levels.Contains(level));

    /// <summary>
    /// Whether clicks, downloads and events are counted by label there. Labels are many where establishments are many, so they are counted where
    /// someone asks: by day for the nation, by week for académie, département and establishment, by month and school year for
    /// nation and académie, over the whole range everywhere.
    /// </summary>
    public bool CountsEvents(PeriodKind period, TerritoryLevel level) => Counts(period, level) && period switch
    {
        PeriodKind.Day => level == TerritoryLevel.National,
        PeriodKind.Week => level is TerritoryLevel.National or TerritoryLevel.Academy or TerritoryLevel.Department or TerritoryLevel.Establishment,
        PeriodKind.Month or PeriodKind.SchoolYear => level is TerritoryLevel.National or TerritoryLevel.Academy,
        _ => true,
    };

    /// <summary>Whether events are counted anywhere: where days, or the whole range, of the nation are.</summary>
    public bool CountsAnyEvents => CountsEvents(PeriodKind.Day, TerritoryLevel.National) || CountsEvents(PeriodKind.All, TerritoryLevel.National);

    /// <summary>Whether anything is counted over a kind of period.</summary>
    public bool Counts(PeriodKind period) => _counts.AsSpan((int)period * LevelCount, LevelCount).Contains(true);

    /// <summary>
    /// The longest stretch of days around <paramref name="day"/> that no week and no month divides, by its first day: counting by it is enough
    /// for every kind of period but the day. (A school year's edge is a month's.)
    /// </summary>
    public static int AtomOf(int day) => Math.Max(LocalCalendar.WeekStart(day), LocalCalendar.MonthStart(day));

    private TerritoryLevel[][] LevelsByPeriod() =>
        [.. Enum.GetValues<PeriodKind>().Select(period => Enum.GetValues<TerritoryLevel>().Where(level => Counts(period, level)).ToArray())];

    private static int Index(PeriodKind period, TerritoryLevel level) => ((int)period * LevelCount) + (int)level;
}
