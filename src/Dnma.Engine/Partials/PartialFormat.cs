namespace Dnma.Engine.Partials;

/// <summary>The constants of the partial-result file (docs/partials.md). What is written here is fixed; a change is a new version.</summary>
internal static class PartialFormat
{
    /// <summary>The version that this engine writes, and the only one that it reads.</summary>
    public const uint Version = 3;

    /// <summary>Bytes of the digest at the end: SHA-256 over all bytes before it.</summary>
    public const int DigestBytes = 32;

    /// <summary>No text of a file is longer. A record has at most as many bytes, and no label or path is nearly as long.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>What every file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "DNMAPART"u8;
}
