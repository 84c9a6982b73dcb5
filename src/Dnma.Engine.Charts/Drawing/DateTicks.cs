using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Dates along the axis: days, Mondays, months or Septembers, as many as have room.</summary>
internal static class DateTicks
{
    private const int FewDays = 16;
    private const int FewWeeks = 75;
    private const int FewMonths = 800;

    public static IReadOnlyList<(DateOnly Date, string Text)> Between(DateOnly from, DateOnly to, ChartWords words)
    {
        var days = to.DayNumber - from.DayNumber;
        IEnumerable<DateOnly> all = Enumerable.Range(0, Math.Max(days, 1)).Select(from.AddDays);
        return days switch
        {
            <= FewDays => [.. all.Select(date => (date, words.ShortDate(date)))],
            <= FewWeeks => [.. all.Where(date => date.DayOfWeek == DayOfWeek.Monday).Select(date => (date, words.ShortDate(date)))],
            <= FewMonths => [.. all.Where(date => date.Day == 1 || date == from).Where(date => date.Day == 1 || date.Day <= 15).Select((date, i) => (date, i == 0 || date.Month == 1 ? $"{words.Month(date)}\u00A0{date.Year}" : words.Month(date)))],
            _ => [.. all.Where(date => date is { Month: 9, Day: 1 } || date is { Month: 1, Day: 1 }).Select(date => (date, $"{words.Month(date)}\u00A0{date.Year}"))],
        };
    }
}
