namespace Dnma.Engine.References;

/// <summary>The level of an establishment: primary (1D) or secondary (2D). Known from an annuaire only.</summary>
public enum SchoolLevel : byte
{
    /// <summary>Not known.</summary>
    Inconnu,

    /// <summary>Primary: écoles.</summary>
    FirstDegree,

    /// <summary>Secondary: collèges, lycées and the rest.</summary>
    SecondDegree,
}
