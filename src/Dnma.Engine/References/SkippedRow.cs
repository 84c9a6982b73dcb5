namespace Dnma.Engine.References;

/// <summary>A row of a reference file that was not used. A value, thread safe.</summary>
/// <param name="Line">The line it starts on; the header's is 1.</param>
/// <param name="Reason">Why, as a clause; holds nothing of the row.</param>
public readonly record struct SkippedRow(long Line, string Reason);
