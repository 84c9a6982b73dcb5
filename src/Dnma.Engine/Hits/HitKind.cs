namespace Dnma.Engine.Hits;

/// <summary>What a hit reports (design: canonical column <c>kind</c>).</summary>
public enum HitKind : byte
{
    /// <summary>A page was shown. Also what an absent or empty kind means.</summary>
    Page,

    /// <summary>A link was followed, an action taken, a file downloaded.</summary>
    Click,

    /// <summary>Anything else that was reported. Also what an unknown kind means.</summary>
    Event,

    /// <summary>A heartbeat: the page is still open (Matomo <c>ping=1</c>).</summary>
    Ping,
}
