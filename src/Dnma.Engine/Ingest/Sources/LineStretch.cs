namespace Dnma.Engine.Ingest.Sources;

/// <summary>What a <see cref="LineCutter"/> cut.</summary>
internal enum StretchKind
{
    /// <summary>Nothing: the content has ended.</summary>
    End,

    /// <summary>Whole lines, each with its line feed.</summary>
    Lines,

    /// <summary>The last line, without line feed.</summary>
    LastLine,

    /// <summary>The start of a line that is longer than a record may be; the rest of it is not kept.</summary>
    TooLong,
}

/// <summary>Consecutive bytes of an input in a pooled buffer, and where they stand.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Buffer">Where they are, from index 0; to be returned to the pool. Null at the end.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Line">The first one's line, from 1.</param>
/// <param name="Offset">The first one's offset in the content.</param>
/// <param name="Lines">How many lines they are.</param>
internal readonly record struct LineStretch(StretchKind Kind, byte[]? Buffer, int Length, long Line, long Offset, int Lines = 1)
{
    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => Buffer.AsSpan(0, Length);
}
