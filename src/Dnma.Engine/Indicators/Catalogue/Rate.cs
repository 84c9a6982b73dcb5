namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>A derived figure and how much of the audience it speaks of. A value, thread safe.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Coverage">The part of the audience that the figure is about: a share of visits, or of visits counted once a service.</param>
public readonly record struct Rate(Ratio Value, Ratio Coverage);
