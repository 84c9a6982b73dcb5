using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dnma.Engine.Store;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Ingest.Sources;
using Dnma.Engine.Tests.Store;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Writes the hits of a log in another order, over several files, each in a form and a compression of its own.</summary>
internal sealed class LogRendering(Random random, TemporaryFolder folder, ParquetScratch parquet)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files, in no order, and what they are.</summary>
    public string[] Write(HostileLog log)
    {
        var hits = log.Hits.ToArray();
        random.Shuffle(hits);
        var files = new List<string>();
        while (hits.Length > 0 || files.Count == 0)
        {
            var count = random.Next(Math.Min(1, hits.Length), hits.Length + 1);
            files.Add(Write(hits[..count], $"{(char)('a' + random.Next(26))}{files.Count}"));
            hits = hits[count..];
        }

        var paths = files.ToArray();
        random.Shuffle(paths);
        return paths;
    }

    private string Write(HostileHit[] hits, string name) => random.Next(7) switch
    {
        0 => Parquet(hits, name),
        1 or 2 when hits.Length > 0 => Stored($"{name}.ndjson", hits.Select(Json).ToArray()),
        3 => Stored($"{name}.csv", Lines(hits, ';')),
        4 => Stored($"{name}.tsv", Lines(hits, '\t')),
        _ => Stored($"{name}.csv", Lines(hits, ',')),
    };

    private static string[] Lines(HostileHit[] hits, char separator) => HostileLog.Csv(hits, separator).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Json(HostileHit hit)
    {
        // Fields in any order, and none for an empty one, now and then.
        var fields = HostileHit.Columns.Zip(hit.Written()).Where(field => field.Second != "" || random.Next(2) == 0).ToArray();
        random.Shuffle(fields);
        return JsonSerializer.Serialize(fields.ToDictionary(field => field.First, field => field.Second), random.Next(2) == 0 ? Relaxed : null);
    }

    private string Parquet(HostileHit[] hits, string name)
    {
        var csv = folder.Write($"{name}.tmp", Encoding.UTF8.GetBytes(HostileLog.Csv(hits)));
        var path = parquet.Write(
            $"SELECT * FROM read_csv({DuckDbSession.Literal(csv)}, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')", $"{name}.parquet");
        var kept = Path.Join(folder.Path, $"{name}.parquet");
        File.Move(path, kept);
        File.Delete(csv);
        return kept;
    }

    /// <summary>As it is, or compressed as one member or several.</summary>
    private string Stored(string name, string[] lines)
    {
        byte[] Bytes(IEnumerable<string> part) => Encoding.UTF8.GetBytes(string.Concat(part.Select(line => line + "\n")));
        var cut = random.Next(lines.Length + 1);
        byte[][] members = [Bytes(lines[..cut]), Bytes(lines[cut..])];
        return random.Next(4) switch
        {
            0 => folder.Write(name + ".gz", [.. members.SelectMany(member => CompressedBytes.Gzip(member))]),
            1 => folder.Write(name + ".zst", [.. members.SelectMany(member => CompressedBytes.Zstd(member))]),
            2 => folder.Write(name + ".br", CompressedBytes.Brotli(Bytes(lines))),
            _ => folder.Write(name, Bytes(lines)),
        };
    }
}
