using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts;

/// <summary>The week by day and hour: days from Monday downwards, hours from left to right, the more the darker. Immutable, thread safe.</summary>
public sealed record SchoolDayChart : Chart
{
    /// <summary>What the cells are of.</summary>
    public required string ValueName { get; init; }

    /// <summary>The first hour shown.</summary>
    public required int FirstHour { get; init; }

    /// <summary>The last hour shown, included.</summary>
    public required int LastHour { get; init; }

    /// <summary>Monday to Sunday, each with every hour shown.</summary>
    public required IReadOnlyList<SchoolHour> Hours { get; init; }

    /// <inheritdoc />
    public override bool IsEmpty => !Hours.Any(hour => hour.Value.IsKnown);

    /// <inheritdoc />
    public override ChartTable Table
    {
        get
        {
            var words = ChartWords.Of(Language);
            return new ChartTable(
                [words.DayColumn, .. Enumerable.Range(FirstHour, LastHour - FirstHour + 1).Select(words.Hour)],
                [.. Hours.GroupBy(hour => hour.Day).Select(day => (string[])[words.Day(day.Key), .. day.Select(hour => words.Figure(hour.Value, Unit))])]);
        }
    }
}
