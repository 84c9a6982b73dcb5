using System.Globalization;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One period on the page.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Its first day's number.</param>
/// <param name="End">The number of the day after its last one.</param>
/// <param name="IsPartial">Whether not all of its days were measured.</param>
/// <param name="Label">How it reads.</param>
internal sealed record PagePeriod(PeriodKind Kind, int Start, int End, bool IsPartial, string Label)
{
    /// <summary>From the whole range down to days: the order in which they are offered.</summary>
    public static IReadOnlyList<PeriodKind> Kinds { get; } = [PeriodKind.All, PeriodKind.SchoolYear, PeriodKind.Month, PeriodKind.Week, PeriodKind.Day];

    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public static PagePeriod Of(PeriodKind kind, int start, DayRange range)
    {
        var first = LocalCalendar.DateOf(start);
        var end = kind switch
        {
            PeriodKind.Day => start + 1,
            PeriodKind.Week => start + 7,
            PeriodKind.Month => LocalCalendar.DayOf(first.AddMonths(1)),
            PeriodKind.SchoolYear => LocalCalendar.DayOf(first.AddYears(1)),
            _ => Math.Max(range.End, start + 1),
        };
        var text = kind switch
        {
            PeriodKind.Day => FrenchFormat.Day(first),
            PeriodKind.Week => $"Semaine du {FrenchFormat.Date(first)}",
            PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Months[first.Month - 1]} {first.Year}"),
            PeriodKind.SchoolYear => string.Create(CultureInfo.InvariantCulture, $"Année scolaire {first.Year}-{first.Year + 1}"),
            _ => "Toute la période mesurée",
        };
        var isPartial = kind != PeriodKind.All && range.Length > 0 && (start < range.Start || end > range.End);
        return new PagePeriod(kind, start, end, isPartial, char.ToUpperInvariant(text[0]) + text[1..]);
    }
}
