using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>What counting needs to know of an establishment: codes in a <see cref="TerritoryIndex"/>, 0 where unknown.</summary>
internal readonly record struct EstablishmentFacts(int Academy, int Department, SchoolLevel SchoolLevel);
