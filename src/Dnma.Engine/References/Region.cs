namespace Dnma.Engine.References;

/// <summary>A region as it stands since 2016, which départements belong to. Immutable, thread safe.</summary>
/// <param name="Code">INSEE's two digits, for example <c>24</c>; the annuaire's <c>code_region</c> is the same.</param>
/// <param name="Name">The official name, for example <c>Centre-Val de Loire</c>.</param>
public sealed record Region(string Code, string Name);
