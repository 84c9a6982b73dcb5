using System.Globalization;
using System.Text;
using Dnma.Engine.Bench.Generation.Forms;

namespace Dnma.Engine.Bench.Generation;

/// <summary>The reference files that belong to a generated world.</summary>
internal static class GeneratedReferences
{
    /// <summary>The columns of the annuaire's open data that matter here (domain §6).</summary>
    public const string AnnuaireHeader =
        "identifiant_de_l_etablissement;nom_etablissement;type_etablissement;statut_public_prive;code_postal;nom_commune;code_departement;code_academie;code_region;"
        + "libelle_departement;libelle_academie;libelle_region;nombre_d_eleves;ministere_tutelle;code_nature;libelle_nature;nom_circonscription;etat;date_ouverture;"
        + "ecole_maternelle;ecole_elementaire;latitude;longitude";

    /// <summary>
    /// The annuaire of a world: schools with made-up names in made-up towns. Codes of départements have three characters, as the open
    /// data's API gives them (<c>075</c>, <c>02A</c>). Schools with a wrong letter are not in it, as in the field.
    /// </summary>
    public static string Annuaire(World world)
    {
        var csv = new StringBuilder(AnnuaireHeader).Append('\n');
        foreach (var (school, index) in world.Establishments.Select((school, index) => (school, index)).Where(s => s.school.LetterIsRight))
        {
            var department = school.Department.PadLeft(3, '0');
            var (type, code, nature) = school.Kind switch
            {
                SchoolKind.Ecole => ("Ecole", "151", "ECOLE DE NIVEAU ELEMENTAIRE"),
                SchoolKind.College => ("Collège", "340", "COLLEGE"),
                _ => ("Lycée", "302", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE"),
            };
            var isPrivate = index % 5 == 4;
            var circonscription = school.Kind == SchoolKind.Ecole ? $"Circonscription {school.Department}-{(index % 3) + 1}" : "";
            csv.Append(CultureInfo.InvariantCulture, $"{school.Uai};{type} n° {index + 1};{type};{(isPrivate ? "Privé" : "Public")};{PostCode(school.Department)};Commune-{index + 1};")
                .Append(CultureInfo.InvariantCulture, $"{department};{school.Academy.Code};;Département {school.Department};{school.Academy.Name};Région de {school.Academy.Name};")
                .Append(CultureInfo.InvariantCulture, $"{school.People[0]};MINISTERE DE L'EDUCATION NATIONALE;{code};{nature};{circonscription};OUVERT;1970-09-01;")
                .Append(CultureInfo.InvariantCulture, $"{(school.Kind == SchoolKind.Ecole ? "0;1" : ";")};46.5;2.5\n");
        }

        return csv.ToString();
    }

    /// <summary>The table <c>structure;uai</c> that Matomo's hits need (domain §4.4).</summary>
    public static string Structures(World world) =>
        "structure;uai\n" + string.Concat(world.Establishments.Select((school, index) => string.Create(CultureInfo.InvariantCulture, $"{MatomoQuery.StructureOf(index)};{school.Uai}\n")));

    private static string PostCode(string department) => department switch
    {
        "2A" => "20000",
        "2B" => "20200",
        _ => department.PadRight(5, '0'),
    };
}
