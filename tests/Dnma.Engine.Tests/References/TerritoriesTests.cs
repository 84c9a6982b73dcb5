using System.Globalization;
using System.Text;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.References;

/// <summary>Expected values: domain §6.</summary>
public class TerritoriesTests
{
    private const string Norm =
        """
        01 Paris: 75; 02 Aix-Marseille: 04 05 13 84; 03 Besançon: 25 39 70 90; 04 Bordeaux: 24 33 40 47 64; 06 Clermont-Ferrand:
        03 15 43 63; 07 Dijon: 21 58 71 89; 08 Grenoble: 07 26 38 73 74; 09 Lille: 59 62; 10 Lyon: 01 42 69; 11 Montpellier: 11 30 34 48 66; 12 Nancy-Metz: 54 55 57 88;
        13 Poitiers: 16 17 79 86; 14 Rennes: 22 29 35 56; 15 Strasbourg: 67 68; 16 Toulouse: 09 12 31 32 46 65 81 82; 17 Nantes: 44 49 53 72 85; 18 Orléans-Tours:
        18 28 36 37 41 45; 19 Reims: 08 10 51 52; 20 Amiens: 02 60 80; 22 Limoges: 19 23 87; 23 Nice: 06 83; 24 Créteil: 77 93 94; 25 Versailles: 78 91 92 95;
        27 Corse: 2A 2B; 28 La Réunion: 974; 31 Martinique: 972; 32 Guadeloupe: 971; 33 Guyane: 973; 43 Mayotte: 976; 70 Normandie: 14 27 50 61 76
        """;

    [Fact]
    public void Academies_hold_the_departements_of_the_norm()
    {
        var entries = Norm.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries);
        Assert.Equal(30, entries.Length);
        Assert.Equal(30, Territories.Academies.Count);
        var seen = 0;
        foreach (var entry in entries)
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            var academy = Territories.FindAcademy(entry[..2]);
            Assert.NotNull(academy);
            Assert.Equal(entry[3..colon], academy.Name);
            foreach (var code in entry[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Equal(academy, Territories.FindDepartment(code)?.Academy);
                Assert.Contains(code, Territories.DepartmentsOfAcademy(academy.Code).Select(department => department.Code));
                seen++;
            }
        }

        Assert.Equal(101, seen);
    }

    [Fact]
    public void There_are_101_departements_in_18_regions_and_six_collectivities_in_none()
    {
        Assert.Equal(107, Territories.Departments.Count);
        Assert.Equal(107, Territories.Departments.Select(department => department.Code).Distinct().Count());
        Assert.Equal(107, Territories.Departments.Select(department => department.Name).Distinct().Count());
        Assert.Equal(18, Territories.Regions.Count);
        Assert.Equal(101, Territories.Regions.Sum(region => Territories.DepartmentsOfRegion(region.Code).Count));
        Assert.Equal(["975", "977", "978", "986", "987", "988"],
            Territories.Departments.Where(department => department.Region is null).Select(department => department.Code));
        Assert.Equal(["975", "986", "987", "988"],
            Territories.Departments.Where(department => department.Academy is null).Select(department => department.Code));
    }

    [Theory]
    [InlineData("24", "Centre-Val de Loire", "18 28 36 37 41 45")]
    [InlineData("28", "Normandie", "14 27 50 61 76")]
    [InlineData("75", "Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87")]
    [InlineData("84", "Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74")]
    [InlineData("94", "Corse", "2A 2B")]
    [InlineData("04", "La Réunion", "974")]
    [InlineData("06", "Mayotte", "976")]
    public void Regions_have_the_codes_of_insee(string code, string name, string departments)
    {
        Assert.Equal(name, Territories.FindRegion(code)?.Name);
        Assert.Equal(departments.Split(' '), Territories.DepartmentsOfRegion(code).Select(department => department.Code));
        Assert.Null(Territories.FindRegion("05"));
    }

    [Fact]
    public void Every_academy_lies_in_one_region()
    {
        foreach (var academy in Territories.Academies.Where(academy => academy.Code != "32"))
        {
            Assert.Single(Territories.DepartmentsOfAcademy(academy.Code).Select(department => department.Region).Distinct());
        }
    }

    [Theory]
    [InlineData("0450822X", "45", "Loiret", "18", "Orléans-Tours", "Centre-Val de Loire")]
    [InlineData("6200001G", "2A", "Corse-du-Sud", "27", "Corse", "Corse")]
    [InlineData("7200001A", "2B", "Haute-Corse", "27", "Corse", "Corse")]
    [InlineData("0750001A", "75", "Paris", "01", "Paris", "Île-de-France")]
    [InlineData("0220158C", "22", "Côtes-d'Armor", "14", "Rennes", "Bretagne")]
    [InlineData("0930001A", "93", "Seine-Saint-Denis", "24", "Créteil", "Île-de-France")]
    [InlineData("9740001A", "974", "La Réunion", "28", "La Réunion", "La Réunion")]
    [InlineData("9760127J", "976", "Mayotte", "43", "Mayotte", "Mayotte")]
    [InlineData("9780001A", "978", "Saint-Martin", "32", "Guadeloupe", null)]
    [InlineData("9830002K", "988", "Nouvelle-Calédonie", null, null, null)]
    public void A_uai_names_its_territories(string uai, string code, string name, string? academyCode, string? academy, string? region)
    {
        var department = Territories.DepartmentOf(Encoding.ASCII.GetBytes(uai));
        Assert.NotNull(department);
        Assert.Equal((code, name, academyCode, academy, region),
            (department.Code, department.Name, department.Academy?.Code, department.Academy?.Name, department.Region?.Name));
    }

    [Fact]
    public void Prefixes_and_departements_agree_totally()
    {
        var named = new HashSet<string>();
        for (var prefix = 0; prefix < 1000; prefix++)
        {
            var uai = Encoding.ASCII.GetBytes(prefix.ToString("000", CultureInfo.InvariantCulture) + "0001A");
            if (Uai.DepartmentCode(uai) is { } code)
            {
                Assert.NotNull(Territories.FindDepartment(code));
                named.Add(code);
            }
        }

        Assert.Equal(Territories.Departments.Select(department => department.Code).Order(), named.Order());
        Assert.Null(Territories.DepartmentOf("1234567Z"u8));
        Assert.Null(Territories.FindDepartment("20"));
        Assert.Null(Territories.FindAcademy("05"));
    }

    [Theory]
    [InlineData(SchoolZone.A, "Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers")]
    [InlineData(SchoolZone.B, "Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg")]
    [InlineData(SchoolZone.C, "Créteil, Montpellier, Paris, Toulouse, Versailles")]
    [InlineData(SchoolZone.Corse, "Corse")]
    [InlineData(SchoolZone.Guadeloupe, "Guadeloupe")]
    [InlineData(SchoolZone.Martinique, "Martinique")]
    [InlineData(SchoolZone.Guyane, "Guyane")]
    [InlineData(SchoolZone.Reunion, "La Réunion")]
    [InlineData(SchoolZone.Mayotte, "Mayotte")]
    public void Zones_hold_the_academies_of_the_norm(SchoolZone zone, string names) =>
        Assert.Equal(names.Split(", "),
            Territories.Academies.Where(academy => academy.Zone == zone).Select(academy => academy.Name).Order(StringComparer.Ordinal));
}
