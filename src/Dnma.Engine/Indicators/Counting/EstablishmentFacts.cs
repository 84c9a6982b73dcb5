using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What counting needs to know of an establishment: codes in a <see cref="TerritoryIndex"/>, 0 where unknown. A class, so that workers see
/// all of it or nothing.
/// </summary>
internal sealed record EstablishmentFacts(int Academy, int Department, SchoolLevel SchoolLevel)
{
    /// <summary>Académie and département in one integer: all that figures of days are divided by.</summary>
    public int Region { get; } = (Academy << 16) | Department;

    /// <summary>The code of the territory of <paramref name="level"/> that a region belongs to; 0 for the nation.</summary>
    public static int CodeOf(TerritoryLevel level, int region) => level switch
    {
        TerritoryLevel.Academy => region >> 16,
        TerritoryLevel.Department => region & 0xFFFF,
        _ => 0,
    };
}
