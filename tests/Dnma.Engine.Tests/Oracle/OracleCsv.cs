using System.Globalization;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>Reads the tables that fixtures are written in. Plain: one record a line, quotation marks around a field at most.</summary>
public static class OracleCsv
{
    /// <summary>Hits in canonical columns; instants in ISO 8601 or epoch milliseconds; an establishment that has not the form of a UAI is none.</summary>
    public static IReadOnlyList<OracleHit> Hits(string csv) => Rows(csv, ',').Select(row =>
    {
        string Of(string column) => row.GetValueOrDefault(column, "").Trim();
        string Code(string column) => Of(column).ToLowerInvariant();
        var uai = Of("uai").ToUpperInvariant();
        return new OracleHit
        {
            InstantMs = long.TryParse(Of("instant"), CultureInfo.InvariantCulture, out var epoch) ? epoch : DateTimeOffset.Parse(Of("instant"), CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(),
            Visitor = Of("visitor"),
            Client = Of("client"),
            Uai = uai.Length == 8 && uai[..7].All(char.IsAsciiDigit) && char.IsAsciiLetterUpper(uai[7]) ? uai : "",
            Profile = Code("profile"),
            Service = Code("service"),
            Type = Code("type"),
            Tool = Code("tool"),
            Project = Of("project"),
            Operator = Of("operator"),
            Platform = Of("platform"),
            Collectivity = Of("collectivity"),
            Kind = Code("kind") switch { "" => "page", "page" or "click" or "ping" => Code("kind"), _ => "event" },
            Page = Of("page"),
            Device = Code("device"),
            Os = Code("os"),
            Browser = Code("browser"),
        };
    }).ToList();

    /// <summary>The rows of a table by column name; none for an empty text.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string csv, char separator)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Length == 0 ? [] : Fields(lines[0], separator);
        return lines.Skip(1).Select(line => header.Zip(Fields(line, separator)).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>The fields of a line; a field may stand in quotation marks, two of which make one.</summary>
    public static string[] Fields(string line, char separator)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                fields[^1] += line[i++];
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add("");
            }
            else
            {
                fields[^1] += c;
            }
        }

        return [.. fields];
    }
}
