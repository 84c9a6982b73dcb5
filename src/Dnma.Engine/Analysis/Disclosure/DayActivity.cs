using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// On which days each territory and modality had visits, or can have had for all that is published: where it has no days of its own, those of its
/// département or of the nation tell. Never changed.
/// </summary>
internal sealed class DayActivity
{
    private readonly CellFrame _frame;
    private readonly TerritoryNesting _tree;
    private readonly Dictionary<(TerritoryLevel Level, string Code), int> _territories;
    private readonly Dictionary<(int Territory, int Modality), SortedSet<int>> _days = [];

    public DayActivity(CellFrame frame, TerritoryNesting tree)
    {
        (_frame, _tree) = (frame, tree);
        _territories = frame.Territories.Select((territory, index) => (territory, index)).ToDictionary(pair => pair.territory, pair => pair.index);
        Groups = [.. frame.GroupsBy(frame.Territory, frame.Modality)];
        foreach (var group in Groups)
        {
            var days = group.Where(cell => KindOf(cell) == PeriodKind.Day).Select(cell => DaysOf(cell).Start);
            if (days.Any())
            {
                _days.Add((frame.Territory[group[0]], frame.Modality[group[0]]), [.. days]);
            }
        }
    }

    /// <summary>The cells of each territory and modality, in the order of the table.</summary>
    public IReadOnlyList<int[]> Groups { get; }

    /// <summary>Whether the cells of a group have days of their own.</summary>
    public bool HasDays(int[] group) => _days.ContainsKey((_frame.Territory[group[0]], _frame.Modality[group[0]]));

    /// <summary>The days on which the territory of a cell, or the smallest one around it that has days, had visits of the cell's modality; in order.</summary>
    public IReadOnlyCollection<int> DaysAround(int cell)
    {
        var territory = _frame.Territory[cell];
        if (_days.TryGetValue((territory, _frame.Modality[cell]), out var own))
        {
            return own;
        }

        var (level, code) = _frame.Territories[territory];
        var around = level == TerritoryLevel.Establishment ? (TerritoryLevel.Department, _tree.PlaceOf(code).Department) : (TerritoryLevel.National, IndicatorCodes.National);
        return _days[(_territories[around], _frame.Modality[cell])];
    }

    /// <summary>Whether a visit on a day can stand in a group: in its day, or in its week and its month.</summary>
    public bool IsActive(int[] group, int day) =>
        ((SortedSet<int>)DaysAround(group[0])).Contains(day)
        && (HasDays(group) || (Holds(group, PeriodKind.Week, day) && Holds(group, PeriodKind.Month, day)));

    private bool Holds(int[] group, PeriodKind kind, int day) => Array.Exists(group, cell => KindOf(cell) == kind && DaysOf(cell).Contains(day));

    private PeriodKind KindOf(int cell) => _frame.Periods[_frame.Period[cell]].Kind;

    private DayRange DaysOf(int cell) => _frame.Periods[_frame.Period[cell]].Days;
}
