using System.Globalization;
using Dnma.Engine.Tests.Oracle;
using DuckDB.NET.Data;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>
/// An answer of its own: loads canonical hits into an in-memory DuckDB and computes visits and indicators by SQL alone, for every norm at once, in the
/// statements of the folder <c>Sql</c>. One log at a time; not thread safe.
/// </summary>
internal sealed class SqlReference : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");

    /// <summary>Each step is kept as tables: as views, the last query would be planned with every step many times over.</summary>
    private readonly string _steps = string.Concat(Text("2-qualify"), Text("3-visits"), Text("4-tables-of-visits"));

    /// <param name="annuaireCsv">The annuaire to measure with; empty: none.</param>
    public SqlReference(string annuaireCsv = "")
    {
        _connection.Open();

        // Small tables: more threads would cost more than they give.
        Execute("SET threads = 1; SET TimeZone = 'UTC'");
        Execute(Text("1-tables"));
        using var appender = _connection.CreateAppender("annuaire");
        foreach (var row in OracleCsv.Rows(annuaireCsv, ';'))
        {
            appender.CreateRow()
                .AppendValue(row["identifiant_de_l_etablissement"])
                .AppendValue(row["code_departement"].TrimStart('0').PadLeft(2, '0'))
                .AppendValue(row["code_academie"])
                .AppendValue(row["libelle_nature"])
                .AppendValue(row.GetValueOrDefault("code_region", ""))
                .AppendValue(row.GetValueOrDefault("code_commune", ""))
                .AppendValue(row.GetValueOrDefault("code_circonscription", ""))
                .AppendValue(row.GetValueOrDefault("code_nature", ""))
                .AppendValue(row.GetValueOrDefault("statut_public_prive", ""))
                .AppendValue(row.GetValueOrDefault("ministere_tutelle", ""))
                .EndRow();
        }
    }

    /// <summary>Replaces the hits and the measured days, and computes.</summary>
    public void Load(IEnumerable<OracleHit> hits, DateOnly? from = null, DateOnly? to = null, OraclePerimeter? perimeter = null, bool hasEveryLevel = false)
    {
        Execute($"DELETE FROM perimeter; UPDATE published SET is_published = is_standard OR {hasEveryLevel}");
        foreach (var (kind, values) in perimeter?.Kinds ?? new Dictionary<string, IReadOnlyCollection<string>>())
        {
            Execute($"INSERT INTO perimeter VALUES {string.Join(", ", values.Select(value => $"('{kind}', '{value.Replace("'", "''", StringComparison.Ordinal)}')"))}");
        }

        Execute($"DELETE FROM hits; DELETE FROM range; INSERT INTO range VALUES ({Date(from)}, {Date(to)})");
        Append(hits);
        Execute(_steps);
    }

    /// <summary>The rows of <c>indicators.csv</c> under each norm.</summary>
    public ILookup<OracleNorm, string> Indicators() => Lines("indicators");

    /// <summary>How many hits are excluded for which reason, as <c>reason,count</c>, under each norm.</summary>
    public ILookup<OracleNorm, string> Exclusions() => Lines("exclusions");

    public void Dispose() => _connection.Dispose();

    private void Append(IEnumerable<OracleHit> hits)
    {
        using var appender = _connection.CreateAppender("hits");
        foreach (var hit in hits)
        {
            var row = appender.CreateRow().AppendValue(hit.InstantMs);
            string[] texts =
            [
                hit.Visitor, hit.Client, hit.Uai, hit.Profile, hit.Service, hit.Type, hit.Tool, hit.Project, hit.Operator, hit.Platform, hit.Collectivity,
                hit.Kind, hit.Page, hit.UserAgent, hit.Device, hit.Os, hit.Browser, hit.ConnectedObject, hit.Flag,
            ];
            foreach (var text in texts)
            {
                row.AppendValue(text);
            }

            row.EndRow();
        }
    }

    private ILookup<OracleNorm, string> Lines(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Text(query);
        using var reader = command.ExecuteReader();
        var lines = new List<(OracleNorm Norm, string Line)>();
        while (reader.Read())
        {
            lines.Add((Enum.Parse<OracleNorm>(reader.GetString(0), ignoreCase: true), reader.GetString(1)));
        }

        return lines.ToLookup(line => line.Norm, line => line.Line);
    }

    private static string Date(DateOnly? day) => day is { } date ? string.Create(CultureInfo.InvariantCulture, $"DATE '{date:yyyy-MM-dd}'") : "NULL";

    private static string Text(string name)
    {
        using var stream = typeof(SqlReference).Assembly.GetManifestResourceStream($"agreement/{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
