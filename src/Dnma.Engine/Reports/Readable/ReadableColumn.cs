namespace Dnma.Engine.Reports.Readable;

/// <summary>A column of a table for people. Immutable, thread safe.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsFigure">Whether it holds figures, which stand at the right.</param>
internal sealed record ReadableColumn(string Name, bool IsFigure);
