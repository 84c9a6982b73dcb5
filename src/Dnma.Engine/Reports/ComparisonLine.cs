namespace Dnma.Engine.Reports;

/// <summary>A line of a comparison for people. Immutable, thread safe.</summary>
/// <param name="Label">What it is, or the whole line.</param>
/// <param name="A">The figure of period A.</param>
/// <param name="B">The figure of period B.</param>
/// <param name="Change">B − A.</param>
/// <param name="Rate">The change in parts of A.</param>
internal sealed record ComparisonLine(string Label, string A = "", string B = "", string Change = "", string Rate = "")
{
    /// <summary>Whether it has figures, or the names of their columns.</summary>
    public bool IsRow => A.Length > 0 || B.Length > 0 || Change.Length > 0;

    /// <summary>Whether it begins a section.</summary>
    public bool IsHeading => IsRow && !Label.StartsWith(' ');
}
