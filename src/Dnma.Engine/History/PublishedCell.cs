namespace Dnma.Engine.History;

/// <summary>What a published row says of one modality. What is null was written <c>N/A</c>, left empty, or has no column: it is not known, and is not zero. A value, thread safe.</summary>
/// <param name="Visits">Visits.</param>
/// <param name="Users">Distinct users of that week and establishment: they add up over nothing.</param>
/// <param name="MeanDurationMs">The mean time per visit, in milliseconds as far as it was published (mostly whole seconds).</param>
public readonly record struct PublishedCell(long? Visits, long? Users, long? MeanDurationMs);
