namespace Dnma.Engine.Bench.Report;

/// <summary>A part of the page: what was timed, what was aimed at.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What is timed, and how.</param>
/// <param name="Timings">Its rows.</param>
/// <param name="Targets">What the rows are held against.</param>
internal sealed record Section(string Title, string Text, IReadOnlyList<Timing> Timings, IReadOnlyList<Target> Targets)
{
    /// <summary>What was measured and is no time, as further tables or sentences.</summary>
    public string Notes { get; init; } = "";
}
