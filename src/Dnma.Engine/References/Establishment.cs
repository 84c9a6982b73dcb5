using System.Text;

namespace Dnma.Engine.References;

/// <summary>What is known of a school establishment. A text that nothing tells is empty, any other value null. Immutable, thread safe.</summary>
public sealed record Establishment
{
    /// <summary>Seven digits and a capital; the letter need not be the right one.</summary>
    public required string Uai { get; init; }

    /// <summary>The name (<c>nom_etablissement</c>).</summary>
    public string Name { get; init; } = "";

    /// <summary>The commune (<c>nom_commune</c>).</summary>
    public string Commune { get; init; } = "";

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

    /// <summary>The ministry in charge (<c>ministere_tutelle</c>).</summary>
    public string Ministry { get; init; } = "";

    /// <summary>The code of its nature (<c>code_nature</c>).</summary>
    public string NatureCode { get; init; } = "";

    /// <summary>Its nature (<c>libelle_nature</c>).</summary>
    public string Nature { get; init; } = "";

    /// <summary>The inspection district of an école (<c>nom_circonscription</c>).</summary>
    public string Circonscription { get; init; } = "";

    /// <summary><c>PU</c> (public) or <c>PR</c> (privé), as the open data write <c>secteur</c>.</summary>
    public string Sector { get; init; } = "";

    /// <summary>Whether it is open (<c>etat</c> is OUVERT).</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The day it opened (<c>date_ouverture</c>).</summary>
    public DateOnly? OpenedOn { get; init; }

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
        };
    }
}
