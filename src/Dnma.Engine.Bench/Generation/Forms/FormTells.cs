namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>What the records of a form tell of a hit. Whoever computes the figures that a log must give takes these into account.</summary>
[Flags]
internal enum FormTells : ushort
{
    /// <summary>The browser's own clock, to the millisecond (else the line's time, to the second).</summary>
    BrowserClock = 1 << 0,

    /// <summary>The service.</summary>
    Service = 1 << 1,

    /// <summary>Type and tool.</summary>
    TypeAndTool = 1 << 2,

    /// <summary>Project and platform.</summary>
    ProjectAndPlatform = 1 << 3,

    /// <summary>The operator.</summary>
    Operator = 1 << 4,

    /// <summary>Clicks as clicks (else they are pages).</summary>
    Clicks = 1 << 5,

    /// <summary>Events and heartbeats.</summary>
    EventsAndPings = 1 << 6,

    /// <summary>The browser's id (else it is the person's).</summary>
    Client = 1 << 7,

    /// <summary>The user agent.</summary>
    UserAgent = 1 << 8,

    /// <summary>That a person opted out (else they are anonymous).</summary>
    OptOut = 1 << 9,

    /// <summary>Parts of split hits.</summary>
    Parts = 1 << 10,

    /// <summary>Device, system and browser as codes.</summary>
    DeviceCodes = 1 << 11,

    /// <summary>The SmartTag plan.</summary>
    SmartTag = BrowserClock | Service | TypeAndTool | ProjectAndPlatform | Operator | Clicks | Client | OptOut | Parts,

    /// <summary>The marker of 2012.</summary>
    Xiti2012 = Service | ProjectAndPlatform | OptOut,

    /// <summary>The canonical columns.</summary>
    Canonical = Service | TypeAndTool | ProjectAndPlatform | Operator | Clicks | EventsAndPings | Client | UserAgent,

    /// <summary>Matomo's parameters.</summary>
    Matomo = Clicks | Client,
}
