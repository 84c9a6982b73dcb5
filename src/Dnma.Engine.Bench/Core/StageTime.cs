namespace Dnma.Engine.Bench.Core;

/// <summary>What one stage of a run took.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Processor">Of all threads of the process together.</param>
internal readonly record struct StageTime(string Stage, TimeSpan Elapsed, TimeSpan Processor);
