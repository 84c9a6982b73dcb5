using Dnma.Engine.Analysis.Controls;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What a reader must know before a compared figure is used. Immutable, thread safe.</summary>
/// <param name="Id">The name in files, for example <c>perimeter-changed</c>. Stable.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ComparisonMark(string Id, Wording Meaning, Wording Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Id;
}
