namespace Dnma.Engine.Study2022.Results;

/// <summary>Visits from one kind of connected object.</summary>
/// <param name="Kind">The kind: speaker, display, fridge, car.</param>
/// <param name="Visits2021">From September to December 2021.</param>
/// <param name="Visits2022">From September to December 2022.</param>
public sealed record ObjectVisits(string Kind, long Visits2021, long Visits2022);
