using System.Diagnostics;
using Dnma.Engine.Bench.Peers;
using DuckDB.NET.Data;

namespace Dnma.Engine.Bench.Files;

/// <summary>
/// DuckDB over a file of coded hits, all threads: the fastest plan of those tried. One window gives the gaps, a running sum above it numbers the visits as the
/// window's rows stream by, which is more than SQL promises and is checked with every cell. Codes are enumerations, visitors 64-bit hashes, days are cut
/// by the offset of the one season that the hits are of, and neither duplicates nor ties are looked for: all of that flatters it.
/// </summary>
internal sealed class DuckDbFile : IDisposable
{
    private const string Codes = """
        CREATE TYPE profiles AS ENUM ('eleve', 'enseignant', 'parent', 'admin_vie_scol_tech', 'autre', 'collectivite');
        CREATE TYPE devices AS ENUM ('ordinateur', 'smartphone', 'tablette', 'autreappareil');
        CREATE TYPE systems AS ENUM ('android', 'windows', 'ios', 'macos', 'chromeos', 'linux', 'autreos');
        CREATE TYPE browsers AS ENUM ('chromemobile', 'safari', 'chrome', 'firefox', 'edge', 'samsungbrowser', 'opera', 'huaweibrowser', 'miuibrowser', 'autrenavigateur');
        """;

    // A second look at two columns costs Parquet little; of CSV it would be a second reading of the file.
    private const string ParquetCodes = """
        DROP TYPE IF EXISTS uais; CREATE TYPE uais AS ENUM (SELECT DISTINCT uai FROM hits WHERE uai IS NOT NULL);
        DROP TYPE IF EXISTS services; CREATE TYPE services AS ENUM (SELECT DISTINCT service FROM hits WHERE service IS NOT NULL);
        """;

    private const string Steps = """
        CREATE OR REPLACE TEMP TABLE steps AS
        SELECT *, sum(CASE WHEN fresh THEN 1 ELSE 0 END) OVER (ROWS UNBOUNDED PRECEDING)::INTEGER AS visit FROM
        (SELECT * EXCLUDE (gap, ahead), coalesce(gap >= 1800000 OR (instant + 7200000) // 86400000 <> (instant - gap + 7200000) // 86400000, true) AS fresh,
                CASE WHEN ahead < 1800000 AND (instant + 7200000) // 86400000 = (instant + ahead + 7200000) // 86400000 THEN ahead ELSE 0 END AS stay
         FROM (SELECT *, instant - lag(instant) OVER ordered AS gap, lead(instant) OVER ordered - instant AS ahead
               FROM (SELECT hash(visitor, project) AS visitor, instant, uai::uais AS uai, profile::profiles AS profile, device::devices AS device, os::systems AS os,
                            browser::browsers AS browser, service::services AS service
                     FROM hits WHERE kind = 'page' OR (kind = 'click' AND service IS NOT NULL AND (type IS NULL OR type <> 'natif')))
               WINDOW ordered AS (PARTITION BY visitor ORDER BY instant)));
        CREATE OR REPLACE TEMP TABLE visits AS
        SELECT visit, any_value(visitor) AS visitor, ((min(instant) + 7200000) // 86400000 + 3) // 7 * 7 - 3 AS week, sum(stay)::BIGINT AS duration,
               arg_min(uai, instant) AS uai, arg_min(profile, instant) AS profile, arg_min(device, instant) AS device, arg_min(os, instant) AS os,
               arg_min(browser, instant) AS browser
        FROM steps GROUP BY visit;
        """;

    private const string Tables = """
        SELECT week, uai::VARCHAR, CASE grouping_id(profile, device, os, browser) WHEN 15 THEN 'total' WHEN 7 THEN 'profile' WHEN 11 THEN 'device' WHEN 13 THEN 'os'
                                                                                  WHEN 14 THEN 'browser' ELSE 'profile-device' END,
               CASE grouping_id(profile, device, os, browser) WHEN 15 THEN 'total' WHEN 7 THEN coalesce(profile::VARCHAR, 'inconnu') WHEN 11 THEN coalesce(device::VARCHAR, 'inconnu')
                    WHEN 13 THEN coalesce(os::VARCHAR, 'inconnu') WHEN 14 THEN coalesce(browser::VARCHAR, 'inconnu')
                    ELSE coalesce(profile::VARCHAR, 'inconnu') || '_' || coalesce(device::VARCHAR, 'inconnu') END,
               count(*), count(DISTINCT visitor), sum(duration)::BIGINT
        FROM visits
        GROUP BY GROUPING SETS ((week, uai), (week, uai, profile), (week, uai, device), (week, uai, os), (week, uai, browser), (week, uai, profile, device))
        UNION ALL
        SELECT week, uai::VARCHAR, 'service', coalesce(service::VARCHAR, 'inconnu'), count(*), count(DISTINCT visitor), sum(stay)::BIGINT
        FROM (SELECT visit, service, sum(stay) AS stay FROM steps GROUP BY visit, service) JOIN visits USING (visit)
        GROUP BY week, uai, service
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly bool _isParquet;

    public DuckDbFile(string path, int threads)
    {
        _isParquet = path.EndsWith(".parquet", StringComparison.Ordinal);
        _connection.Open();
        Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        Execute($"SET threads = {threads}");
        Execute(Codes);
        Execute($"CREATE VIEW hits AS FROM {(_isParquet ? $"'{path}'" : CsvOf(path))}");
    }

    /// <summary>Makes a Parquet file of a CSV file of coded hits, as DuckDB writes one by default.</summary>
    public static void ToParquet(string csv, string parquet)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY (FROM {CsvOf(csv)}) TO '{parquet}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    /// <summary>The cells of the four tables, and how long it took to have them.</summary>
    public (FigureRow[] Rows, TimeSpan Time) FourTables()
    {
        var watch = Stopwatch.StartNew();
        if (_isParquet)
        {
            Execute(ParquetCodes);
        }

        Execute(_isParquet ? Steps : Steps.Replace("::uais", "", StringComparison.Ordinal).Replace("::services", "", StringComparison.Ordinal));
        using var command = _connection.CreateCommand();
        command.CommandText = Tables;
        using var reader = command.ExecuteReader();
        var rows = new List<FigureRow>();
        while (reader.Read())
        {
            rows.Add(new FigureRow(
                (int)reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6)));
        }

        return ([.. rows], watch.Elapsed);
    }

    /// <summary>The ceiling of every reader that goes through DuckDB: each value decoded, one number made of each column.</summary>
    public TimeSpan DecodeColumns()
    {
        var watch = Stopwatch.StartNew();
        Execute("SELECT max(COLUMNS(*)) FROM hits");
        return watch.Elapsed;
    }

    public void Dispose() => _connection.Dispose();

    private static string CsvOf(string path) =>
        $$"""
        read_csv('{{path}}', header = true, delim = ',', quote = '', columns = {'instant': 'BIGINT', 'visitor': 'VARCHAR', 'client': 'VARCHAR', 'uai': 'VARCHAR',
        'profile': 'VARCHAR', 'service': 'VARCHAR', 'type': 'VARCHAR', 'tool': 'VARCHAR', 'project': 'VARCHAR', 'platform': 'VARCHAR', 'kind': 'VARCHAR', 'page': 'VARCHAR',
        'device': 'VARCHAR', 'os': 'VARCHAR', 'browser': 'VARCHAR'})
        """;

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
