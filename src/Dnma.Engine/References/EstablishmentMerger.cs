namespace Dnma.Engine.References;

/// <summary>An establishment became part of another one. A value, thread safe.</summary>
/// <param name="Old">The UAI that ended.</param>
/// <param name="New">The UAI that goes on.</param>
/// <param name="On">The first day on which the old one is part of the new one.</param>
public readonly record struct EstablishmentMerger(string Old, string New, DateOnly On);
