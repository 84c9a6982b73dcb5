using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What counting needs to know of an establishment: codes in a <see cref="TerritoryIndex"/>, 0 where unknown. A class, so that workers see
/// all of it or nothing.
/// </summary>
internal sealed record EstablishmentFacts(int Academy, int Department, SchoolLevel SchoolLevel)
{
    /// <summary>Its region; 0 where that level is not counted.</summary>
    public int Region { get; init; }

    /// <summary>Its commune; 0 where that level is not counted.</summary>
    public int Commune { get; init; }

    /// <summary>Its inspection district; 0 where that level is not counted.</summary>
    public int Circonscription { get; init; }

    /// <summary>Académie and département in one integer: all that figures of days are divided by.</summary>
    public int Area { get; } = (Academy << 16) | Department;

    /// <summary>The code of the territory of <paramref name="level"/> that an area belongs to; 0 for the nation.</summary>
    public static int CodeOf(TerritoryLevel level, int area) => level switch
    {
        TerritoryLevel.Academy => area >> 16,
        TerritoryLevel.Department => area & 0xFFFF,
        _ => 0,
    };
}
