using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.References;

namespace Dnma.Engine.Tests.References;

/// <summary>
/// The 71 columns of the open data's export with capitals, as of 2026, in their order, and what spreadsheets make of them. The schools are made up.
/// </summary>
public sealed class AnnuaireSchemaTests : IDisposable
{
    private const string Header =
        "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Adresse_3;Code_postal;Code_commune;Nom_commune;"
        + "Code_departement;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;Voie_generale;Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;"
        + "Restauration;Hebergement;ULIS;Apprentissage;Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;Section_internationale;Section_europeenne;"
        + "Lycee_Agricole;Lycee_militaire;Lycee_des_metiers;Post_BAC;Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Fiche_onisep;position;Type_contrat_prive;"
        + "Libelle_departement;Libelle_academie;Libelle_region;coordX_origine;coordY_origine;epsg_origine;nom_circonscription;latitude;longitude;precision_localisation;"
        + "date_ouverture;date_maj_ligne;etat;ministere_tutelle;multi_uai;rpi_concentre;rpi_disperse;code_nature;libelle_nature;Code_type_contrat_prive;PIAL;"
        + "etablissement_mere;type_rattachement_etablissement_mere;code_circonscription;code_zone_animation_pedagogique;libelle_zone_animation_pedagogique;"
        + "code_bassin_formation;libelle_bassin_formation\n";

    private const string Exported =
        "0010024W;Ecole élémentaire des Tilleuls;Ecole;Public;\"1, place \"\"de la Mairie\"\"\n(bâtiment B)\";;01000 BOURG;01000;01053;Bourg-en-Bresse;001;10;84;0;1;;;;;;;;1;0;1;"
        + ";;;;;;;;;;;;REP+;;21010053800015;;46.2, 5.23;SANS OBJET;Ain;Lyon;Auvergne-Rhône-Alpes;871000.1;6568000.2;EPSG:2154;Circonscription de Bourg 1;"
        + "46.2051;5.2255;Rue;1965-05-01;2026-05-27;OUVERT;MINISTERE DE L'EDUCATION NATIONALE;0;0;001017;151;ECOLE DE NIVEAU ELEMENTAIRE;99;0010001W;0220158C;;0010070W;;;10011;Bresse\n";

    /// <summary>A spreadsheet cut the zeros of codes, wrote dates the French way and decimals with a comma.</summary>
    private const string Rewritten =
        "0010024W;Ecole des Tilleuls;Ecole;Privé;;;;1000;1053;Bourg-en-Bresse;1;3;4;1;0;;;;;;;;;;;;;;;;;;;;;;;rep +;;2,10101E+13;;;CONTRAT SIMPLE TOUTES CLASSES;"
        + "Ain;Besançon;La Réunion;;;;;46,2051;5,2255;Rue;01/02/1967;27/05/2026;A FERMER;MINISTERE DE L'EDUCATION NATIONALE;0;1;;101;ECOLE MATERNELLE;20;;;;;;;;\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_real_schema_is_read_whole()
    {
        Assert.Equal(71, Header.Split(';').Length);
        var annuaire = await Read(Header + Exported);
        Assert.Empty(annuaire.Skipped);
        Assert.Equal(new DateOnly(2026, 5, 27), annuaire.LatestUpdate);
        Assert.Equal(
            new Establishment
            {
                Uai = "0010024W",
                Name = "Ecole élémentaire des Tilleuls",
                Type = "Ecole",
                Commune = "Bourg-en-Bresse",
                CommuneCode = "01053",
                PostalCode = "01000",
                DepartmentCode = "01",
                DepartmentName = "Ain",
                AcademyCode = "10",
                AcademyName = "Lyon",
                Region = "Auvergne-Rhône-Alpes",
                RegionCode = "84",
                Ministry = "MINISTERE DE L'EDUCATION NATIONALE",
                NatureCode = "151",
                Nature = "ECOLE DE NIVEAU ELEMENTAIRE",
                Circonscription = "Circonscription de Bourg 1",
                CirconscriptionCode = "0010070W",
                Sector = "PU",
                PriorityEducation = "REP+",
                IsOpen = true,
                OpenedOn = new DateOnly(1965, 5, 1),
                ParentUai = "0220158C",
                IsRpiConcentrated = false,
                Rpi = "001017",
                IsMaternelle = false,
                IsElementaire = true,
                Latitude = 46.2051,
                Longitude = 5.2255,
                SchoolLevel = SchoolLevel.First,
            },
            annuaire.Find("0010024W"));
    }

