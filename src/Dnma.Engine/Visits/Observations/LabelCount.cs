using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Visits.Observations;

/// <summary>Hits with one label.</summary>
/// <param name="Column">Which label it is.</param>
/// <param name="Label">The label, never empty.</param>
/// <param name="Hits">How many.</param>
internal readonly record struct LabelCount(ObservedColumn Column, string Label, long Hits);
