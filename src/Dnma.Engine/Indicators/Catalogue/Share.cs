namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The share of one modality. A value, thread safe.</summary>
/// <param name="Modality">The modality, <c>total</c> where the indicator has one figure only.</param>
/// <param name="Rate">Its share and coverage.</param>
public readonly record struct Share(string Modality, Rate Rate);
