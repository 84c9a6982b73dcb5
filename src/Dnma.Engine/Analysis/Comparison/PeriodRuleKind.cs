namespace Dnma.Engine.Analysis.Comparison;

/// <summary>How a rule finds its weeks.</summary>
internal enum PeriodRuleKind : byte
{
    /// <summary>By fixed ranks.</summary>
    Ranks,

    /// <summary>The highest week of September.</summary>
    Peak,

    /// <summary>Up to the end of December.</summary>
    SeptemberToDecember,

    /// <summary>The whole year.</summary>
    SchoolYear,

    /// <summary>Up to the last measured rank of the later year.</summary>
    ToDate,
}