    [Fact]
    public async Task What_a_spreadsheet_did_to_it_is_undone()
    {
        var found = (await Read(Header + Rewritten)).Find("0010024W")!;
        Assert.Equal(("01", "03", "04", "01053", "01000"), (found.DepartmentCode, found.AcademyCode, found.RegionCode, found.CommuneCode, found.PostalCode));
        Assert.Equal((46.2051, 5.2255), (found.Latitude, found.Longitude));
        Assert.Equal(new DateOnly(1967, 2, 1), found.OpenedOn);
        Assert.Equal(("PR", "CONTRAT SIMPLE TOUTES CLASSES", "REP+"), (found.Sector, found.Contract, found.PriorityEducation));
        Assert.True(found.IsOpen); // it is to close, and still teaches
        Assert.True(found.IsRpiConcentrated);
    }

    [Theory]
    [InlineData("OUVERT", true)]
    [InlineData("A FERMER", true)]
    [InlineData("À fermer", true)]
    [InlineData("FERME", false)]
    [InlineData("Fermé", false)]
    [InlineData("A OUVRIR", null)]
    [InlineData("", null)]
    [InlineData("?", null)]
    public async Task States(string written, bool? expected) =>
        Assert.Equal(expected, (await Read($"identifiant_de_l_etablissement;etat\n0040533H;{written}\n")).Find("0040533H")!.IsOpen);

    [Theory]
    [InlineData("91", "5")]
    [InlineData("45", "181")]
    [InlineData("45", "")]
    [InlineData("", "5")]
    [InlineData("NaN", "5")]
    [InlineData("1e1", "5")]
    [InlineData("∞", "5")]
    [InlineData("4 5", "5")]
    public async Task A_place_that_is_none_is_not_told(string latitude, string longitude)
    {
        var found = (await Read($"identifiant_de_l_etablissement;latitude;longitude\n0040533H;{latitude};{longitude}\n")).Find("0040533H")!;
        Assert.Null(found.Latitude);
        Assert.Null(found.Longitude);
    }

    [Fact]
    public async Task The_data_set_of_the_closed_has_other_names_for_the_same_columns()
    {
        var closed = await Read(
            "numero_uai;appellation_officielle;secteur_public_prive_libe;code_postal_uai;libelle_commune;nature_uai;nature_uai_libe;code_departement;code_region;"
            + "date_ouverture;date_fermeture;libelle_ministere;secteur_prive_libelle_type_contrat\n"
            + "0220158C;Collège d'hier;Privé;22000;Saint-Brieuc;340;COLLEGE;022;53;1970-09-01;2021-08-31;MINISTERE;HORS CONTRAT\n");
        var found = closed.Find("0220158C")!;
        Assert.Equal(("Collège d'hier", "PR", "22000", "Saint-Brieuc", "340", "COLLEGE"), (found.Name, found.Sector, found.PostalCode, found.Commune, found.NatureCode, found.Nature));
        Assert.Equal(("MINISTERE", "HORS CONTRAT"), (found.Ministry, found.Contract));
        Assert.Equal((false, new DateOnly(2021, 8, 31)), (found.IsOpen, found.ClosedOn));
    }

    [Fact]
    public async Task Closed_establishments_can_be_added_and_the_annuaires_own_rows_stand()
    {
        var open = await Read("identifiant_de_l_etablissement;nom_etablissement;etat;date_maj_ligne\n0010024W;open;OUVERT;2026-05-27\n");
        var closed = await Read("numero_uai;appellation_officielle;date_fermeture\n0010024W;closed;2001-07-01\n0220158C;gone;2021-08-31\nx;y;z\n");
        var both = open.With(closed);
        Assert.Equal(["0010024W", "0220158C"], both.Establishments.Select(school => school.Uai));
        Assert.Equal(("open", "gone"), (both.Find("0010024W")!.Name, both.Find("0220158C")!.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(open.Digest + closed.Digest))), both.Digest);
        Assert.Equal(new DateOnly(2026, 5, 27), both.LatestUpdate);
        Assert.Equal(new DateOnly(2026, 5, 27), closed.With(open).LatestUpdate);
        Assert.Single(both.Skipped);
        Assert.Equal(1, open.Count);
    }

    [Theory]
    [InlineData("1999-12-31", "closed dated")]
    [InlineData("2000-09-01", "closed dated, opened")]
    [InlineData("2021-08-30", "closed dated, opened")]
    [InlineData("2021-08-31", "opened")]
    public async Task Establishments_are_open_from_their_opening_until_their_closing(string date, string expected)
    {
        var annuaire = await Read(
            "identifiant_de_l_etablissement;nom_etablissement;etat;date_ouverture;date_fermeture\n"
            + "0010024W;opened;OUVERT;2000-09-01;\n"
            + "0220158C;closed dated;FERME;;2021-08-31\n"
            + "0040533H;closed some day;FERME;1970-09-01;\n"
            + "0301674G;opens later;A OUVRIR;2030-09-01;\n");
        Assert.Equal(expected.Split(", ").Order(), annuaire.OpenOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Select(school => school.Name).Order());
    }

    private Task<Annuaire> Read(string content) => Annuaire.ReadAsync(_folder.Write("a.csv", content));
}
