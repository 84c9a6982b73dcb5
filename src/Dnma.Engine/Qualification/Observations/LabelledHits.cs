namespace Dnma.Engine.Qualification.Observations;

/// <summary>Hits of one place with one label: codes in the run's dictionaries.</summary>
/// <param name="Place">The place.</param>
/// <param name="Column">Which label it is.</param>
/// <param name="Label">The label.</param>
internal readonly record struct LabelledHits(int Place, ObservedColumn Column, int Label);
