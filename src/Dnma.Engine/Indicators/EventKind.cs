namespace Dnma.Engine.Indicators;

/// <summary>What a custom indicator counts. The order is that of the file contract's names.</summary>
public enum EventKind : byte
{
    /// <summary>A click that is not a download.</summary>
    Click,

    /// <summary>A download.</summary>
    Download,

    /// <summary>Any other event.</summary>
    Event,
}
