using System.Globalization;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>Expected values: domain §6, INSEE's code officiel géographique, the décret 2019-1056.</summary>
public sealed class TerritoryTreeTests : IDisposable
{
    private const string Header = "identifiant_de_l_etablissement;nom_etablissement;code_commune;nom_commune;code_departement;code_circonscription;nom_circonscription;libelle_nature;statut_public_prive;etat\n";

    private static readonly TerritoryTree Tree = TerritoryTree.BuiltIn;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TerritoryKind.State, "fr", "FR")]
    [InlineData(TerritoryKind.State, "National", "FR")]
    [InlineData(TerritoryKind.Region, "4", "04")]
    [InlineData(TerritoryKind.Region, "Ile-de-France", "11")]
    [InlineData(TerritoryKind.Region, "ÎLE DE FRANCE", "11")]
    [InlineData(TerritoryKind.Region, "Provence-Alpes-Côte d’Azur", "93")]
    [InlineData(TerritoryKind.Region, "Région académique Bretagne", "53")]
    [InlineData(TerritoryKind.Region, "TOM et Collectivités territoriales", "00")]
    [InlineData(TerritoryKind.Academy, "3", "03")]
    [InlineData(TerritoryKind.Academy, "BESANCON", "03")]
    [InlineData(TerritoryKind.Academy, "Académie d'Orléans-Tours", "18")]
    [InlineData(TerritoryKind.Academy, "académie de la Réunion", "28")]
    [InlineData(TerritoryKind.Academy, "Réunion", "28")]
    [InlineData(TerritoryKind.Academy, "Etranger", "00")]
    [InlineData(TerritoryKind.Academy, "Étranger", "00")]
    [InlineData(TerritoryKind.Academy, "Polynésie Française", "41")]
    [InlineData(TerritoryKind.Academy, "Nouvelle Calédonie", "40")]
    [InlineData(TerritoryKind.Academy, "Saint Pierre et Miquelon", "44")]
    [InlineData(TerritoryKind.Academy, "Wallis et Futuna", "42")]
    [InlineData(TerritoryKind.Department, "045", "45")]
    [InlineData(TerritoryKind.Department, "1", "01")]
    [InlineData(TerritoryKind.Department, "02a", "2A")]
    [InlineData(TerritoryKind.Department, "620", "2A")]
    [InlineData(TerritoryKind.Department, "COTES D'ARMOR", "22")]
    [InlineData(TerritoryKind.Department, "polynesie francaise", "987")]
    public void A_territory_is_found_by_its_code_and_by_every_published_spelling(TerritoryKind kind, string text, string code) =>
        Assert.Equal(code, Tree.Find(kind, text)?.Code);

    [Theory]
    [InlineData(TerritoryKind.Academy, "Loiret")]
    [InlineData(TerritoryKind.Region, "Loiret")]
    [InlineData(TerritoryKind.Academy, "")]
    [InlineData(TerritoryKind.Department, "20")]
    [InlineData(TerritoryKind.Academy, "academie de ")]
    [InlineData(TerritoryKind.Commune, "45234")]
    [InlineData(TerritoryKind.Establishment, "0010024W")]
    public void What_is_none_is_not_found(TerritoryKind kind, string text) => Assert.Null(Tree.Find(kind, text));

    [Theory]
    [InlineData(TerritoryKind.Academy, "05", "2019-12-31", "05")]
    [InlineData(TerritoryKind.Academy, "Caen", "2019-12-31", "05")]
    [InlineData(TerritoryKind.Academy, "5", "2020-01-01", "70")]
    [InlineData(TerritoryKind.Academy, "académie de Caen", "2020-01-01", "70")]
    [InlineData(TerritoryKind.Academy, "21", "2019-12-31", "21")]
    [InlineData(TerritoryKind.Academy, "ROUEN", "2024-09-01", "70")]
    [InlineData(TerritoryKind.Academy, "Normandie", "2019-12-31", "70")]
    [InlineData(TerritoryKind.Region, "Alsace", "2015-12-31", "42")]
    [InlineData(TerritoryKind.Region, "42", "2016-01-01", "44")]
    [InlineData(TerritoryKind.Region, "Rhône-Alpes", "2022-09-01", "84")]
    [InlineData(TerritoryKind.Region, "Centre", "2022-09-01", "24")]
    public void A_territory_of_the_past_is_its_successor_from_a_day_on(TerritoryKind kind, string text, string date, string code) =>
        Assert.Equal(code, Tree.FindAt(kind, text, Date(date))?.Code);

    [Fact]
    public void A_code_of_the_past_finds_the_successor_of_today() => Assert.Equal("Normandie", Tree.Find(TerritoryKind.Academy, "Rouen")?.Name);

    [Fact]
    public void Every_territory_of_the_past_has_a_successor_and_hides_none_of_today()
    {
        Assert.Equal(18, Territories.Successions.Count);
        Assert.All(Territories.Successions, succession =>
        {
            Assert.Equal(succession.NewCode, Tree.Find(succession.Old.Kind, succession.Old.Code)?.Code);
            Assert.Equal(succession.NewCode, Tree.Find(succession.Old.Kind, succession.Old.Name)?.Code);
            Assert.Null(Tree.ParentOf(succession.Old));
        });
    }

    [Fact]
    public void The_built_in_hierarchy_goes_up_to_the_state()
    {
        var loiret = Tree.Find(TerritoryKind.Department, "45")!;
        Assert.Equal(["Orléans-Tours", "Centre-Val de Loire", "France"], Tree.AncestorsOf(loiret).Select(territory => territory.Name));
        Assert.Equal(["Polynésie Française", "TOM et Collectivités territoriales", "France"], Tree.AncestorsOf(Tree.Find(TerritoryKind.Department, "987")!).Select(territory => territory.Name));
        Assert.Equal(["971", "977", "978"], Tree.ChildrenOf(Tree.Find(TerritoryKind.Academy, "32")!).Select(territory => territory.Code));
        Assert.Equal(20, Tree.ChildrenOf(Tree.State).Count); // 18 regions, overseas, the schools abroad
        Assert.Null(Tree.ParentOf(Tree.State));
        foreach (var department in Territories.Departments)
        {
            Assert.Equal(Tree.State, Tree.AncestorsOf(Tree.Find(TerritoryKind.Department, department.Code)!)[^1]);
        }
    }

    [Fact]
    public async Task An_annuaire_adds_communes_circonscriptions_and_establishments()
    {
        var tree = TerritoryTree.Of(await Annuaire.ReadAsync(_folder.Write("a.csv", Header
            + "0451111A;Ecole A;45234;Orléans;045;0450070X;Orléans 1;ECOLE;Public;OUVERT\n"
            + "0451112B;Ecole B;45235;Ormes;045;0450070X;Orléans 1;ECOLE;Public;OUVERT\n"
            + "0451113C;Collège C;45234;Orléans;045;;;COLLEGE;Public;OUVERT\n"
            + "0451114D;Ecole D;;;045;;;ECOLE;Public;OUVERT\n"
            + "1230001E;Nulle part;;;999;;;ECOLE;Public;OUVERT\n")));
        var loiret = tree.Find(TerritoryKind.Department, "45")!;
        Assert.Equal(["45234", "45235", "0450070X", "0451114D"], tree.ChildrenOf(loiret).Select(child => child.Code));
        Assert.Equal(["0451111A", "0451113C"], tree.EstablishmentsOf(tree.Find(TerritoryKind.Commune, "ORLEANS")!).Select(school => school.Code));
        Assert.Equal(["0451111A", "0451112B"], tree.EstablishmentsOf(tree.Find(TerritoryKind.Circonscription, "0450070X")!).Select(school => school.Code));
        Assert.Equal(["0451111A", "0451112B", "0451113C", "0451114D"], tree.EstablishmentsOf(loiret).Select(school => school.Code)); // each once
        Assert.Equal(5, tree.EstablishmentsOf(tree.State).Count);
        Assert.Equal("Orléans 1", tree.CirconscriptionOf("0451111A")?.Name);
        Assert.Null(tree.CirconscriptionOf("0451113C"));
        Assert.Equal(["Orléans", "Loiret", "Orléans-Tours", "Centre-Val de Loire", "France"], tree.AncestorsOf(tree.Find(TerritoryKind.Establishment, "0451111a")!).Select(territory => territory.Name));
        Assert.Empty(Tree.EstablishmentsOf(Tree.State)); // the built-in one stays as it was
    }

    [Fact]
    public async Task A_name_that_several_share_names_none()
    {
        var tree = TerritoryTree.Of(await Annuaire.ReadAsync(_folder.Write("a.csv", Header
            + "0451111A;x;45001;Saint-Denis;045;;;ECOLE;Public;OUVERT\n0931111A;y;93066;SAINT DENIS;093;;;ECOLE;Public;OUVERT\n9741111A;z;97411;Saint-Denis;974;;;ECOLE;Public;OUVERT\n")));
        Assert.Null(tree.Find(TerritoryKind.Commune, "Saint-Denis"));
        Assert.Equal("93066", tree.Find(TerritoryKind.Commune, "93066")?.Code);
    }

    [Fact]
    public async Task Expected_establishments_are_those_open_on_the_day_by_territory()
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv",
            "identifiant_de_l_etablissement;code_departement;code_academie;libelle_nature;date_ouverture;date_fermeture;code_region\n"
            + "0451111A;045;18;ECOLE MATERNELLE;;;24\n0451112B;045;18;COLLEGE;2022-09-01;;24\n0371111A;037;18;COLLEGE;;2022-08-31;24\n1230001E;;;;;;\n"));
        Assert.Equal(
            [new ExpectedEstablishments("", 1, 0, 0), new ExpectedEstablishments("37", 1, 0, 1), new ExpectedEstablishments("45", 1, 1, 0)],
            annuaire.ExpectedOn(Date("2022-08-30"), TerritoryKind.Department));
        Assert.Equal(
            [new ExpectedEstablishments("", 1, 0, 0), new ExpectedEstablishments("18", 2, 1, 1)],
            annuaire.ExpectedOn(Date("2022-09-01"), TerritoryKind.Academy));
        Assert.Equal([new ExpectedEstablishments("FR", 3, 1, 1)], annuaire.ExpectedOn(Date("2022-09-01"), TerritoryKind.State));
        Assert.Equal(["", "24"], annuaire.ExpectedOn(Date("2022-09-01"), TerritoryKind.Region).Select(territory => territory.Code));
        Assert.Equal(3, annuaire.ExpectedOn(Date("2022-09-01"), TerritoryKind.Establishment).Count);
        Assert.Empty(Annuaire.Empty.ExpectedOn(Date("2022-09-01"), TerritoryKind.State));
    }

    [Theory]
    [InlineData("ECOLE DE NIVEAU ELEMENTAIRE", "Public", TerritoryKind.Commune, "45234")]
    [InlineData("COLLEGE", "Public", TerritoryKind.Department, "45")]
    [InlineData("LYCEE PROFESSIONNEL", "Public", TerritoryKind.Region, "24")]
    [InlineData("ETABLISSEMENT REGIONAL D'ENSEIGNT ADAPTE", "Public", TerritoryKind.Region, "24")]
    [InlineData("COLLEGE", "Privé", null, null)]
    [InlineData("SERVICE ADMINISTRATIF", "Public", null, null)]
    [InlineData("", "Public", null, null)]
    public async Task Communes_keep_ecoles_departements_colleges_and_regions_lycees(string nature, string sector, TerritoryKind? kind, string? code)
    {
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", Header + $"0451111A;x;45234;Orléans;045;;;{nature};{sector};OUVERT\n"));
        var authority = Territories.LocalAuthorityOf(annuaire.Find("0451111A")!);
        Assert.Equal((kind, code), (authority?.Kind, authority?.Code));
    }

    [Theory]
    [InlineData("45", SchoolZone.B, PublicHolidayLaw.Metropole)]
    [InlineData("57", SchoolZone.B, PublicHolidayLaw.AlsaceMoselle)]
    [InlineData("67", SchoolZone.B, PublicHolidayLaw.AlsaceMoselle)]
    [InlineData("54", SchoolZone.B, PublicHolidayLaw.Metropole)]
    [InlineData("2A", SchoolZone.Corse, PublicHolidayLaw.Metropole)]
    [InlineData("971", SchoolZone.Guadeloupe, PublicHolidayLaw.Guadeloupe)]
    [InlineData("978", SchoolZone.Guadeloupe, PublicHolidayLaw.SaintMartin)]
    [InlineData("977", SchoolZone.Guadeloupe, PublicHolidayLaw.SaintBarthelemy)]
    [InlineData("975", SchoolZone.SaintPierreEtMiquelon, PublicHolidayLaw.Metropole)]
    [InlineData("988", SchoolZone.NouvelleCaledonie, PublicHolidayLaw.NouvelleCaledonie)]
    [InlineData("99", null, PublicHolidayLaw.Metropole)]
    public void A_departement_has_a_school_calendar_and_public_holidays(string department, SchoolZone? zone, PublicHolidayLaw law)
    {
        Assert.Equal(zone, Territories.ZoneOf(department));
        Assert.Equal(law, Territories.PublicHolidaysOf(department));
    }

    [Property]
    public bool No_text_makes_a_look_up_fail(string? text, byte kind, ushort day) =>
        Tree.FindAt((TerritoryKind)(kind % 7), text ?? "", new DateOnly(2010, 1, 1).AddDays(day % 6000)) is null or { Code.Length: > 0 };

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
