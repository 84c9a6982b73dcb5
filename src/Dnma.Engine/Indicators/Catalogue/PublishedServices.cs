using System.Collections.Frozen;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The 25 services of the published tables, in their column order (domain §4.3). <c>page_ent</c> is tagged, not published.</summary>
internal static class PublishedServices
{
    /// <summary>The codes, in column order.</summary>
    public static readonly string[] Codes =
    [
        "accueil",
        "actualites",
        "cahier_textes",
        "cahier_liaison",
        "courrier_electronique",
        "messagerie_instantanee",
        "visioconference",
        "stockage_partage",
        "production_collaborative",
        "documentation_cdi",
        "parcours_pedagogique",
        "reservation_salles_materiels",
        "service_collectivite",
        "services_vie_scolaire",
        "gestion_temps",
        "absences",
        "gestion_competences",
        "notes",
        "manuel_numerique",
        "ressource_multimedia",
        "ressource_orientation",
        "ressource_production",
        "ressource_accompagnement_entrainement",
        "ressource_reference_dictionnaire",
        "ressource_documentaire",
    ];

    private static readonly FrozenSet<string> Set = Codes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a modality of <see cref="Dimension.Service"/> is a published service.</summary>
    public static bool Contains(string modality) => Set.Contains(modality);
}
