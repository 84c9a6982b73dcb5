namespace Dnma.Engine.Tests.Oracle;

/// <summary>Académies and départements by UAI (domain §6), and the annuaire where one is given.</summary>
public sealed class OracleReferences(string annuaireCsv = "")
{
    private const string Academies =
        """
        01 Paris: 75; 02 Aix-Marseille: 04 05 13 84; 03 Besançon: 25 39 70 90; 04 Bordeaux: 24 33 40 47 64; 06 Clermont-Ferrand: 03 15 43 63;
        07 Dijon: 21 58 71 89; 08 Grenoble: 07 26 38 73 74; 09 Lille: 59 62; 10 Lyon: 01 42 69; 11 Montpellier: 11 30 34 48 66; 12 Nancy-Metz: 54 55 57 88;
        13 Poitiers: 16 17 79 86; 14 Rennes: 22 29 35 56; 15 Strasbourg: 67 68; 16 Toulouse: 09 12 31 32 46 65 81 82; 17 Nantes: 44 49 53 72 85;
        18 Orléans-Tours: 18 28 36 37 41 45; 19 Reims: 08 10 51 52; 20 Amiens: 02 60 80; 22 Limoges: 19 23 87; 23 Nice: 06 83; 24 Créteil: 77 93 94;
        25 Versailles: 78 91 92 95; 27 Corse: 2A 2B; 28 La Réunion: 974; 31 Martinique: 972; 32 Guadeloupe: 971; 33 Guyane: 973; 43 Mayotte: 976; 70 Normandie: 14 27 50 61 76
        """;

    private const string DepartmentNames =
        """
        01 Ain;02 Aisne;03 Allier;04 Alpes-de-Haute-Provence;05 Hautes-Alpes;06 Alpes-Maritimes;07 Ardèche;08 Ardennes;09 Ariège;10 Aube;11 Aude;12 Aveyron;
        13 Bouches-du-Rhône;14 Calvados;15 Cantal;16 Charente;17 Charente-Maritime;18 Cher;19 Corrèze;2A Corse-du-Sud;2B Haute-Corse;21 Côte-d'Or;22 Côtes-d'Armor;
        23 Creuse;24 Dordogne;25 Doubs;26 Drôme;27 Eure;28 Eure-et-Loir;29 Finistère;30 Gard;31 Haute-Garonne;32 Gers;33 Gironde;34 Hérault;35 Ille-et-Vilaine;36 Indre;
        37 Indre-et-Loire;38 Isère;39 Jura;40 Landes;41 Loir-et-Cher;42 Loire;43 Haute-Loire;44 Loire-Atlantique;45 Loiret;46 Lot;47 Lot-et-Garonne;48 Lozère;
        49 Maine-et-Loire;50 Manche;51 Marne;52 Haute-Marne;53 Mayenne;54 Meurthe-et-Moselle;55 Meuse;56 Morbihan;57 Moselle;58 Nièvre;59 Nord;60 Oise;61 Orne;
        62 Pas-de-Calais;63 Puy-de-Dôme;64 Pyrénées-Atlantiques;65 Hautes-Pyrénées;66 Pyrénées-Orientales;67 Bas-Rhin;68 Haut-Rhin;69 Rhône;70 Haute-Saône;71 Saône-et-Loire;
        72 Sarthe;73 Savoie;74 Haute-Savoie;75 Paris;76 Seine-Maritime;77 Seine-et-Marne;78 Yvelines;79 Deux-Sèvres;80 Somme;81 Tarn;82 Tarn-et-Garonne;83 Var;
        84 Vaucluse;85 Vendée;86 Vienne;87 Haute-Vienne;88 Vosges;89 Yonne;90 Territoire de Belfort;91 Essonne;92 Hauts-de-Seine;93 Seine-Saint-Denis;94 Val-de-Marne;
        95 Val-d'Oise;971 Guadeloupe;972 Martinique;973 Guyane;974 La Réunion;976 Mayotte
        """;

