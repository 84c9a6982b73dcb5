using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Distinct users of compared days, where a row counts exactly these days: never a sum.</summary>
internal sealed class ExactUsers(ComparisonRequest request, ComparedSchools read)
{
    private const int DaysOfWeek = 7;

    /// <summary>The users of a territory in one period; null where no row counts them.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="isLater">Period B.</param>
    public long? Of(ComparedTerritory territory, bool isLater)
    {
        int[][] weeks = [.. territory.Zones.Select(zone => zone.Mondays(isLater))];
        if (weeks.Length == 0 || weeks[0].Length == 0 || weeks.Any(zone => !zone.SequenceEqual(weeks[0])))
        {
            return null;
        }

        var (first, end) = (weeks[0][0], weeks[0][^1] + DaysOfWeek);
        return weeks[0].Length == 1 ? Find(request.Tables[read.Measured.Sources[read.Measured.IndexOf(first)]], PeriodKind.Week, first, territory)
            : territory.Zones[0].IsWhole ? OfYear(territory, isLater ? request.LaterYear : request.EarlierYear)
            : end - first == DaysOfWeek * weeks[0].Length && request.Tables.FirstOrDefault(table => table.Days == new DayRange(first, end)) is { } exact ? Find(exact, PeriodKind.All, first, territory)
            : null;
    }

    private static long? Find(MeasuredTable table, PeriodKind period, int start, ComparedTerritory territory) =>
        table.Table.Find(period, LocalCalendar.DateOf(start), territory.Level, territory.Code, Dimension.Total, IndicatorCodes.Total)?.Users;

    private long? OfYear(ComparedTerritory territory, int year)
    {
        var days = DayRange.Of(new DateOnly(year, 8, 1), new DateOnly(year + 1, 8, 1));
        return request.Tables.FirstOrDefault(table => table.Days.Start <= days.Start && table.Days.End >= days.End) is { } whole
            ? Find(whole, PeriodKind.SchoolYear, days.Start, territory)
            : null;
    }
}
