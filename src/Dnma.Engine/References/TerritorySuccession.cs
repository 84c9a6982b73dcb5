namespace Dnma.Engine.References;

/// <summary>A territory of the past and the one that it became part of. Immutable, thread safe.</summary>
/// <param name="Old">As it was.</param>
/// <param name="NewCode">The code of its successor, of the same kind.</param>
/// <param name="On">The first day of the successor.</param>
public sealed record TerritorySuccession(Territory Old, string NewCode, DateOnly On);
