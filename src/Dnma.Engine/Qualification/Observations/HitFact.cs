namespace Dnma.Engine.Qualification.Observations;

/// <summary>What is counted of the hits of a place, for the controls. The first group is of all accepted hits, the second of those that count.</summary>
internal enum HitFact
{
    /// <summary>Hits that ingestion accepted.</summary>
    Accepted,

    /// <summary>Those with both clocks, the hit's own and the server's.</summary>
    BothClocks,

    /// <summary>Those whose own clock was not believed.</summary>
    ClockIgnored,

    /// <summary>Those rebuilt from an incomplete set of parts, or cut.</summary>
    SplitIncomplete,

    /// <summary>Excluded as <see cref="ExclusionReason.Robot"/>; the next ones are in the order of the reasons.</summary>
    Robot,

    /// <summary>Excluded as <see cref="ExclusionReason.Monitor"/>.</summary>
    Monitor,

    /// <summary>Excluded as <see cref="ExclusionReason.Prefetch"/>.</summary>
    Prefetch,

    /// <summary>Excluded as <see cref="ExclusionReason.OptOut"/>.</summary>
    OptOut,

    /// <summary>Excluded as <see cref="ExclusionReason.Anonymous"/>.</summary>
    Anonymous,

    /// <summary>Excluded as <see cref="ExclusionReason.TestSite"/>.</summary>
    TestSite,

    /// <summary>Excluded as <see cref="ExclusionReason.ImplausibleInstant"/>.</summary>
    ImplausibleInstant,

    /// <summary>Hits that the norm counts, duplicates still among them.</summary>
    Counted,

    /// <summary>Those whose profile no vocabulary knows.</summary>
    ProfileUnknown,

    /// <summary>Those of a third party's service that name no tool.</summary>
    ThirdPartyWithoutTool,

    /// <summary>Those that name a tool, but not a third party's service.</summary>
    ToolWithoutThirdParty,
}
