namespace Dnma.Engine.References;

/// <summary>How many establishments of a territory were open on a day: what those that were measured stand against. A value, thread safe.</summary>
/// <param name="Code">The territory's code as <see cref="Territory.Code"/> has it; empty for those of which none is told.</param>
/// <param name="Total">All of them.</param>
/// <param name="First">Those of the first degree: écoles.</param>
/// <param name="Second">Those of the second degree.</param>
public readonly record struct ExpectedEstablishments(string Code, int Total, int First, int Second);
