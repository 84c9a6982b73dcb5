using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What counting needs to know of an establishment: codes in a <see cref="TerritoryIndex"/>, 0 where unknown. A reference, which is published
/// at once: of a struct as wide as this a reader without a lock could see one half old and the other new.
/// </summary>
internal sealed record EstablishmentFacts(int Academy, int Department, SchoolLevel SchoolLevel);
