namespace Dnma.Engine.References;

/// <summary>The kinds of territory that steering goes down through, the largest first.</summary>
public enum TerritoryKind : byte
{
    /// <summary>France.</summary>
    State,

    /// <summary>A region; a <em>région académique</em> has the same borders (code de l'éducation, R222-2).</summary>
    Region,

    /// <summary>An académie, a vice-rectorat overseas, and the schools abroad.</summary>
    Academy,

    /// <summary>A département, or a collectivity overseas.</summary>
    Department,

    /// <summary>A commune.</summary>
    Commune,

    /// <summary>An inspection district of the first degree.</summary>
    Circonscription,

    /// <summary>A school establishment.</summary>
    Establishment,
}
