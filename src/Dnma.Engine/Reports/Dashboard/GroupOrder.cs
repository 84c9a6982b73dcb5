using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Which rows go first where a page cannot hold all: the coarsest territories, then totals, then the breakdowns that are filters, then the rest; late weeks before early ones.</summary>
internal static class GroupOrder
{
    public static Comparison<RowGroup> Of(IReadOnlyDictionary<TerritoryLevel, PageLevel> levels)
    {
        var root = levels.Values.Where(static level => !level.IsLarge).Select(static level => PageLevel.Coarseness(level.Level)).DefaultIfEmpty(0).Min();
        return (left, right) =>
        {
            var order = Tier(left, levels[left.Level], root).CompareTo(Tier(right, levels[right.Level], root));
            order = order != 0 ? order : Rank(left.Kind).CompareTo(Rank(right.Kind));
            order = order != 0 ? order : right.Start.CompareTo(left.Start);
            order = order != 0 ? order : PageLevel.Coarseness(left.Level).CompareTo(PageLevel.Coarseness(right.Level));
            return order != 0 ? order : PageDimension.Compare(left.Dimension, right.Dimension);
        };
    }

    private static int Tier(RowGroup group, PageLevel level, int root)
    {
        var isFilter = group.Dimension == Dimension.Total || group.Dimension == Dimension.Profile || group.Dimension == Dimension.SchoolLevel;
        return level switch
        {
            { IsLarge: false } when PageLevel.Coarseness(group.Level) == root => 0,
            { IsLarge: false } when group.Kind != PeriodKind.Day || group.Dimension == Dimension.Total => 1,
            { IsLarge: true } when group.Dimension == Dimension.Total => 2,
            _ when isFilter => 3,
            { IsLarge: true } when group.Kind == PeriodKind.All && group.Dimension == Dimension.Device => 4,
            { IsLarge: true } when group.Kind == PeriodKind.All => 5,
            _ => 6,
        };
    }

    private static int Rank(PeriodKind kind) => kind switch
    {
        PeriodKind.All => 0,
        PeriodKind.SchoolYear => 1,
        PeriodKind.Month => 2,
        PeriodKind.Week => 3,
        _ => 4,
    };
}
