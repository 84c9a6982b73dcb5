namespace Dnma.Engine.Reports.Readable;

/// <summary>A column of a table for people, and how its cells are read. Immutable; thread safe where the table is.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsFigure">Whether it holds figures; others are keys, and stand beside the caption where all rows share one.</param>
/// <param name="At">The text of a row.</param>
internal sealed record ReadableField(string Name, bool IsFigure, Func<int, string> At);
