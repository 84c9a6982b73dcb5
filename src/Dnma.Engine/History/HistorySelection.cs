using Dnma.Engine.Indicators;

namespace Dnma.Engine.History;

/// <summary>Which part of published tables is laid out as indicators: twelve million rows of all modalities would not fit. Immutable, thread safe.</summary>
public sealed record HistorySelection
{
    /// <summary>All of it.</summary>
    public static HistorySelection Everything { get; } = new();

    /// <summary>The first day: weeks that begin on it or later count; all of them by default.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>The day after the last one: weeks that begin on it or later do not count.</summary>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>The dimensions, the total among them; null, the default, for those of all tables.</summary>
    public IReadOnlyCollection<Dimension>? Dimensions { get; init; }

    /// <summary>The school year that holds a day.</summary>
    public static HistorySelection SchoolYear(DateOnly day)
    {
        var start = new DateOnly(day.Month >= 8 ? day.Year : day.Year - 1, 8, 1);
        return new HistorySelection { From = start, To = start.AddYears(1) };
    }
}
