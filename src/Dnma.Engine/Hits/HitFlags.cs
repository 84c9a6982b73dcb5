namespace Dnma.Engine.Hits;

/// <summary>What ingestion noticed about a hit. The first group excludes it (room Qualification); the second is counted and shown only.</summary>
[Flags]
public enum HitFlags : ushort
{
    /// <summary>Nothing noticed.</summary>
    None = 0,

    /// <summary>The browser's id says that its user opted out (<c>OPT-OUT</c>, <c>Consent-NO</c>, <c>…-NO</c>).</summary>
    OptOut = 1 << 0,

    /// <summary>A browser fetched the page ahead of its user (<c>X-Purpose: preview</c>, <c>X-Moz: prefetch</c>, …).</summary>
    Prefetch = 1 << 1,

    /// <summary>The user agent is a robot, a crawler or a program library.</summary>
    Robot = 1 << 2,

    /// <summary>The user agent is an availability monitor.</summary>
    Monitor = 1 << 3,

    /// <summary>A click that downloads a file (XiTi <c>click=T</c>, Matomo <c>download=</c>).</summary>
    Download = 1 << 4,

    /// <summary>Rebuilt from an incomplete set of parts, or marked as truncated (<c>mherr</c>).</summary>
    SplitIncomplete = 1 << 8,

    /// <summary>The UAI's last letter is not the one that its digits demand.</summary>
    UaiLetterWrong = 1 << 9,

    /// <summary>An establishment was named, but not in the form of a UAI.</summary>
    UaiMalformed = 1 << 10,

    /// <summary>A profile was named that no vocabulary knows.</summary>
    ProfileUnknown = 1 << 11,

    /// <summary>A service was named that no vocabulary knows; its label is kept.</summary>
    ServiceUnknown = 1 << 12,

    /// <summary>The hit's own clock was too far from the server's, so the server's was used.</summary>
    ClockIgnored = 1 << 13,

    /// <summary>What stands as the collectivity is the number that a Matomo gave one of its sites.</summary>
    CollectivityIsSite = 1 << 14,
}
