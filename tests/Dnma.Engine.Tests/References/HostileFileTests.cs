using Dnma.Engine.Contracts;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>Whatever stands in a reference file, it is read, or its rows are counted as skipped, or the error is the engine's own.</summary>
public sealed class HostileFileTests : IDisposable
{
    private static readonly string[] Traps =
        ["", "0010024W", "0220158C", "-", "9999-12-31", "0001-01-01", "31/12/9999", "2020-02-30", "2021-09-02T00:00:00+99:00", "99999999999999999999", "NaN", "-1", "1e400", "𝟘𝟙", "İ", "ﬁ", "É",
            "Zone A", "Polynésie", "Élèves", "Vacances d'Été", "Début des Vacances d'Été", "FERME", "ECOLE", "a\u0000b", "\u202Etxet", "n\nn", "\"\"", new string('x', 5000)];

    private static readonly string[] AnnuaireColumns =
        ["identifiant_de_l_etablissement", "code_commune", "code_departement", "code_region", "code_academie", "latitude", "longitude", "date_ouverture", "date_fermeture", "etat", "libelle_nature",
            "appartenance_education_prioritaire", "code_circonscription", "nom_commune", "nom_circonscription", "nombre_d_eleves", "date_maj_ligne", "statut_public_prive"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 100)]
    public bool Annuaires(int seed) => Reads(AnnuaireColumns, seed, async path =>
    {
        var annuaire = await Annuaire.ReadAsync(path);
        var tree = TerritoryTree.Of(annuaire);
        var expected = annuaire.ExpectedOn(new DateOnly(2022, 9, 1), TerritoryKind.Commune).Sum(commune => commune.Total);
        return tree.EstablishmentsOf(tree.State).Count == annuaire.Count
            && expected == annuaire.OpenOn(new DateOnly(2022, 9, 1)).Count
            && annuaire.Establishments.All(school => Territories.LocalAuthorityOf(school) is null or { Code.Length: > 0 })
            && annuaire.Skipped.Count + annuaire.Count == 40;
    });

    [Property(MaxTest = 100)]
    public bool Calendars(int seed) => Reads(["Description", "Population", "Date de début", "Date de fin", "Académies", "Zones", "annee_scolaire"], seed, async path =>
    {
        var calendar = (await SchoolCalendarFile.ReadAsync(path)).Calendar;
        return Enum.GetValues<SchoolZone>().All(zone => calendar.CountSchoolDays(calendar.CoverageOf(zone), zone) <= calendar.CoverageOf(zone).Length);
    });

    [Property(MaxTest = 100)]
    public bool Mergers(int seed) => Reads(["old", "new", "date"], seed, async path => (await EstablishmentMergers.ReadAsync(path)).SuccessorOf("0010024W", DateOnly.MaxValue) != "0010024W");

    private bool Reads(string[] columns, int seed, Func<string, Task<bool>> read)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 40).Select(_ => string.Join(';', columns.Select(_ => Quoted(Traps[random.Next(Traps.Length)])))).ToArray();
        var path = _folder.Write("hostile.csv", string.Join(';', columns) + "\n" + string.Join('\n', rows) + "\n");
        try
        {
            return read(path).GetAwaiter().GetResult();
        }
        catch (EngineException error)
        {
            return error.Id == ErrorId.InvalidReference;
        }
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
