using System.Diagnostics;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Hits;
using DuckDB.NET.Data;

namespace Dnma.Engine.Bench.Peers;

/// <summary>
/// DuckDB over the same encoded hits, in a table in memory, all threads. Codes are integers, as the core has them; days are cut by the offset of the one
/// season that the hits are of, which flatters it.
/// </summary>
internal sealed class DuckDbPeer : IDisposable
{
    private const string Visits = """
        CREATE OR REPLACE TEMP TABLE steps AS
        SELECT visitor, instant, establishment, profile, device, os, browser, service, row_number() OVER (PARTITION BY visitor ORDER BY instant, tie, content) AS place,
               sum(CASE WHEN before IS NULL OR instant - before >= 1800000 OR (instant + 7200000) // 86400000 <> (before + 7200000) // 86400000
                        THEN 1 ELSE 0 END) OVER (PARTITION BY visitor ORDER BY instant, tie, content) AS visit
        FROM (SELECT *, lag(instant) OVER hits AS before, lag(content) OVER hits AS content_before
              FROM hits WINDOW hits AS (PARTITION BY visitor ORDER BY instant, tie, content))
        WHERE before IS NULL OR before <> instant OR content_before <> content;
        CREATE OR REPLACE TEMP TABLE visits AS
        SELECT visitor, visit, ((min(instant) + 7200000) // 86400000 + 3) // 7 * 7 - 3 AS week, max(instant) - min(instant) AS duration,
               coalesce(arg_min(nullif(establishment, 0), place), 0) AS establishment, coalesce(arg_min(nullif(profile, 0), place), 0) AS profile,
               coalesce(arg_min(nullif(device, 0), place), 0) AS device, coalesce(arg_min(nullif(os, 0), place), 0) AS os,
               coalesce(arg_min(nullif(browser, 0), place), 0) AS browser
        FROM steps GROUP BY visitor, visit;
        """;

    private const string Tables = """
        SELECT week, establishment, profile, device, os, browser, NULL AS service, count(*) AS visits, count(DISTINCT visitor) AS users, sum(duration)::BIGINT AS duration
        FROM visits
        GROUP BY GROUPING SETS ((week, establishment), (week, establishment, profile), (week, establishment, device), (week, establishment, os),
                                (week, establishment, browser), (week, establishment, profile, device))
        UNION ALL
        SELECT week, establishment, NULL, NULL, NULL, NULL, service, count(*), count(DISTINCT visitor), sum(stay)::BIGINT
        FROM (SELECT visitor, visit, service, sum(coalesce(next - instant, 0)) AS stay
              FROM (SELECT visitor, visit, service, instant, lead(instant) OVER (PARTITION BY visitor, visit ORDER BY place) AS next FROM steps)
              GROUP BY visitor, visit, service)
        JOIN visits USING (visitor, visit)
        GROUP BY week, establishment, service
        """;

    private const string National = """
        SELECT count(*), count(DISTINCT visitor), sum(duration)::BIGINT FROM
        (SELECT visitor, max(instant) - min(instant) AS duration FROM
         (SELECT visitor, instant, sum(CASE WHEN before IS NULL OR instant - before >= 1800000 OR (instant + 7200000) // 86400000 <> (before + 7200000) // 86400000
                                            THEN 1 ELSE 0 END) OVER (PARTITION BY visitor ORDER BY instant) AS visit
          FROM (SELECT visitor, instant, lag(instant) OVER (PARTITION BY visitor ORDER BY instant) AS before FROM hits))
         GROUP BY visitor, visit)
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly HitDictionaries _dictionaries;

    public DuckDbPeer(EncodedHits input, int threads)
    {
        _dictionaries = input.Dictionaries;
        _connection.Open();
        Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        Execute($"SET threads = {threads}");
        Execute("""
            CREATE TABLE hits (visitor UINTEGER, instant BIGINT, tie UBIGINT, content UBIGINT, establishment INTEGER,
                               profile UTINYINT, device UTINYINT, os UTINYINT, browser UTINYINT, service INTEGER)
            """);
        var ties = new TieRanks(_dictionaries);
        using var appender = _connection.CreateAppender("hits");
        foreach (var block in input.Blocks)
        {
            foreach (ref readonly var hit in block.Span)
            {
                appender.CreateRow()
                    .AppendValue(hit.Visitor)
                    .AppendValue(hit.InstantMs)
                    .AppendValue(ties.Of(hit))
                    .AppendValue(hit.Content)
                    .AppendValue(_dictionaries.Places[hit.Place].Establishment)
                    .AppendValue((byte)hit.Profile)
                    .AppendValue((byte)hit.Traits.Device)
                    .AppendValue((byte)hit.Traits.Os)
                    .AppendValue((byte)hit.Traits.Browser)
                    .AppendValue(_dictionaries.Usages[_dictionaries.UsageOf(hit.Use)].Service)
                    .EndRow();
            }
        }
    }

    /// <summary>The cells of the four tables, and how long it took to have them.</summary>
    public (FigureRow[] Rows, TimeSpan Time) FourTables()
    {
        var watch = Stopwatch.StartNew();
        Execute(Visits);
        using var command = _connection.CreateCommand();
        command.CommandText = Tables;
        using var reader = command.ExecuteReader();
        var raw = new List<(int?[] Keys, long Visits, long Users, long Duration)>();
        while (reader.Read())
        {
            var keys = new int?[7];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = reader.IsDBNull(i) ? null : Convert.ToInt32(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture);
            }

            raw.Add((keys, reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9)));
        }

        var time = watch.Elapsed;
        return ([.. raw.Where(row => row.Keys[1] != 0).Select(row => Name(row.Keys, row.Visits, row.Users, row.Duration))], time);
    }

    /// <summary>The nation's visits, users and time; no duplicates are looked for, which flatters it.</summary>
    public (long Visits, long Users, long DurationMs, TimeSpan Time) NationalTotal()
    {
        var watch = Stopwatch.StartNew();
        using var command = _connection.CreateCommand();
        command.CommandText = National;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), watch.Elapsed);
    }

    public void Dispose() => _connection.Dispose();

    private FigureRow Name(int?[] keys, long visits, long users, long duration)
    {
        var (dimension, modality) = keys switch
        {
            [_, _, { } profile, { } device, ..] => ("profile-device", $"{((Profile)profile).Code()}_{((DeviceClass)device).Code()}"),
            [_, _, { } profile, ..] => ("profile", ((Profile)profile).Code()),
            [_, _, _, { } device, ..] => ("device", ((DeviceClass)device).Code()),
            [_, _, _, _, { } os, ..] => ("os", ((OperatingSystemFamily)os).Code()),
            [_, _, _, _, _, { } browser, ..] => ("browser", ((BrowserFamily)browser).Code()),
            [_, _, _, _, _, _, { } service] => ("service", service == 0 ? "inconnu" : _dictionaries.Services.Text(service)),
            _ => ("total", "total"),
        };
        return new FigureRow(keys[0]!.Value, _dictionaries.Establishments.Text(keys[1]!.Value), dimension, modality, visits, users, duration);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
