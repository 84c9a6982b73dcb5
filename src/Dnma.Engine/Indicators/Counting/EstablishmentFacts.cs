using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What counting needs to know of an establishment: codes in a <see cref="TerritoryIndex"/>, 0 where unknown. A class, so that workers see
/// all of it or nothing.
/// </summary>
internal sealed record EstablishmentFacts(int Academy, int Department, SchoolLevel SchoolLevel);
