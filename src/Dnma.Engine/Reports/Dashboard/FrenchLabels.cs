using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>How the codes of modalities read in French (domain §4, §5, §7). A code without a label shows as it is.</summary>
internal static class FrenchLabels
{
    private static readonly Dictionary<string, string> Profiles = new(StringComparer.Ordinal)
    {
        ["eleve"] = "Élèves",
        ["enseignant"] = "Enseignants",
        ["parent"] = "Parents",
        ["admin_vie_scol_tech"] = "Administration, vie scolaire, technique",
        ["autre"] = "Autres",
        ["collectivite"] = "Collectivités",
    };

    private static readonly Dictionary<string, string> Devices = new(StringComparer.Ordinal)
    {
        ["ordinateur"] = "Ordinateur",
        ["smartphone"] = "Smartphone",
        ["tablette"] = "Tablette",
        ["autreappareil"] = "Autre appareil",
    };

    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["accueil"] = "Accueil",
        ["actualites"] = "Actualités",
        ["cahier_textes"] = "Cahier de textes",
        ["cahier_liaison"] = "Cahier de liaison",
        ["courrier_electronique"] = "Courrier électronique",
        ["messagerie_instantanee"] = "Messagerie instantanée",
        ["visioconference"] = "Visioconférence",
        ["stockage_partage"] = "Stockage et partage",
        ["production_collaborative"] = "Production collaborative",
        ["documentation_cdi"] = "Documentation CDI",
        ["parcours_pedagogique"] = "Parcours pédagogique",
        ["reservation_salles_materiels"] = "Réservation de salles et matériels",
        ["service_collectivite"] = "Services de la collectivité",
        ["services_vie_scolaire"] = "Services de vie scolaire",
        ["gestion_temps"] = "Gestion du temps",
        ["absences"] = "Absences",
        ["gestion_competences"] = "Gestion des compétences",
        ["notes"] = "Notes",
        ["manuel_numerique"] = "Manuels numériques",
        ["ressource_multimedia"] = "Ressources multimédias",
        ["ressource_orientation"] = "Ressources d’orientation",
        ["ressource_production"] = "Ressources de production",
        ["ressource_accompagnement_entrainement"] = "Ressources d’accompagnement et d’entraînement",
        ["ressource_reference_dictionnaire"] = "Ressources de référence et dictionnaires",
        ["ressource_documentaire"] = "Ressources documentaires",
    };

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["android"] = "Android",
        ["windows"] = "Windows",
        ["ios"] = "iOS",
        ["macos"] = "macOS",
        ["chromeos"] = "ChromeOS",
        ["linux"] = "Linux",
        ["autreos"] = "Autre système",
        ["chromemobile"] = "Chrome mobile",
        ["safari"] = "Safari",
        ["chrome"] = "Chrome",
        ["firefox"] = "Firefox",
        ["edge"] = "Edge",
        ["samsungbrowser"] = "Samsung Browser",
        ["opera"] = "Opera",
        ["huaweibrowser"] = "Huawei Browser",
        ["miuibrowser"] = "Miui Browser",
        ["autrenavigateur"] = "Autre navigateur",
        ["natif"] = "Services natifs de l’ENT",
        ["tiers"] = "Services tiers",
        ["1d"] = "Premier degré",
        ["2d"] = "Second degré",
        ["speaker"] = "Enceintes connectées",
        ["display"] = "Écrans connectés",
        ["fridge"] = "Réfrigérateurs",
        ["car"] = "Véhicules",
        ["tv"] = "Téléviseurs",
        ["console"] = "Consoles de jeu",
        ["wearable"] = "Montres et objets portés",
        ["aucun"] = "Aucun objet connecté",
    };

    /// <summary>The four device classes, in the order that legends and columns have.</summary>
    public static IReadOnlyList<string> DeviceCodes { get; } = ["ordinateur", "smartphone", "tablette", "autreappareil"];

    /// <summary>The known profiles, in the order of the published data.</summary>
    public static IReadOnlyList<string> ProfileCodes { get; } = ["eleve", "parent", "enseignant", "admin_vie_scol_tech", "autre", "collectivite"];

    /// <summary>Whether a service is one of the 25 that the open data publish (domain §4.3).</summary>
    public static bool IsPublishedService(string code) => Services.ContainsKey(code);

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

    /// <summary>The label of a modality.</summary>
    public static string Of(Dimension dimension, string code)
    {
        var labels = dimension.Code switch
        {
            "profile" => Profiles,
            "device" => Devices,
            "service" => Services,
            "tool" => null,
            _ => Others,
        };
        return code switch
        {
            IndicatorCodes.Unknown => "Inconnu",
            "page_ent" when dimension.Code == "service" => "Pages de l’ENT hors service",
            _ when dimension.Code == "profile-device" => ProfileDevice(code),
            _ => labels is not null && labels.TryGetValue(code, out var label) ? label : OutsideText.Of(code),
        };
    }

    /// <summary>A profile's code may hold the mark between the two; a device's does not.</summary>
    private static string ProfileDevice(string code) => code.LastIndexOf('_') is var mark and > 0
        ? $"{Of(Dimension.Profile, code[..mark])} · {Of(Dimension.Device, code[(mark + 1)..]).ToLowerInvariant()}"
        : OutsideText.Of(code);
}
