namespace Dnma.Engine.Qualification;

/// <summary>Why an accepted hit does not qualify: the closed list, in the order in which they are tried. A hit has the first that applies.</summary>
public enum ExclusionReason : byte
{
    /// <summary>A robot, a crawler, a program library; or (norm Piano) a hit of a visit too long for a person.</summary>
    Robot,

    /// <summary>An availability monitor.</summary>
    Monitor,

    /// <summary>Fetched ahead by the browser, shown to nobody.</summary>
    Prefetch,

    /// <summary>The user opted out.</summary>
    OptOut,

    /// <summary>No person id: only authenticated use is measured.</summary>
    Anonymous,

    /// <summary>The scheme's test site (collectivity 365203, domain §4.1).</summary>
    TestSite,

    /// <summary>An instant outside 2005-01-01 … 2100-01-01 UTC.</summary>
    ImplausibleInstant,

    /// <summary>A kind of hit that the norm does not count.</summary>
    NotCountedByNorm,

    /// <summary>Equal in every canonical field to a hit that is counted.</summary>
    Duplicate,
}
