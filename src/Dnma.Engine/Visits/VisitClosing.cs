namespace Dnma.Engine.Visits;

/// <summary>Why a visit ended.</summary>
public enum VisitClosing : byte
{
    /// <summary>The visitor's next hit came after a gap of the norm's length.</summary>
    Inactivity,

    /// <summary>The local day ended.</summary>
    Midnight,

    /// <summary>It was full of actions.</summary>
    ActionLimit,

    /// <summary>The visitor has no later hit.</summary>
    LastHit,
}
