namespace Dnma.Engine.Ingest.Sources;

/// <summary>How an input's content ended.</summary>
/// <param name="IsWhole">False when content is missing behind what was read.</param>
/// <param name="Note">What the user is told; null when there is nothing to say.</param>
internal readonly record struct ContentEnding(bool IsWhole, string? Note)
{
    /// <summary>Nothing is missing.</summary>
    public static ContentEnding Whole => new(true, null);

    /// <summary>The stored bytes end before the compressed data do.</summary>
    public static ContentEnding Truncated(string compression, long storedByte) =>
        new(false, $"truncated: the {compression} data end too soon, at stored byte {storedByte}; the whole records before it count");

    /// <summary>The compressed data are damaged.</summary>
    public static ContentEnding BrokeOff(string compression, string damage, long storedByte) =>
        new(false, $"broke off at stored byte {storedByte}: {damage} in the {compression} data; the whole records read before it count");
}
