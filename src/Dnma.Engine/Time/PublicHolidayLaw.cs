namespace Dnma.Engine.Time;

/// <summary>Where public holidays are more than the eleven of metropolitan France.</summary>
public enum PublicHolidayLaw : byte
{
    /// <summary>The eleven alone.</summary>
    Metropole,

    /// <summary>Bas-Rhin, Haut-Rhin and Moselle: Good Friday and 26 December (code du travail, L3134-13).</summary>
    AlsaceMoselle,

    /// <summary>Guadeloupe: Good Friday, 27 May (abolition of slavery: décret 83-1003) and 21 July (Victor Schœlcher).</summary>
    Guadeloupe,

    /// <summary>Martinique: Good Friday, 22 May (abolition) and 21 July (Victor Schœlcher).</summary>
    Martinique,

    /// <summary>Guyane: 10 June (abolition).</summary>
    Guyane,

    /// <summary>La Réunion: 20 December (abolition).</summary>
    Reunion,

    /// <summary>Mayotte: 27 April (abolition).</summary>
    Mayotte,

    /// <summary>Saint-Barthélemy: 9 October (abolition: décret 2012-553).</summary>
    SaintBarthelemy,

    /// <summary>Saint-Martin: 28 May (abolition), since 2018; 27 May before.</summary>
    SaintMartin,

    /// <summary>Nouvelle-Calédonie: 24 September (citizenship).</summary>
    NouvelleCaledonie,

    /// <summary>Polynésie française: 5 March (the Gospel), Good Friday and 29 June (autonomy).</summary>
    PolynesieFrancaise,

    /// <summary>Wallis-et-Futuna: 28 April (Pierre Chanel) and 29 July (the territory).</summary>
    WallisEtFutuna,
}
