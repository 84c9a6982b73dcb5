using System.Globalization;
using System.Text;

namespace Dnma.Engine.References;

/// <summary>Where the annuaire's columns stand in a file, and what a row's fields mean (domain §6). Not thread safe.</summary>
internal sealed class AnnuaireColumns(ReferenceReader reader)
{
    private readonly int _uai = reader.MandatoryColumn("identifiant_de_l_etablissement");
    private readonly int _name = reader.Column("nom_etablissement");
    private readonly int _sector = reader.Column("statut_public_prive");
    private readonly int _commune = reader.Column("nom_commune");
    private readonly int _departmentCode = reader.Column("code_departement");
    private readonly int _departmentName = reader.Column("libelle_departement");
    private readonly int _academyCode = reader.Column("code_academie");
    private readonly int _academyName = reader.Column("libelle_academie");
    private readonly int _region = reader.Column("libelle_region");
    private readonly int _ministry = reader.Column("ministere_tutelle");
    private readonly int _natureCode = reader.Column("code_nature");
    private readonly int _nature = reader.Column("libelle_nature");
    private readonly int _circonscription = reader.Column("nom_circonscription");
    private readonly int _state = reader.Column("etat");
    private readonly int _openedOn = reader.Column("date_ouverture");
    private readonly int _maternelle = reader.Column("ecole_maternelle");
    private readonly int _elementaire = reader.Column("ecole_elementaire");
    private readonly int _pupils = reader.Column("nombre_d_eleves");

    /// <summary>The establishment of the reader's current row; null when its identifier has not the form of a UAI.</summary>
    public Establishment? Read()
    {
        if (!Uai.TryNormalize(reader.Field(_uai), out var uai, out _))
        {
            return null;
        }

        var prefix = Establishment.FromPrefix(uai);
        var departmentCode = Else(DepartmentCode(reader.Field(_departmentCode)), prefix.DepartmentCode);
        var department = Territories.FindDepartment(departmentCode);
        var academyCode = Else(AcademyCode(reader.Field(_academyCode)), department?.Academy?.Code);
        var nature = reader.Field(_nature);
        return new Establishment
        {
            Uai = uai,
            Name = reader.Field(_name),
            Commune = reader.Field(_commune),
            DepartmentCode = departmentCode,
            DepartmentName = Else(reader.Field(_departmentName), department?.Name),
            AcademyCode = academyCode,
            AcademyName = Else(reader.Field(_academyName), Territories.FindAcademy(academyCode)?.Name),
            Region = Else(reader.Field(_region), department?.Region?.Name),
            Ministry = reader.Field(_ministry),
            NatureCode = reader.Field(_natureCode),
            Nature = nature,
            Circonscription = reader.Field(_circonscription),
            Sector = Folded(reader.Field(_sector)) switch { "public" => "PU", "prive" => "PR", _ => "" },
            IsOpen = reader.Field(_state) is { Length: > 0 } state ? Folded(state) == "ouvert" : null,
            OpenedOn = Date(reader.Field(_openedOn)),
            IsMaternelle = Flag(reader.Field(_maternelle)),
            IsElementaire = Flag(reader.Field(_elementaire)),
            Pupils = int.TryParse(reader.Field(_pupils), NumberStyles.None, CultureInfo.InvariantCulture, out var pupils) ? pupils : null,
            SchoolLevel = nature.Length == 0 ? SchoolLevel.Unknown : IsEcole(nature) ? SchoolLevel.First : SchoolLevel.Second,
        };
    }

    /// <summary>The file writes départements with three characters (<c>045</c>, <c>02A</c>, <c>971</c>), spreadsheets cut zeros (<c>1</c>).</summary>
    private static string DepartmentCode(string text)
    {
        var code = text.ToUpperInvariant();
        return code switch
        {
            "620" => "2A",
            "720" => "2B",
            { Length: 3 } when code[0] == '0' => code[1..],
            { Length: 1 } => "0" + code,
            _ => code,
        };
    }

    private static string AcademyCode(string text) => text.Length == 1 ? "0" + text : text;

    private static string Else(string text, string? fallback) => text.Length > 0 ? text : fallback ?? "";

    private static bool? Flag(string text) => text switch { "1" => true, "0" => false, _ => null };

    /// <summary>A date, or the date of an instant in ISO 8601.</summary>
    private static DateOnly? Date(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>Whether a nature starts with ECOLE; an accent of the first letter may stand apart as a character of its own.</summary>
    private static bool IsEcole(string nature) =>
        (nature.Length >= 5 && Folded(nature[..5]) == "ecole") || (nature.Length >= 6 && Folded(nature[..6]) == "ecole");

    private static string Folded(string text)
    {
        Span<byte> folded = stackalloc byte[TermFolding.MaxBytes];
        return Encoding.ASCII.GetString(folded[..TermFolding.Fold(Encoding.UTF8.GetBytes(text), folded)]);
    }
}
