using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Which weeks of a territory are compared, and how far they were fed. Immutable, thread safe.</summary>
public sealed record ComparedPeriods
{
    /// <summary>From the first compared day of period A to the day after the last, half-open; empty when none is. There may be gaps: holidays.</summary>
    public required DayRange DaysA { get; init; }

    /// <summary>The same of period B.</summary>
    public required DayRange DaysB { get; init; }

    /// <summary>How many weeks are compared in period A; where zones have not the same, those of any.</summary>
    public required int WeeksA { get; init; }

    /// <summary>The same of period B.</summary>
    public required int WeeksB { get; init; }

    /// <summary>The school days of these weeks; null where zones differ or the calendar does not tell.</summary>
    public required int? SchoolDaysA { get; init; }

    /// <summary>The same of period B.</summary>
    public required int? SchoolDaysB { get; init; }

    /// <summary>How many establishments have visits in period A.</summary>
    public required int EstablishmentsA { get; init; }

    /// <summary>The same of period B.</summary>
    public required int EstablishmentsB { get; init; }

    /// <summary>Pairs of weeks times establishments with visits in any of them: how many weeks could be fed in each period.</summary>
    public required long DueWeeks { get; init; }

    /// <summary>How many of them have visits in period A.</summary>
    public required long FedWeeksA { get; init; }

    /// <summary>The same of period B.</summary>
    public required long FedWeeksB { get; init; }
}
