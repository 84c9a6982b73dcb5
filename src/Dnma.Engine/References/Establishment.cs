using System.Text;

namespace Dnma.Engine.References;

/// <summary>What is known of a school establishment. A text that nothing tells is empty, any other value null. Immutable, thread safe.</summary>
public sealed record Establishment
{
    /// <summary>Seven digits and a capital; the letter need not be the right one.</summary>
    public required string Uai { get; init; }

    /// <summary>The name (<c>nom_etablissement</c>).</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is, in the annuaire's few words (<c>type_etablissement</c>): Ecole, Collège, Lycée, EREA …</summary>
    public string Type { get; init; } = "";

    /// <summary>The commune (<c>nom_commune</c>).</summary>
    public string Commune { get; init; } = "";

    /// <summary>INSEE's five characters of the commune (<c>code_commune</c>), for example <c>45234</c>, <c>2A004</c>.</summary>
    public string CommuneCode { get; init; } = "";

    /// <summary>Five digits (<c>code_postal</c>).</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>The official code of the département without leading zeros beyond two digits, for example <c>45</c>, <c>2A</c>, <c>971</c>.</summary>
    public string DepartmentCode { get; init; } = "";

    /// <summary>The département's name (<c>libelle_departement</c>).</summary>
    public string DepartmentName { get; init; } = "";

    /// <summary>The académie's two digits.</summary>
    public string AcademyCode { get; init; } = "";

    /// <summary>The académie's name (<c>libelle_academie</c>).</summary>
    public string AcademyName { get; init; } = "";

    /// <summary>The region's name (<c>libelle_region</c>).</summary>
    public string Region { get; init; } = "";

    /// <summary>INSEE's two digits of the region (<c>code_region</c>); <c>00</c> for the collectivities overseas, which are in none.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>The ministry in charge (<c>ministere_tutelle</c>).</summary>
    public string Ministry { get; init; } = "";

    /// <summary>The code of its nature (<c>code_nature</c>).</summary>
    public string NatureCode { get; init; } = "";

    /// <summary>Its nature (<c>libelle_nature</c>).</summary>
    public string Nature { get; init; } = "";

    /// <summary>The inspection district of an école (<c>nom_circonscription</c>).</summary>
    public string Circonscription { get; init; } = "";

    /// <summary>The UAI of that inspection (<c>code_circonscription</c>).</summary>
    public string CirconscriptionCode { get; init; } = "";

    /// <summary><c>PU</c> (public) or <c>PR</c> (privé), as the open data write <c>secteur</c>.</summary>
    public string Sector { get; init; } = "";

    /// <summary>A private school's contract with the State (<c>type_contrat_prive</c>); empty for a public one, where the annuaire says SANS OBJET.</summary>
    public string Contract { get; init; } = "";

    /// <summary>Priority education (<c>appartenance_education_prioritaire</c>): <c>REP</c>, <c>REP+</c>; empty outside it.</summary>
    public string PriorityEducation { get; init; } = "";

    /// <summary>
    /// Whether it is open (<c>etat</c>): OUVERT is, and A FERMER, which is to close and still teaches; FERME is not. Of A OUVRIR the day of its
    /// opening tells.
    /// </summary>
    public bool? IsOpen { get; init; }

    /// <summary>The day it opened (<c>date_ouverture</c>).</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The first day on which it was closed (<c>date_fermeture</c>, in the data set of closed establishments).</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The UAI of the establishment that it is a part of (<c>etablissement_mere</c>): an annexe, a section.</summary>
    public string ParentUai { get; init; } = "";

    /// <summary>Whether it gathers the pupils of several communes in one place (<c>rpi_concentre</c>).</summary>
    public bool? IsRpiConcentrated { get; init; }

    /// <summary>The code of the grouping of several communes' schools that it is one of (<c>rpi_disperse</c>).</summary>
    public string Rpi { get; init; } = "";

    /// <summary>Degrees north (WGS 84).</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    public double? Longitude { get; init; }

    /// <summary>Whether it has classes of école maternelle.</summary>
    public bool? IsMaternelle { get; init; }

    /// <summary>Whether it has classes of école élémentaire.</summary>
    public bool? IsElementaire { get; init; }

    /// <summary>How many pupils it has.</summary>
    public int? Pupils { get; init; }

    /// <summary>1D iff its nature starts with ECOLE, else 2D (domain §6); unknown where no nature is told.</summary>
    public SchoolLevel SchoolLevel { get; init; }

    /// <summary>What the prefix of a UAI alone tells: département, académie and region (design §6).</summary>
    /// <param name="uai">Seven digits and a capital.</param>
    public static Establishment FromPrefix(string uai)
    {
        var department = Territories.DepartmentOf(Encoding.UTF8.GetBytes(uai));
        return new Establishment
        {
            Uai = uai,
            DepartmentCode = department?.Code ?? "",
            DepartmentName = department?.Name ?? "",
            AcademyCode = department?.Academy?.Code ?? "",
            AcademyName = department?.Academy?.Name ?? "",
            Region = department?.Region?.Name ?? "",
            RegionCode = department?.Region?.Code ?? "",
        };
    }

    /// <summary>The code of the territory of a kind that it lies in; empty when none is told.</summary>
    public string CodeOf(TerritoryKind kind) => kind switch
    {
        TerritoryKind.State => "FR",
        TerritoryKind.Region => RegionCode,
        TerritoryKind.Academy => AcademyCode,
        TerritoryKind.Department => DepartmentCode,
        TerritoryKind.Commune => CommuneCode,
        TerritoryKind.Circonscription => CirconscriptionCode,
        _ => Uai,
    };

    /// <summary>
    /// Whether it was open on a day: from its opening, where one is told, until its closing. One that is closed without a date is open on no
    /// day, for nothing tells when it was.
    /// </summary>
    /// <param name="date">The local day.</param>
    public bool IsOpenOn(DateOnly date) =>
        (OpenedOn is null || OpenedOn <= date) && (ClosedOn is { } closing ? date < closing : IsOpen != false);
}
