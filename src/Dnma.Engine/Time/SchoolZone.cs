namespace Dnma.Engine.Time;

/// <summary>The zones that school holidays are set for (domain §6). A, B and C differ only for winter and spring.</summary>
public enum SchoolZone : byte
{
    /// <summary>Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.</summary>
    A,

    /// <summary>Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.</summary>
    B,

    /// <summary>Créteil, Montpellier, Paris, Toulouse, Versailles.</summary>
    C,

    /// <summary>Corse, which sets its own holidays.</summary>
    Corse,

    /// <summary>The territories overseas, each of which sets its own holidays.</summary>
    OutreMer,
}
