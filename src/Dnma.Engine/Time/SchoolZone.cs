namespace Dnma.Engine.Time;

/// <summary>
/// Who shares a school calendar (domain §6): zones A, B and C, which differ only for winter and spring; Corse and the territories overseas, each of
/// which sets its own (code de l'éducation, D521-6 and D521-7).
/// </summary>
public enum SchoolZone : byte
{
    /// <summary>Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.</summary>
    A,

    /// <summary>Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.</summary>
    B,

    /// <summary>Créteil, Montpellier, Paris, Toulouse, Versailles.</summary>
    C,

    /// <summary>Corse.</summary>
    Corse,

    /// <summary>Guadeloupe. Saint-Martin and Saint-Barthélemy have its calendar but for single days.</summary>
    Guadeloupe,

    /// <summary>Martinique.</summary>
    Martinique,

    /// <summary>Guyane.</summary>
    Guyane,

    /// <summary>La Réunion, whose long holidays are those of the southern summer.</summary>
    Reunion,

    /// <summary>Mayotte.</summary>
    Mayotte,

    /// <summary>Saint-Pierre-et-Miquelon.</summary>
    SaintPierreEtMiquelon,

    /// <summary>Nouvelle-Calédonie, whose school year is the calendar year.</summary>
    NouvelleCaledonie,

    /// <summary>Polynésie française.</summary>
    PolynesieFrancaise,

    /// <summary>Wallis-et-Futuna, whose school year is the calendar year.</summary>
    WallisEtFutuna,
}
