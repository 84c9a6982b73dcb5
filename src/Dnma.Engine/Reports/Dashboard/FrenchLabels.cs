using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>What the page shows of modalities, in French, and in which order.</summary>
internal static class FrenchLabels
{
    /// <summary>The four device classes, in the order that legends and columns have.</summary>
    public static IReadOnlyList<string> DeviceCodes { get; } = ["ordinateur", "smartphone", "tablette", "autreappareil"];

    /// <summary>The known profiles, in the order of the published data.</summary>
    public static IReadOnlyList<string> ProfileCodes { get; } = ["eleve", "parent", "enseignant", "admin_vie_scol_tech", "autre", "collectivite"];

    /// <summary>How a dimension reads.</summary>
    public static string Of(Dimension dimension) => dimension.Code switch
    {
        "total" => "Ensemble",
        "profile" => "Profils",
        "service" => "Services",
        "device" => "Appareils",
        "os" => "Systèmes d’exploitation",
        "browser" => "Navigateurs",
        "type" => "Services natifs et services tiers",
        "tool" => "Outils tiers",
        "school-level" => "Premier et second degré",
        "profile-device" => "Appareils de chaque profil",
        "connected-object" => "Objets connectés",
        _ => OutsideText.Of(dimension.Code),
    };

    /// <summary>How a level reads, for one territory.</summary>
    public static string Of(TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => "France entière",
        TerritoryLevel.Academy => "Académie",
        TerritoryLevel.Department => "Département",
        TerritoryLevel.Platform => "Plateforme",
        TerritoryLevel.Project => "Projet",
        TerritoryLevel.Establishment => "Établissement",
        TerritoryLevel.Region => "Région",
        TerritoryLevel.Commune => "Commune",
        TerritoryLevel.Circonscription => "Circonscription",
        TerritoryLevel.Operator => "Opérateur",
        _ => "Collectivité",
    };

    /// <summary>How a school zone reads.</summary>
    public static string Of(SchoolZone zone) => zone switch
    {
        SchoolZone.A or SchoolZone.B or SchoolZone.C or SchoolZone.Corse or SchoolZone.Guadeloupe or SchoolZone.Martinique or SchoolZone.Guyane or SchoolZone.Mayotte => zone.ToString(),
        SchoolZone.Reunion => "La Réunion",
        SchoolZone.SaintPierreEtMiquelon => "Saint-Pierre-et-Miquelon",
        SchoolZone.NouvelleCaledonie => "Nouvelle-Calédonie",
        SchoolZone.PolynesieFrancaise => "Polynésie française",
        _ => "Wallis-et-Futuna",
    };

    /// <summary>How holidays read.</summary>
    public static string Of(SchoolHolidayKind kind) => kind switch
    {
        SchoolHolidayKind.Toussaint => "Toussaint",
        SchoolHolidayKind.Noel => "Noël",
        SchoolHolidayKind.Hiver => "hiver",
        SchoolHolidayKind.Printemps => "printemps",
        SchoolHolidayKind.Ascension => "Ascension",
        SchoolHolidayKind.Ete => "été",
        SchoolHolidayKind.Periode => "intercalaires",
        _ => "pont",
    };
}
