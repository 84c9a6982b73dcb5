using System.Collections.Frozen;

namespace Dnma.Engine.Ingest.Rejects;

/// <summary>
/// The words that may stand in a sample: names of parameters and columns, vocabularies, protocol words. All other letters and digits are
/// masked, so that an identifier is masked wherever it stands and whatever it is called.
/// </summary>
internal static class HarmlessWords
{
    /// <summary>The longest of them, in characters.</summary>
    public const int MaxLength = 40;

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            .. Split("s s2 p at ac x1 x2 x3 x4 x5 idclient ts vtag mh mherr click clic ref hl r re lng jv idp ptag"),
            .. Split("service type outil uai projet exploitant plateforme profil"),
            .. Split("idsite rec uid cid _id url urlref action_name cdt ua uadata res h m lang cip new_visit link download search"),
            .. Split("e_c e_a e_n e_v ping bots ca pv_id token_auth send_image rand requests idvisit idvisitor user_id server_time"),
            .. Split("instant visitor client profile tool project operator platform collectivity kind page user_agent device os browser"),
            .. Split("request request_uri request_method uri method path host status time time_local time_iso8601 remote_addr http_user_agent"),
            .. Split("http_referer http_cookie http_authorization http_x_forwarded_for authorization cookie query headers"),
            .. Split("GET POST HEAD PUT OPTIONS HTTP https hit xiti matomo piwik php html true false null event"),
            .. Split("stockage_partage travail_collaboratif notes absences services_vie_scolaire gestion_competences gestion_temps cahier_textes"),
            .. Split("courrier_electronique actualites reservation_ressources ressources_en_ligne documentation_cdi orientation"),
            .. Split("parcours_pedagogiques services_collectivites visioconference page_ent accueil cahier_liaison messagerie_instantanee"),
            .. Split("production_collaborative parcours_pedagogique reservation_salles_materiels service_collectivite manuel_numerique"),
            .. Split("ressource_multimedia ressource_orientation ressource_production ressource_accompagnement_entrainement"),
            .. Split("ressource_reference_dictionnaire ressource_documentaire natif tiers moodle zimbra nextcloud bbb jupyter scratch pmb"),
            .. Split("eleve enseignant parent admin_vie_scol_tech autre student teacher relative personnel guest"),
        ]);

    /// <summary>Parameters whose value, if it is a short number, is a version, a switch or a rank, never a person.</summary>
    private static readonly FrozenSet<string> ShortNumbers =
        FrozenSet.Create(StringComparer.Ordinal, [.. Split("rec idsite vtag ping ca bots mherr s2 x1 x2 ac")]);

    /// <summary>Whether a word may stand in a sample.</summary>
    /// <param name="word">A whole word: letters, digits and underscores, in any case.</param>
    /// <param name="isName">Whether it is followed by an equals sign or ends a JSON name; words of one or two letters pass only then.</param>
    public static bool Contains(ReadOnlySpan<char> word, bool isName) =>
        word.Length <= MaxLength
        && (isName || word.Length > 2)
        && (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || IsDimension(word));

    /// <summary>Whether a short number may stand behind a name.</summary>
    public static bool NamesShortNumber(ReadOnlySpan<char> name) => ShortNumbers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static string[] Split(string words) => words.Split(' ');

    private static bool IsDimension(ReadOnlySpan<char> word) =>
        word.StartsWith("dimension", StringComparison.Ordinal) && word.Length is > 9 and <= 12 && !word[9..].ContainsAnyExceptInRange('0', '9');
}
