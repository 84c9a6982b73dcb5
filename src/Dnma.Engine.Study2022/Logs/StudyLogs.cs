using System.IO.Compression;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Study2022.Behaviour;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>The files that the study is measured from: nothing else of the generated world reaches the results. Immutable.</summary>
/// <example><code>var logs = StudyLogs.Write("out/study2022") with { PublicSites = "acpm.csv" };</code></example>
public sealed record StudyLogs
{
    /// <summary>The seed of the study as documented.</summary>
    public const long DocumentedSeed = 2022;

    /// <summary>The second degree in autumn 2021: an access log of SmartTag hits.</summary>
    public required string SecondDegree2021 { get; init; }

    /// <summary>The second degree in autumn 2022.</summary>
    public required string SecondDegree2022 { get; init; }

    /// <summary>The first degree of one département in autumn 2022: an access log of Matomo hits.</summary>
    public required string FirstDegree2022 { get; init; }

    /// <summary>The annuaire: which schools are of which degree.</summary>
    public required string Annuaire { get; init; }

    /// <summary>Which UAI the structures of the Matomo log are.</summary>
    public required string Structures { get; init; }

    /// <summary>A CSV of public sites and their visits, <c>site;visits</c>; null for the invented ones that are shipped.</summary>
    public string? PublicSites { get; init; }

    /// <summary>Lives two starts of the school year and writes what collectors would have logged. The same seed gives the same lines.</summary>
    /// <param name="folder">Where to; made when missing, files of an earlier run are replaced.</param>
    /// <param name="seed">Another seed, other people of the same behaviour.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take the files.</exception>
    public static StudyLogs Write(string folder, long seed = DocumentedSeed)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var logs = new StudyLogs
        {
            SecondDegree2021 = Path.Combine(folder, "smarttag-2021.log.gz"),
            SecondDegree2022 = Path.Combine(folder, "smarttag-2022.log.gz"),
            FirstDegree2022 = Path.Combine(folder, "matomo-2022.log.gz"),
            Annuaire = Path.Combine(folder, "annuaire.csv"),
            Structures = Path.Combine(folder, "structures.csv"),
        };
        try
        {
            _ = Directory.CreateDirectory(folder);
            logs.Write(new SchoolWorld(), new KeyedDraws(seed));
            return logs;
        }
        catch (Exception error) when (((error as AggregateException)?.InnerException ?? error) is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnwritableOutput, folder, "the logs cannot be written there", "name a folder that can be written to, with 50 MB to spare", error);
        }
    }

    private void Write(SchoolWorld world, KeyedDraws draws)
    {
        var names = new PersonNames(draws);
        var (smartTag, matomo) = (new SmartTagRequest(names), new MatomoRequest(names));
        var second = world.People.Where(person => !person.School.IsPrimary);
        Parallel.Invoke(
            () => WriteLog(SecondDegree2021, new StartOfSchool(Behaviours.Start2021, second, draws), view => smartTag.Of(view)),
            () => WriteLog(SecondDegree2022, new StartOfSchool(Behaviours.Start2022, second, draws), view => smartTag.Of(view)),
            () => WriteLog(FirstDegree2022, new StartOfSchool(Behaviours.Start2022, world.People.Where(person => person.School.IsPrimary), draws), view => matomo.Of(view)));
        File.WriteAllLines(Annuaire, ["identifiant_de_l_etablissement;libelle_nature;etat", .. world.Schools.Select(school => $"{school.Uai};{school.Nature};OUVERT")]);
        File.WriteAllLines(Structures, ["structure;uai", .. world.Schools.Where(school => school.IsPrimary).Select(school => $"{school.Structure};{school.Uai}")]);
    }

    private static void WriteLog(string path, StartOfSchool start, Func<PageView, string> request)
    {
        using var output = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest), new UTF8Encoding(false), 1 << 16);
        foreach (var view in start.Days().SelectMany(views => views))
        {
            LogLine.Write(output, view, request(view));
        }
    }
}
