namespace Dnma.Engine.References;

/// <summary>What counting and publishing need to know of an establishment.</summary>
/// <param name="AcademyCode">Two digits, or null.</param>
/// <param name="DepartmentCode">For example <c>45</c>, <c>2A</c>, <c>971</c>, or null.</param>
/// <param name="SchoolLevel">1D or 2D, where an annuaire tells.</param>
public readonly record struct EstablishmentEntry(string? AcademyCode, string? DepartmentCode, SchoolLevel SchoolLevel);
