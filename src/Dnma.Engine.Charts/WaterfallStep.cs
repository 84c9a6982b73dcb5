namespace Dnma.Engine.Charts;

/// <summary>A bar of a <see cref="WaterfallChart"/>. A value, thread safe.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figure">Of a total the total; of a term what it adds, below zero what it takes away.</param>
/// <param name="IsTotal">Whether it is a total, which stands on the ground line.</param>
public readonly record struct WaterfallStep(string Name, decimal Figure, bool IsTotal);
