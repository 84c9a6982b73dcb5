namespace Dnma.Engine.Tests.Oracle;

/// <summary>The oracle's tables, against rows written down by hand from design §6 and §10.</summary>
public class OracleTablesTests
{
    private const string Annuaire =
        "identifiant_de_l_etablissement;statut_public_prive;nom_commune;code_departement;code_academie;libelle_departement;libelle_academie;libelle_region;ministere_tutelle;libelle_nature;nom_circonscription\n"
        + "0220158C;Privé;Lannion;022;14;Côtes-d'Armor;Rennes;Bretagne;MEN;ECOLE MATERNELLE;C1\n";

    private const string Hits =
        "instant,visitor,uai,profile,service,type,device,os,browser,project,platform\n"
        + "2022-09-05T08:00:00+02:00,a,0220158C,eleve,notes,natif,smartphone,ios,safari,P,K\n"
        + "2022-09-05T08:02:00+02:00,a,0220158C,eleve,page_ent,natif,smartphone,ios,safari,P,K\n"
        + "2022-09-07T08:00:00+02:00,a,0220158C,eleve,notes,natif,smartphone,ios,safari,P,K\n";

    [Fact]
    public void Rows_of_one_pupil()
    {
        var rows = OracleIndicators.Rows(OracleVisits.Of(OracleCsv.Hits(Hits), OracleNorm.Dnma).Visits, new OracleReferences(Annuaire));
        Assert.Contains("all,2022-09-05,national,FR,total,total,2,1,3,3,120000,1,1,1", rows);
        Assert.Contains("all,2022-09-05,national,FR,service,notes,2,1,2,2,120000,1,1,1", rows);
        Assert.Contains("all,2022-09-05,national,FR,service,page_ent,1,1,1,1,0,1,0,0", rows);
        Assert.Contains("day,2022-09-05,academy,14,profile-device,eleve_smartphone,1,1,2,2,120000,1,0,0", rows);
        Assert.Contains("day,2022-09-06,national,FR,total,total,0,0,0,0,0,0,0,0", rows);
        Assert.Contains("week,2022-09-05,establishment,0220158C,school-level,1d,2,1,3,3,120000,1,1,1", rows);
        Assert.Contains("school-year,2022-08-01,platform,K,tool,inconnu,2,1,3,3,120000,1,1,1", rows);
        Assert.Contains("month,2022-09-01,project,P,connected-object,aucun,2,1,3,3,120000,1,1,1", rows);
        Assert.DoesNotContain(rows, r => r.StartsWith("day,", StringComparison.Ordinal) && (r.Contains(",establishment,", StringComparison.Ordinal) || r.Contains(",platform,", StringComparison.Ordinal)));
        Assert.Equal(rows.Order(Paris.Utf8), rows);

        // 12 modalities (two services) a territory; 3 levels × 2 days with visits, 6 levels × 4 longer periods, one zero row.
        Assert.Equal((12 - 1) + (11 - 1) + (4 * 6 * 12) + (12 * 2) + (11 * 2) + 1 + 2, rows.Count);
    }

    [Fact]
    public void Nothing_gives_no_row() => Assert.Empty(OracleIndicators.Rows([], new OracleReferences()));

    [Fact]
    public void Open_data_of_one_pupil()
    {
        var files = OracleOpenData.Files(OracleVisits.Of(OracleCsv.Hits(Hits), OracleNorm.Dnma).Visits, new OracleReferences(Annuaire));
        Assert.Equal([25, 85, 73, 58], new[] { "profils", "services", "appareils", "profils-appareils" }.Select(f => files[$"fr-en-dnma-par-uai-{f}.csv"][0].Split(';').Length));
        Assert.All(files.Values, file => Assert.All(file, line => Assert.Equal(file[0].Split(';').Length, line.Split(';').Length)));
        const string keys = "2022-09-05;0220158C;Rennes;Lannion;Côtes-d'Armor;Bretagne;MEN;C1;ECOLE MATERNELLE;PR;";
        Assert.StartsWith(keys + "2;1;00:02:00;2;1;00:02:00;0;0;00:00:00;", files["fr-en-dnma-par-uai-profils.csv"][1], StringComparison.Ordinal);
        Assert.StartsWith(keys + "0;0;00:00:00;2;1;00:02:00;", files["fr-en-dnma-par-uai-appareils.csv"][1], StringComparison.Ordinal);

        // Time in notes, 2 min, over the two visits that used it.
        var services = files["fr-en-dnma-par-uai-services.csv"];
        var column = Array.IndexOf(services[0].Split(';'), "duree_notes");
        Assert.Equal("00:01:00", services[1].Split(';')[column]);
    }

    [Theory]
    [InlineData("0220158C", "22", "14")]
    [InlineData("6200001A", "2A", "27")]
    [InlineData("7200001A", "2B", "27")]
    [InlineData("9740001A", "974", "28")]
    [InlineData("0990001A", "inconnu", "inconnu")]
    [InlineData("inconnu", "inconnu", "inconnu")]
    public void Territories_by_prefix(string uai, string department, string academy) =>
        Assert.Equal((department, academy), (new OracleReferences().Department(uai), new OracleReferences().Academy(uai)));
}
