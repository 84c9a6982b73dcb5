using System.Text;

namespace Dnma.Engine.References;

/// <summary>
/// The spellings of a service (domain §4): the 25 published codes and <c>page_ent</c>, which SmartTag writes in capitals, and the names and
/// ids of the 2012 guide, old names mapped to new ones. Ignores case, accents and the white space around. Thread safe; parsing allocates nothing.
/// </summary>
public static class ServiceVocabulary
{
    /// <summary>The portal's own pages: tagged, not published (domain §4.3).</summary>
    public const string PageEnt = "page_ent";

    private static readonly string[] PublishedCodes =
    [
        "accueil", "actualites", "cahier_textes", "cahier_liaison", "courrier_electronique", "messagerie_instantanee", "visioconference",
        "stockage_partage", "production_collaborative", "documentation_cdi", "parcours_pedagogique", "reservation_salles_materiels",
        "service_collectivite", "services_vie_scolaire", "gestion_temps", "absences", "gestion_competences", "notes", "manuel_numerique",
        "ressource_multimedia", "ressource_orientation", "ressource_production", "ressource_accompagnement_entrainement",
        "ressource_reference_dictionnaire", "ressource_documentaire",
    ];

    /// <summary>Names of the 2012 guide that are not codes of today (domain §4.3, old → new).</summary>
    private static readonly (string Old, string New)[] Renamed =
    [
        ("travail_collaboratif", "production_collaborative"),
        ("reservation_ressources", "reservation_salles_materiels"),
        ("parcours_pedagogiques", "parcours_pedagogique"),
        ("services_collectivites", "service_collectivite"),
        ("orientation", "ressource_orientation"),
        ("ressources_en_ligne", "ressource_documentaire"),
    ];

    /// <summary>Ids of the 2012 guide (domain §4.1), by the code of today. 8 and 14 were never given out.</summary>
    private static readonly (string Id, string Code)[] Ids =
    [
        ("1", "stockage_partage"), ("2", "production_collaborative"), ("3", "notes"), ("4", "absences"), ("5", "services_vie_scolaire"),
        ("6", "gestion_competences"), ("7", "gestion_temps"), ("9", "cahier_textes"), ("10", "courrier_electronique"), ("11", "actualites"),
        ("12", "reservation_salles_materiels"), ("13", "ressource_documentaire"), ("15", "documentation_cdi"), ("16", "ressource_orientation"),
        ("17", "parcours_pedagogique"), ("18", "service_collectivite"), ("19", "visioconference"),
    ];

    private static readonly TermTable<byte[]> Terms = Build();

    /// <summary>Of the content; changes whenever a spelling or its meaning does.</summary>
    public static string Version => "1";

    /// <summary>SHA-256 of the content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public static string Digest => Terms.Digest;

    /// <summary>The 25 published codes, in the order of the open data's columns (domain §4.3).</summary>
    public static IReadOnlyList<string> Published { get; } = Array.AsReadOnly(PublishedCodes);

    /// <summary>Whether a canonical code is one of the 25 published ones; exact, so <c>NOTES</c> is none.</summary>
    public static bool IsPublished(string code) => Array.IndexOf(PublishedCodes, code) >= 0;

    /// <summary>Writes the canonical code of a service, or the lower-cased label of an unknown one, which is kept, counted and flagged.</summary>
    /// <param name="text">The text as UTF-8, not necessarily valid.</param>
    /// <param name="destination">Receives the code or label; at least <see cref="LabelText.MaxBytes"/> long.</param>
    /// <param name="written">How many bytes were written; 0 when there is no service.</param>
    /// <returns>Whether the vocabulary knows the text. False for an empty one too, with nothing written: that is no unknown service.</returns>
    public static bool TryCanonicalize(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        if (Terms.TryFind(text, out var code))
        {
            code.CopyTo(destination);
            written = code!.Length;
            return true;
        }

        written = LabelText.Canonicalize(text, destination, LabelCase.Lower);
        return false;
    }

    private static TermTable<byte[]> Build()
    {
        var terms = new List<(string, byte[])>();
        foreach (var code in (string[])[.. PublishedCodes, PageEnt])
        {
            terms.Add((code, Encoding.ASCII.GetBytes(code)));
        }

        foreach (var (spelling, code) in ((string, string)[])[.. Renamed, .. Ids])
        {
            terms.Add((spelling, Encoding.ASCII.GetBytes(code)));
        }

        return new TermTable<byte[]>("service-vocabulary/1", terms, Encoding.ASCII.GetString);
    }
}
