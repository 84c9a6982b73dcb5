namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The weeks of one period that have no partner in the other.</summary>
/// <param name="Unpaired">Compared nevertheless: the weeks of a whole year that have no rank in both; Mondays.</param>
/// <param name="Outside">Measured, and not compared: the other period has not measured its week of that rank; Mondays.</param>
/// <param name="Missing">How many weeks of the period were not measured, or only in part.</param>
internal sealed record PeriodWeeks(int[] Unpaired, int[] Outside, int Missing)
{
    /// <summary>How many school days the weeks hold that are compared without a partner.</summary>
    public int UnpairedSchoolDays { get; init; }
}
