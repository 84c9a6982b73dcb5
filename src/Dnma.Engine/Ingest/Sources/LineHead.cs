namespace Dnma.Engine.Ingest.Sources;

/// <summary>The lines that come next in an input, looked at and not taken.</summary>
/// <param name="Lines">Whole lines, each with its line feed; the first is not blank.</param>
/// <param name="Rest">What follows them within the look-ahead, without line feed.</param>
/// <param name="HoldsAll">True when the content ends behind <paramref name="Rest"/>.</param>
internal readonly record struct LineHead(ReadOnlyMemory<byte> Lines, ReadOnlyMemory<byte> Rest, bool HoldsAll);