    /// <summary>INSEE's codes of the regions since 2016.</summary>
    private const string Regions =
        """
        01: 971; 02: 972; 03: 973; 04: 974; 06: 976; 11: 75 77 78 91 92 93 94 95; 24: 18 28 36 37 41 45; 27: 21 25 39 58 70 71 89 90; 28: 14 27 50 61 76;
        32: 02 59 60 62 80; 44: 08 10 51 52 54 55 57 67 68 88; 52: 44 49 53 72 85; 53: 22 29 35 56; 75: 16 17 19 23 24 33 40 47 64 79 86 87;
        76: 09 11 12 30 31 32 34 46 48 65 66 81 82; 84: 01 03 07 15 26 38 42 43 63 69 73 74; 93: 04 05 06 13 83 84; 94: 2A 2B
        """;

    private static readonly (string Code, string[] Departments)[] RegionTable =
        Regions.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries).Select(r => (r[..2], r[4..].Split(' '))).ToArray();

    private static readonly (string Code, string Name, string[] Departments)[] AcademyTable =
        Academies.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries).Select(a => (a[..2], a[3..a.IndexOf(':')], a[(a.IndexOf(':') + 2)..].Split(' '))).ToArray();

    private static readonly Dictionary<string, string> DepartmentTable =
        DepartmentNames.ReplaceLineEndings("").Split(';').ToDictionary(d => d[..d.IndexOf(' ')], d => d[(d.IndexOf(' ') + 1)..]);

    private readonly Dictionary<string, Dictionary<string, string>> _annuaire = OracleCsv.Rows(annuaireCsv, ';').ToDictionary(row => row["identifiant_de_l_etablissement"]);

    public string Department(string uai) =>
        Annuaire(uai, "code_departement") is { Length: > 0 } code ? code.TrimStart('0').PadLeft(2, '0')
        : uai.Length < 3 ? "inconnu"
        : uai[..3] switch
        {
            "620" => "2A",
            "720" => "2B",
            var prefix when prefix[0] == '0' => Known(prefix[1..]),
            var prefix => Known(prefix),
        };

    public string Academy(string uai) =>
        Annuaire(uai, "code_academie") is { Length: > 0 } code ? code.PadLeft(2, '0')
        : AcademyTable.Where(a => a.Departments.Contains(Department(uai))).Select(a => a.Code).FirstOrDefault("inconnu");

    /// <summary>The collectivities overseas are in none, and the annuaire writes 00.</summary>
    public string Region(string uai) => Annuaire(uai, "code_region") switch
    {
        "00" => "inconnu",
        { Length: > 0 } code => code.PadLeft(2, '0'),
        _ => RegionTable.Where(r => r.Departments.Contains(Department(uai))).Select(r => r.Code).FirstOrDefault("inconnu"),
    };

    public string Commune(string uai) => Known(uai, "code_commune");

    public string Circonscription(string uai) => Known(uai, "code_circonscription");

    public string Nature(string uai) => Known(uai, "code_nature");

    public string Ministry(string uai) => Known(uai, "ministere_tutelle");

    public string Sector(string uai) => Labels(uai)[^1] is { Length: > 0 } sector ? sector : "inconnu";

    public string SchoolLevel(string uai) =>
        Annuaire(uai, "libelle_nature") is not { Length: > 0 } nature ? "inconnu" : nature.StartsWith("ECOLE", StringComparison.Ordinal) ? "1d" : "2d";

    /// <summary>The eight labels of the open data's keys, from académie to secteur (design §10).</summary>
    public string[] Labels(string uai) =>
    [
        Annuaire(uai, "libelle_academie") is { Length: > 0 } name ? name : AcademyTable.Where(a => a.Code == Academy(uai)).Select(a => a.Name).FirstOrDefault(""),
        Annuaire(uai, "nom_commune"),
        Annuaire(uai, "libelle_departement") is { Length: > 0 } label ? label : DepartmentTable.GetValueOrDefault(Department(uai), ""),
        Annuaire(uai, "libelle_region"),
        Annuaire(uai, "ministere_tutelle"),
        Annuaire(uai, "nom_circonscription"),
        Annuaire(uai, "libelle_nature"),
        Annuaire(uai, "statut_public_prive") switch { "Public" => "PU", "Privé" => "PR", _ => "" },
    ];

    private string Annuaire(string uai, string column) => _annuaire.TryGetValue(uai, out var row) ? row.GetValueOrDefault(column, "") : "";

    private string Known(string uai, string column) => Annuaire(uai, column) is { Length: > 0 } value ? value : "inconnu";

    private static string Known(string department) => DepartmentTable.ContainsKey(department) ? department : "inconnu";
}
