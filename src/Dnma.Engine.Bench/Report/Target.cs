using System.Globalization;

namespace Dnma.Engine.Bench.Report;

/// <summary>What was aimed at and what was reached, both within one run.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Wanted">The aim, as text.</param>
/// <param name="Reached">The figure, as text; empty where it was not measured.</param>
/// <param name="IsReached">Whether the aim was reached; null where it was not measured.</param>
internal sealed record Target(string What, string Wanted, string Reached, bool? IsReached)
{
    public const string Head = "| what | target | reached | |\n|---|---:|---:|---|\n";

    /// <summary>The peer's time over the engine's: how many times faster the engine is.</summary>
    public static Target Faster(string what, Timing engine, Timing? peer, double atLeast) =>
        peer is null ? NotMeasured(what, Text($"≥ {atLeast} ×")) : AtLeast(what, peer.NanosecondsPerHit / engine.NanosecondsPerHit, atLeast, "×");

    /// <summary>The engine's time over that of a ceiling or of a lesser task.</summary>
    public static Target Within(string what, double slower, double faster, double atMost) =>
        new(what, Text($"≤ {atMost} ×"), Text($"{slower / faster:0.00} ×"), slower / faster <= atMost);

    /// <summary>The same where nothing is aimed at.</summary>
    public static Target Beside(string what, double slower, double faster) => new(what, "–", Text($"{slower / faster:0.0} ×"), null);

    public static Target AtLeast(string what, double reached, double atLeast, string unit) =>
        new(what, Text($"≥ {atLeast} {unit}"), Text($"{reached:0.00} {unit}"), reached >= atLeast);

    public static Target AtMost(string what, long reached, long atMost, string unit) =>
        new(what, Text($"≤ {atMost} {unit}"), Text($"{reached} {unit}"), reached <= atMost);

    public static Target NotMeasured(string what, string wanted) => new(what, wanted, "", null);

    public string ToMarkdown() => $"| {What} | {Wanted} | {(Reached.Length == 0 ? "not measured" : Reached)} | {(IsReached switch { true => "reached", false => "**missed**", null => "–" })} |\n";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
