using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators;

/// <summary>Why users never add up, and what to call instead: the same words wherever somebody tries.</summary>
internal static class DistinctUsers
{
    /// <summary>Why, as a sentence's beginning.</summary>
    public const string Problem = "distinct users never add up: a person of two weeks, schools or services would count twice";

    /// <summary>The right call.</summary>
    public const string Remedy =
        "read the one row of the wider territory or period: IndicatorTable.Find(PeriodKind.All, from, TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total)";

    /// <summary>The error.</summary>
    /// <param name="subject">What was to be added up.</param>
    public static EngineException Refusal(string subject) => new(ErrorId.NotAdditive, subject, Problem, Remedy);
}
