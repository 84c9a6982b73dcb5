using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>The authority over the schools of a collectivity overseas that belongs to no académie; published tables have it in the column of académies. Immutable, thread safe.</summary>
/// <param name="Code">Two digits, as the annuaire's <c>code_academie</c> has it.</param>
/// <param name="Name">As published.</param>
/// <param name="DepartmentCode">The official code of the collectivity.</param>
/// <param name="Zone">Whose school holidays it has.</param>
public sealed record ViceRectorate(string Code, string Name, string DepartmentCode, SchoolZone Zone);
