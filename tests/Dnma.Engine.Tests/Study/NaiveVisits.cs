using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Study;

/// <summary>Visits of a SmartTag log as a reader of the norm would count them by hand: by person, cut at gaps of half an hour and at midnight in Paris.</summary>
internal static partial class NaiveVisits
{
    /// <summary>The lines of a compressed log.</summary>
    public static IEnumerable<string> LinesOf(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Visits, users, and the mean time of the visits of two pages or more, in milliseconds, of those visits that begin in the half-open range of days.</summary>
    public static (long Visits, long Users, double TimePerVisitMs) Count(IEnumerable<string> lines, DateOnly from, DateOnly to)
    {
        var (visits, timed, duration, users) = (0L, 0L, 0L, new HashSet<string>());
        foreach (var person in lines.Select(line => Hit().Match(line)).GroupBy(hit => hit.Groups["person"].Value, hit => long.Parse(hit.Groups["ts"].Value, CultureInfo.InvariantCulture)))
        {
            var instants = person.Order().ToArray();
            for (var (first, next) = (0, 1); next <= instants.Length; next++)
            {
                if (next < instants.Length && instants[next] - instants[next - 1] < 1_800_000 && Paris.Day(instants[next]) == Paris.Day(instants[first]))
                {
                    continue;
                }

                var day = Paris.Day(instants[first]);
                if (day >= from && day < to)
                {
                    visits++;
                    _ = users.Add(person.Key);
                    timed += next - first > 1 ? 1 : 0;
                    duration += instants[next - 1] - instants[first];
                }

                first = next;
            }
        }

        return (visits, users.Count, (double)duration / timed);
    }

    [GeneratedRegex("&ts=(?<ts>[0-9]+)&.*&at=(?<person>[0-9a-f]+)&")]
    private static partial Regex Hit();
}
