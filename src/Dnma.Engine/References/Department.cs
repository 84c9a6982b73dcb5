namespace Dnma.Engine.References;

/// <summary>A département, or a collectivity overseas that schools are administered like one. Immutable, thread safe.</summary>
/// <param name="Code">The official geographic code, for example <c>45</c>, <c>2A</c>, <c>971</c>.</param>
/// <param name="Name">The official name, for example <c>Loiret</c>.</param>
/// <param name="Academy">The académie it belongs to; null for the collectivities overseas that belong to none of domain §6.</param>
/// <param name="Region">The region it belongs to; null for the collectivities overseas, which belong to none.</param>
public sealed record Department(string Code, string Name, Academy? Academy, Region? Region);
