using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;

namespace Dnma.Engine.Tests.References;

/// <summary>Columns and rules: domain §6.</summary>
public sealed class AnnuaireTests : IDisposable
{
    private const string Header =
        "identifiant_de_l_etablissement;nom_etablissement;statut_public_prive;nom_commune;code_departement;code_academie;libelle_departement;"
        + "libelle_academie;libelle_region;nombre_d_eleves;ministere_tutelle;code_nature;libelle_nature;nom_circonscription;etat;date_ouverture;"
        + "ecole_maternelle;ecole_elementaire\n";

    private const string Lasalle =
        "0301674G;Ecole primaire;Public;Lasalle;030;11;Gard;Montpellier;Occitanie;87;MINISTERE DE L'EDUCATION NATIONALE;151;"
        + "ECOLE DE NIVEAU ELEMENTAIRE;Circonscription du Vigan;OUVERT;1966-09-05;1;1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_becomes_an_establishment()
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", Header + Lasalle));
        Assert.Equal(1, annuaire.Count);
        Assert.Empty(annuaire.Skipped);
        Assert.Equal(
            new Establishment
            {
                Uai = "0301674G",
                Name = "Ecole primaire",
                Commune = "Lasalle",
                DepartmentCode = "30",
                DepartmentName = "Gard",
                AcademyCode = "11",
                AcademyName = "Montpellier",
                Region = "Occitanie",
                RegionCode = "76",
                Ministry = "MINISTERE DE L'EDUCATION NATIONALE",
                NatureCode = "151",
                Nature = "ECOLE DE NIVEAU ELEMENTAIRE",
                Circonscription = "Circonscription du Vigan",
                Sector = "PU",
                IsOpen = true,
                OpenedOn = new DateOnly(1966, 9, 5),
                IsMaternelle = true,
                IsElementaire = true,
                Pupils = 87,
                SchoolLevel = SchoolLevel.First,
            },
            annuaire.Find("0301674G"));
        Assert.Null(annuaire.Find("0301674g"));
        Assert.Equal([annuaire.Find("0301674G")!], annuaire.Establishments);
    }

    [Fact]
    public async Task The_identifier_alone_is_enough_and_its_prefix_tells_the_rest()
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", "Identifiant_de_l_etablissement\r\n 0220158c \r\n6200001G"));
        Assert.Equal(2, annuaire.Count);
        var found = annuaire.Find("0220158C")!;
        Assert.Equal(("22", "Côtes-d'Armor", "14", "Rennes", "Bretagne"),
            (found.DepartmentCode, found.DepartmentName, found.AcademyCode, found.AcademyName, found.Region));
        Assert.Equal(SchoolLevel.Unknown, found.SchoolLevel);
        Assert.Null(found.IsOpen);
        Assert.Null(found.Pupils);
        Assert.Equal("2A", annuaire.Find("6200001G")!.DepartmentCode);
        Assert.Equal("45", annuaire.Describe("0450822X").DepartmentCode);
        Assert.Equal(new Establishment { Uai = "1234567Z" }, Annuaire.Empty.Describe("1234567Z"));
    }

    [Fact]
    public async Task Quoted_fields_may_hold_separators_quotes_and_line_breaks()
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write(
            "a.csv",
            "\uFEFFnom_etablissement;identifiant_de_l_etablissement\r\n\"Lycée; dit \"\"Le Grand\"\"\r\nannexe\";0040533H\r\n\"\";0490867B\r\nx;y\r\n"));
        Assert.Equal("Lycée; dit \"Le Grand\"\r\nannexe", annuaire.Find("0040533H")!.Name);
        Assert.Equal("", annuaire.Find("0490867B")!.Name);
        Assert.Equal(5, Assert.Single(annuaire.Skipped).Line); // the record of line 2 spans two lines
    }

    [Theory]
    [InlineData("OUVERT", "OUVERT", "first")]
    [InlineData("FERME", "OUVERT", "second")]
    [InlineData("OUVERT", "FERME", "first")]
    [InlineData("FERME", "FERME", "first")]
    [InlineData("", "ouvert", "second")]
    public async Task The_first_open_row_stands_for_a_uai(string first, string second, string expected)
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write(
            "a.csv",
            $"identifiant_de_l_etablissement;nom_etablissement;etat\n0040533H;first;{first}\n0040533h;second;{second}\n0040533H;third;FERME\n"));
        Assert.Equal(1, annuaire.Count);
        Assert.Equal(expected, annuaire.Find("0040533H")!.Name);
        Assert.Equal(expected == "first" ? [3L, 4L] : [2L, 4L], annuaire.Skipped.Select(row => row.Line));
    }

    [Theory]
    [InlineData("ECOLE MATERNELLE", SchoolLevel.First)]
    [InlineData("Ecole élémentaire", SchoolLevel.First)]
    [InlineData("ÉCOLE – annexe", SchoolLevel.First)]
    [InlineData("E\u0301COLE", SchoolLevel.First)]
    [InlineData("COLLEGE", SchoolLevel.Second)]
    [InlineData("LYCEE PROFESSIONNEL", SchoolLevel.Second)]
    [InlineData("ECOL", SchoolLevel.Second)]
    [InlineData("", SchoolLevel.Unknown)]
    public async Task Ecoles_are_1d(string nature, SchoolLevel expected)
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", $"identifiant_de_l_etablissement;libelle_nature\n0040533H;{nature}\n"));
        Assert.Equal(expected, annuaire.Find("0040533H")!.SchoolLevel);
    }

    [Theory]
    [InlineData("001", "01")]
    [InlineData("1", "01")]
    [InlineData("45", "45")]
    [InlineData("02A", "2A")]
    [InlineData("2b", "2B")]
    [InlineData("720", "2B")]
    [InlineData("974", "974")]
    [InlineData("", "04")]
    public async Task Departement_codes_have_the_official_form(string written, string expected)
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", $"identifiant_de_l_etablissement;code_departement\n0040533H;{written}\n"));
        Assert.Equal(expected, annuaire.Find("0040533H")!.DepartmentCode);
    }

    [Theory]
    [InlineData("Privé", "PR")]
    [InlineData("PRIVE", "PR")]
    [InlineData("public", "PU")]
    [InlineData("-", "")]
    public async Task Sectors(string written, string expected)
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", $"identifiant_de_l_etablissement;statut_public_prive\n0040533H;{written}\n"));
        Assert.Equal(expected, annuaire.Find("0040533H")!.Sector);
    }

    [Fact]
    public async Task Damaged_rows_are_counted_with_their_lines()
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write(
            "a.csv",
            "identifiant_de_l_etablissement;nom_etablissement\n"
            + "0040533H;good\n"
            + "not a uai;x\n"
            + ";\n"
            + "0490867B\n"
            + "0490867B;one;too many\n"
            + "0490867B;a \"stray\" quote\n"
            + "0010024W;good\n"));
        Assert.Equal(["0010024W", "0040533H"], annuaire.Establishments.Select(establishment => establishment.Uai));
        Assert.Equal([3L, 4L, 5L, 6L, 7L], annuaire.Skipped.Select(row => row.Line));
    }

    [Fact]
    public async Task An_open_quote_is_an_error_for_it_swallows_rows()
    {
        var error = await Fails("identifiant_de_l_etablissement;nom_etablissement\n0040533H;good\n0490867B;\"open\n0010024W;lost\n"u8.ToArray());
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);

        var rows = string.Concat(Enumerable.Repeat("0010024W;a row like any other one, lost\n", 100_000));
        error = await Fails(Encoding.UTF8.GetBytes("identifiant_de_l_etablissement;nom_etablissement\n0490867B;\"open\n" + rows));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_identifier_column_names_the_columns_seen_and_the_remedy()
    {
        var error = await Fails("uai;nom_etablissement\n0040533H;x\n"u8.ToArray());
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("identifiant_de_l_etablissement", error.Message, StringComparison.Ordinal);
        Assert.Contains("uai | nom_etablissement", error.Message, StringComparison.Ordinal);
        Assert.Contains("semicolons", error.Remedy, StringComparison.Ordinal);
        Assert.EndsWith("bad.csv", error.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comma_separated_file_is_told_so()
    {
        var error = await Fails("identifiant_de_l_etablissement,nom_etablissement\n0040533H,x\n"u8.ToArray());
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("semicolons", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_given_twice_is_an_error()
    {
        var error = await Fails("identifiant_de_l_etablissement;etat;ETAT\n0040533H;OUVERT;FERME\n"u8.ToArray());
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains("etat", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identifiant_de_l_etablissement;nom_etablissement\n0040533H;x\n0490867B;Lycée\n", "line 3")]
    [InlineData("identifiant_de_l_etablissement;académie\n0040533H;x\n", "line 1")]
    public async Task A_latin_1_file_is_an_error_with_its_remedy(string text, string where)
    {
        var error = await Fails(Encoding.Latin1.GetBytes(text));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains("iconv -f ISO-8859-1 -t UTF-8", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_an_error_and_a_header_alone_is_not()
    {
        Assert.Equal(ErrorId.InvalidReference, (await Fails([])).Id);
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", "identifiant_de_l_etablissement\n"));
        Assert.Equal(0, annuaire.Count);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_a_folder_is_unreadable()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Annuaire.ReadAsync(_folder.Path("none.csv")));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
        error = await Assert.ThrowsAsync<EngineException>(() => Annuaire.ReadAsync(_folder.Path("")));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
    }

    [Fact]
    public async Task Compressed_files_are_the_same_and_must_be_whole()
    {
        var content = Encoding.UTF8.GetBytes(Header + Lasalle);
        var plain = await Annuaire.ReadAsync(_folder.Write("a.csv", content));
        var compressed = TemporaryFolder.Compress(content);
        var unpacked = await Annuaire.ReadAsync(_folder.Write("a.csv.gz", compressed));
        Assert.Equal(plain.Establishments, unpacked.Establishments);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), plain.Digest);
        Assert.Equal(plain.Digest, unpacked.Digest);

        for (var missing = 1; missing < compressed.Length; missing++)
        {
            var cut = _folder.Write("cut.csv.gz", compressed[..^missing]);
            var error = await Assert.ThrowsAsync<EngineException>(() => Annuaire.ReadAsync(cut));
            Assert.True(error.Id is ErrorId.UnreadableInput or ErrorId.InvalidReference, error.Message);
        }

        var noGzip = _folder.Write("not.csv.gz", content);
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => Annuaire.ReadAsync(noGzip))).Id);
    }

    [Fact]
    public async Task Reading_can_be_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Annuaire.ReadAsync(_folder.Write("a.csv", Header + Lasalle), new CancellationToken(true)));

    [Fact]
    public async Task A_file_of_full_size_is_read_whole()
    {
        var text = new StringBuilder(Header);
        for (var number = 0; number < 66_000; number++)
        {
            var digits = (450_000 + number).ToString("0000000", CultureInfo.InvariantCulture);
            text.Append(Lasalle.Replace("0301674G", digits + (char)Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits)), StringComparison.Ordinal));
        }

        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", text.ToString()));
        Assert.Equal(66_000, annuaire.Count);
        Assert.Empty(annuaire.Skipped);
    }

    private async Task<EngineException> Fails(byte[] content)
    {
        var path = _folder.Write("bad.csv", content);
        return await Assert.ThrowsAsync<EngineException>(() => Annuaire.ReadAsync(path));
    }
}
