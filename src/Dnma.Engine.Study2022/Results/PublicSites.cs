using System.Globalization;
using CsvHelper;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Study2022.Results;

/// <summary>A list of public sites and their certified visits, and where the ENT stand in it.</summary>
internal static class PublicSites
{
    private const string Shipped = "public-sites.csv";

    /// <summary>Ranks all ENT together among the sites of a list. Equal visits share a rank, the ENT first.</summary>
    /// <param name="path">The list; null for the invented one that is shipped.</param>
    /// <param name="entVisits">The visits of the ENT, measured as those of the sites are.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the list cannot be read. <see cref="ErrorId.InvalidReference"/>: it is no list of sites and visits.
    /// </exception>
    public static IReadOnlyList<RankedSite> Rank(string? path, long entVisits)
    {
        var all = Read(path)
            .Append((Site: "ENT", Visits: entVisits, IsEnt: true))
            .OrderByDescending(one => one.Visits).ThenByDescending(one => one.IsEnt).ThenBy(one => one.Site, StringComparer.Ordinal)
            .ToArray();
        return [.. all.Select(one => new RankedSite(1 + all.Count(other => other.Visits > one.Visits), one.Site, one.Visits, one.IsEnt))];
    }

    private static List<(string Site, long Visits, bool IsEnt)> Read(string? path)
    {
        try
        {
            using var stream = path is null ? typeof(PublicSites).Assembly.GetManifestResourceStream(Shipped)! : File.OpenRead(path);
            return Read(stream, path ?? Shipped);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path ?? Shipped, "the list of sites cannot be read", "name a file that exists", error);
        }
    }

    private static List<(string Site, long Visits, bool IsEnt)> Read(Stream stream, string path)
    {
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default with { Separator = ';', TrackLineNumbers = true }, leaveOpen: true);
        try
        {
            csv.ReadHeader();
            if (string.Join(';', csv.Headers) != "site;visits")
            {
                throw new FormatException("the columns are not site and visits");
            }

            var sites = new List<(string, long, bool)>();
            while (csv.Read())
            {
                sites.Add((csv.GetString(0), long.Parse(csv.GetString(1), NumberStyles.None, CultureInfo.InvariantCulture), false));
            }

            return sites;
        }
        catch (Exception error) when (error is FormatException or OverflowException or CsvFormatException or ArgumentException)
        {
            throw new EngineException(
                ErrorId.InvalidReference, path, string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber} is no site and its visits"), "write site;visits, then a name and a whole number on each line", error);
        }
    }
}
