namespace Dnma.Engine.Hits;

/// <summary>Where a hit or a visit belongs: codes in <see cref="HitDictionaries"/>, 0 where it names none. A value, thread safe.</summary>
/// <param name="Establishment">The UAI.</param>
/// <param name="Project">The ENT project.</param>
/// <param name="Platform">The platform.</param>
public readonly record struct Place(int Establishment, int Project, int Platform);
