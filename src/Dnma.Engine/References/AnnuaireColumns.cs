using System.Globalization;

namespace Dnma.Engine.References;

/// <summary>
/// Where the annuaire's columns stand in a file, and what a row's fields mean (domain §6). The data sets of the establishments' addresses and of
/// the closed establishments have other names for some of them, which are read as well. Not thread safe.
/// </summary>
internal sealed class AnnuaireColumns(ReferenceReader reader)
{
    private readonly int _uai = reader.MandatoryColumn("identifiant_de_l_etablissement", "numero_uai");
    private readonly int _name = reader.Column("nom_etablissement", "appellation_officielle");
    private readonly int _type = reader.Column("type_etablissement");
    private readonly int _sector = reader.Column("statut_public_prive", "secteur_public_prive_libe");
    private readonly int _contract = reader.Column("type_contrat_prive", "secteur_prive_libelle_type_contrat");
    private readonly int _postalCode = reader.Column("code_postal", "code_postal_uai");
    private readonly int _communeCode = reader.Column("code_commune");
    private readonly int _commune = reader.Column("nom_commune", "libelle_commune");
    private readonly int _departmentCode = reader.Column("code_departement");
    private readonly int _departmentName = reader.Column("libelle_departement");
    private readonly int _academyCode = reader.Column("code_academie");
    private readonly int _academyName = reader.Column("libelle_academie");
    private readonly int _regionCode = reader.Column("code_region");
    private readonly int _region = reader.Column("libelle_region");
    private readonly int _ministry = reader.Column("ministere_tutelle", "libelle_ministere");
    private readonly int _natureCode = reader.Column("code_nature", "nature_uai");
    private readonly int _nature = reader.Column("libelle_nature", "nature_uai_libe");
    private readonly int _circonscriptionCode = reader.Column("code_circonscription");
    private readonly int _circonscription = reader.Column("nom_circonscription");
    private readonly int _priorityEducation = reader.Column("appartenance_education_prioritaire");
    private readonly int _state = reader.Column("etat", "etat_etablissement_libe");
    private readonly int _openedOn = reader.Column("date_ouverture");
    private readonly int _closedOn = reader.Column("date_fermeture");
    private readonly int _parentUai = reader.Column("etablissement_mere");
    private readonly int _rpiConcentrated = reader.Column("rpi_concentre");
    private readonly int _rpi = reader.Column("rpi_disperse");
    private readonly int _maternelle = reader.Column("ecole_maternelle");
    private readonly int _elementaire = reader.Column("ecole_elementaire");
    private readonly int _pupils = reader.Column("nombre_d_eleves");
    private readonly int _latitude = reader.Column("latitude");
    private readonly int _longitude = reader.Column("longitude");
    private readonly int _updatedOn = reader.Column("date_maj_ligne");

    /// <summary>The latest day on which one of the rows read so far was brought up to date; null when no row tells.</summary>
    public DateOnly? LatestUpdate { get; private set; }

    /// <summary>The establishment of the reader's current row; null when its identifier has not the form of a UAI.</summary>
    public Establishment? Read()
    {
        if (!Uai.TryNormalize(reader.Field(_uai), out var uai, out _))
        {
            return null;
        }

        if (ReferenceText.Date(reader.Field(_updatedOn)) is { } updated && (LatestUpdate is null || updated > LatestUpdate))
        {
            LatestUpdate = updated;
        }

        var prefix = Establishment.FromPrefix(uai);
        var departmentCode = Else(ReferenceText.DepartmentCode(reader.Field(_departmentCode)), prefix.DepartmentCode);
        var department = Territories.FindDepartment(departmentCode);
        var academyCode = Else(ReferenceText.Code(reader.Field(_academyCode), 2), department?.Academy?.Code);
        var nature = reader.Field(_nature);
        var closedOn = ReferenceText.Date(reader.Field(_closedOn));
        var position = ReferenceText.Position(reader.Field(_latitude), reader.Field(_longitude));
        return new Establishment
        {
            Uai = uai,
            Name = reader.Field(_name),
            Type = reader.Field(_type),
            Commune = reader.Field(_commune),
            CommuneCode = ReferenceText.Code(reader.Field(_communeCode), 5),
            PostalCode = ReferenceText.Code(reader.Field(_postalCode), 5),
            DepartmentCode = departmentCode,
            DepartmentName = Else(reader.Field(_departmentName), department?.Name),
            AcademyCode = academyCode,
            AcademyName = Else(reader.Field(_academyName), Territories.FindAcademy(academyCode)?.Name),
            Region = Else(reader.Field(_region), department?.Region?.Name),
            RegionCode = Else(ReferenceText.Code(reader.Field(_regionCode), 2), department?.Region?.Code),
            Ministry = reader.Field(_ministry),
            NatureCode = reader.Field(_natureCode),
            Nature = nature,
            Circonscription = reader.Field(_circonscription),
            CirconscriptionCode = UaiOf(reader.Field(_circonscriptionCode)),
            Sector = ReferenceText.Folded(reader.Field(_sector)) switch { "public" => "PU", "prive" => "PR", _ => "" },
            Contract = reader.Field(_contract) is var contract && ReferenceText.Folded(contract) == "sans objet" ? "" : contract,
            PriorityEducation = reader.Field(_priorityEducation).ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal),
            IsOpen = IsOpen(reader.Field(_state), closedOn),
            OpenedOn = ReferenceText.Date(reader.Field(_openedOn)),
            ClosedOn = closedOn,
            ParentUai = UaiOf(reader.Field(_parentUai)),
            IsRpiConcentrated = Flag(reader.Field(_rpiConcentrated)),
            Rpi = reader.Field(_rpi),
            IsMaternelle = Flag(reader.Field(_maternelle)),
            IsElementaire = Flag(reader.Field(_elementaire)),
            Pupils = int.TryParse(reader.Field(_pupils), NumberStyles.None, CultureInfo.InvariantCulture, out var pupils) ? pupils : null,
            Latitude = position?.Latitude,
            Longitude = position?.Longitude,
            SchoolLevel = nature.Length == 0 ? SchoolLevel.Unknown : IsEcole(nature) ? SchoolLevel.First : SchoolLevel.Second,
        };
    }

    /// <summary>The data set of the closed establishments has no state: its day tells.</summary>
    private static bool? IsOpen(string state, DateOnly? closedOn) => ReferenceText.Folded(state) switch
    {
        "ouvert" or "a fermer" => true,
        "ferme" => false,
        "" when closedOn is not null => false,
        _ => null,
    };

    private static string UaiOf(string text) => Uai.TryNormalize(text, out var uai, out _) ? uai : "";

    private static string Else(string text, string? fallback) => text.Length > 0 ? text : fallback ?? "";

    private static bool? Flag(string text) => text switch { "1" => true, "0" => false, _ => null };

    /// <summary>Whether a nature starts with ECOLE; an accent of the first letter may stand apart as a character of its own.</summary>
    private static bool IsEcole(string nature) =>
        (nature.Length >= 5 && ReferenceText.Folded(nature[..5]) == "ecole") || (nature.Length >= 6 && ReferenceText.Folded(nature[..6]) == "ecole");
}
