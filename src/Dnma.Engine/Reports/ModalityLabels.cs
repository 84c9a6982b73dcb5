using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports;

/// <summary>How the codes of modalities read (domain §4, §5, §7): one place for the dashboard, charts and whoever shows figures. Immutable, thread safe.</summary>
public static class ModalityLabels
{
    private const string UnpublishedPages = "page_ent";

    private static readonly Dictionary<string, (string French, string English)> Profiles = new(StringComparer.Ordinal)
    {
        ["eleve"] = ("Élèves", "Pupils"),
        ["enseignant"] = ("Enseignants", "Teachers"),
        ["parent"] = ("Parents", "Parents"),
        ["admin_vie_scol_tech"] = ("Administration, vie scolaire, technique", "Administration, school life, technical staff"),
        ["autre"] = ("Autres", "Others"),
        ["collectivite"] = ("Collectivités", "Local authorities"),
    };

    private static readonly Dictionary<string, (string French, string English)> Devices = new(StringComparer.Ordinal)
    {
        ["ordinateur"] = ("Ordinateur", "Computer"),
        ["smartphone"] = ("Smartphone", "Smartphone"),
        ["tablette"] = ("Tablette", "Tablet"),
        ["autreappareil"] = ("Autre appareil", "Other device"),
    };

    private static readonly Dictionary<string, (string French, string English)> Services = new(StringComparer.Ordinal)
    {
        ["accueil"] = ("Accueil", "Home page"),
        ["actualites"] = ("Actualités", "News"),
        ["cahier_textes"] = ("Cahier de textes", "Homework diary"),
        ["cahier_liaison"] = ("Cahier de liaison", "Home–school notebook"),
        ["courrier_electronique"] = ("Courrier électronique", "E-mail"),
        ["messagerie_instantanee"] = ("Messagerie instantanée", "Instant messaging"),
        ["visioconference"] = ("Visioconférence", "Video conference"),
        ["stockage_partage"] = ("Stockage et partage", "Storage and sharing"),
        ["production_collaborative"] = ("Production collaborative", "Collaborative writing"),
        ["documentation_cdi"] = ("Documentation CDI", "School library"),
        ["parcours_pedagogique"] = ("Parcours pédagogique", "Learning paths"),
        ["reservation_salles_materiels"] = ("Réservation de salles et matériels", "Booking of rooms and equipment"),
        ["service_collectivite"] = ("Services de la collectivité", "Local authority’s services"),
        ["services_vie_scolaire"] = ("Services de vie scolaire", "School life services"),
        ["gestion_temps"] = ("Gestion du temps", "Timetables"),
        ["absences"] = ("Absences", "Absences"),
        ["gestion_competences"] = ("Gestion des compétences", "Skills"),
        ["notes"] = ("Notes", "Marks"),
        ["manuel_numerique"] = ("Manuels numériques", "Digital textbooks"),
        ["ressource_multimedia"] = ("Ressources multimédias", "Multimedia resources"),
        ["ressource_orientation"] = ("Ressources d’orientation", "Career guidance resources"),
        ["ressource_production"] = ("Ressources de production", "Production resources"),
        ["ressource_accompagnement_entrainement"] = ("Ressources d’accompagnement et d’entraînement", "Support and practice resources"),
        ["ressource_reference_dictionnaire"] = ("Ressources de référence et dictionnaires", "Reference works and dictionaries"),
        ["ressource_documentaire"] = ("Ressources documentaires", "Documentary resources"),
    };

    private static readonly Dictionary<string, (string French, string English)> Others = new(StringComparer.Ordinal)
    {
        ["android"] = ("Android", "Android"),
        ["windows"] = ("Windows", "Windows"),
        ["ios"] = ("iOS", "iOS"),
        ["macos"] = ("macOS", "macOS"),
        ["chromeos"] = ("ChromeOS", "ChromeOS"),
        ["linux"] = ("Linux", "Linux"),
        ["autreos"] = ("Autre système", "Other system"),
        ["chromemobile"] = ("Chrome mobile", "Chrome mobile"),
        ["safari"] = ("Safari", "Safari"),
        ["chrome"] = ("Chrome", "Chrome"),
        ["firefox"] = ("Firefox", "Firefox"),
        ["edge"] = ("Edge", "Edge"),
        ["samsungbrowser"] = ("Samsung Browser", "Samsung Browser"),
        ["opera"] = ("Opera", "Opera"),
        ["huaweibrowser"] = ("Huawei Browser", "Huawei Browser"),
        ["miuibrowser"] = ("Miui Browser", "Miui Browser"),
        ["autrenavigateur"] = ("Autre navigateur", "Other browser"),
        ["natif"] = ("Services natifs de l’ENT", "The ENT’s own services"),
        ["tiers"] = ("Services tiers", "Third-party services"),
        ["1d"] = ("Premier degré", "Primary schools"),
        ["2d"] = ("Second degré", "Secondary schools"),
        ["speaker"] = ("Enceintes connectées", "Smart speakers"),
        ["display"] = ("Écrans connectés", "Smart displays"),
        ["fridge"] = ("Réfrigérateurs", "Refrigerators"),
        ["car"] = ("Véhicules", "Cars"),
        ["tv"] = ("Téléviseurs", "Television sets"),
        ["console"] = ("Consoles de jeu", "Game consoles"),
        ["wearable"] = ("Montres et objets portés", "Watches and wearables"),
        ["aucun"] = ("Aucun objet connecté", "No connected object"),
    };

    /// <summary>Whether a service is one of the 25 that the open data publish (domain §4.3).</summary>
    internal static bool IsPublishedService(string code) => Services.ContainsKey(code);

    /// <summary>The label of a modality.</summary>
    /// <param name="dimension">The modality's dimension.</param>
    /// <param name="code">The modality. One without a label, such as a tool or an unknown service, shows as it is, made fit to be shown (<see cref="Shown"/>).</param>
    /// <param name="language">The language.</param>
    public static string Of(Dimension dimension, string code, LabelLanguage language)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(code);
        var labels = dimension.Code switch
        {
            "profile" => Profiles,
            "device" => Devices,
            "service" => Services,
            "tool" => null,
            _ => Others,
        };
        (string French, string English)? label = code switch
        {
            IndicatorCodes.Unknown => ("Inconnu", "Unknown"),
            UnpublishedPages when dimension.Code == "service" => ("Pages de l’ENT hors service", "ENT pages of no service"),
            _ => labels is not null && labels.TryGetValue(code, out var found) ? found : null,
        };
        return label is not { } known ? Shown(code) : language == LabelLanguage.French ? known.French : known.English;
    }

    /// <summary>
    /// Text from logs, files and references, made fit to be shown: controls, line breaks, direction marks and halves of surrogate pairs become U+FFFD, so that a label
    /// cannot reorder or hide the figures beside it; what is too long is cut with an ellipsis. It is not escaped for any mark-up.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">How many code units are shown; at least 2.</param>
    public static string Shown(string text, int longest = OutsideText.LongestLabel)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        return OutsideText.Of(text, longest);
    }
}
