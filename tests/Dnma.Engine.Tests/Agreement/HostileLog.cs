using System.Text;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>A small log made to break an audience measurement, and the days to measure. Prints as the table that it is.</summary>
public sealed record HostileLog(IReadOnlyList<HostileHit> Hits, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>
    /// Leaves out what no rule orders: two people on one browser at one instant, in hits that agree in every field that orders hits. A visit keyed
    /// by browser belongs to either then.
    /// </summary>
    public static HostileLog Of(IEnumerable<HostileHit> hits, DateOnly? from = null, DateOnly? to = null)
    {
        var owners = new Dictionary<(string Client, long Instant, string Content), string>();
        bool IsOrdered(OracleHit hit)
        {
            var key = (hit.Client, hit.InstantMs, (hit with { Visitor = "", Collectivity = "" }).TieKey);
            return hit.Client == "" || owners.TryAdd(key, hit.Person) || owners[key] == hit.Person;
        }

        return new([.. hits.Where(hit => IsOrdered(hit.Meant()))], from, to);
    }

    public IReadOnlyList<OracleHit> Meant() => [.. Hits.Select(hit => hit.Meant())];

    /// <summary>The log as a table, by a writer that quotes what it must.</summary>
    public string Csv(char separator = ',') => Csv(Hits, separator);

    public static string Csv(IEnumerable<HostileHit> hits, char separator = ',')
    {
        var text = new StringBuilder().AppendJoin(separator, HostileHit.Columns).Append('\n');
        foreach (var hit in hits)
        {
            text.AppendJoin(separator, hit.Written().Select(field => Quoted(field, separator))).Append('\n');
        }

        return text.ToString();
    }

    public override string ToString() => $"days {From:yyyy-MM-dd} to {To:yyyy-MM-dd}\n{Csv()}";

    private static string Quoted(string field, char separator) =>
        field.Contains(separator, StringComparison.Ordinal) || field.Contains('"', StringComparison.Ordinal) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
