using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Bench.Core;
using DuckDB.NET.Data;

namespace Dnma.Engine.Bench.Peers;

/// <summary>
/// DuckDB over the same encoded hits, in a table in memory, all threads: the fastest plan of those tried. One window gives the gaps, a running sum above it
/// numbers the visits as the window's rows stream by, which is more than SQL promises and is checked with every cell. Codes are integers, as the core has
/// them; instants count from the first midnight (<see cref="Moments"/>), and duplicates, which change none of these figures, are not looked for: that flatters it.
/// </summary>
internal sealed class DuckDbPeer : IDisposable
{
    private const string Visits = """
        CREATE OR REPLACE TEMP TABLE steps AS
        SELECT *, sum(CASE WHEN fresh THEN 1 ELSE 0 END) OVER (ROWS UNBOUNDED PRECEDING)::INTEGER AS visit FROM
        (SELECT * EXCLUDE (gap, ahead), coalesce(gap >= 1800000 OR instant % 86400000 < gap, true) AS fresh,
                CASE WHEN ahead < 1800000 AND (instant + ahead) % 86400000 >= ahead THEN ahead ELSE 0 END AS stay
         FROM (SELECT *, instant - lag(instant) OVER ordered AS gap, lead(instant) OVER ordered - instant AS ahead
               FROM hits WINDOW ordered AS (PARTITION BY visitor ORDER BY moment)));
        CREATE OR REPLACE TEMP TABLE visits AS
        SELECT visit, any_value(visitor) AS visitor, (min(instant) // 86400000 + $day + 3) // 7 * 7 - 3 AS week, sum(stay)::BIGINT AS duration,
               coalesce(arg_min(nullif(establishment, 0), moment), 0) AS establishment, coalesce(arg_min(nullif(profile, 0), moment), 0) AS profile,
               coalesce(arg_min(nullif(device, 0), moment), 0) AS device, coalesce(arg_min(nullif(os, 0), moment), 0) AS os,
               coalesce(arg_min(nullif(browser, 0), moment), 0) AS browser
        FROM steps GROUP BY visit;
        """;

    private const string Tables = """
        SELECT week, establishment, grouping_id(profile, device, os, browser), profile, device, os, browser, count(*), count(DISTINCT visitor), sum(duration)::BIGINT
        FROM visits
        GROUP BY GROUPING SETS ((week, establishment), (week, establishment, profile), (week, establishment, device), (week, establishment, os),
                                (week, establishment, browser), (week, establishment, profile, device))
        UNION ALL
        SELECT week, establishment, 16, service, NULL, NULL, NULL, count(*), count(DISTINCT visitor), sum(stay)::BIGINT
        FROM (SELECT visit, service, sum(stay) AS stay FROM steps GROUP BY visit, service) JOIN visits USING (visit)
        GROUP BY week, establishment, service
        """;

    private const string National = """
        SELECT count(*) FILTER (coalesce(NOT within, true)), count(DISTINCT visitor), sum(gap) FILTER (within)::BIGINT FROM
        (SELECT visitor, gap, gap < 1800000 AND instant % 86400000 >= gap AS within FROM
         (SELECT visitor, instant, instant - lag(instant) OVER (PARTITION BY visitor ORDER BY instant) AS gap FROM hits))
        """;

    private readonly CellNames _names;
    private readonly Moments _moments;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDbPeer(EncodedHits input, int threads)
    {
        var dictionaries = input.Dictionaries;
        _names = new CellNames(dictionaries);
        _moments = new Moments(input);
        _connection.Open();
        Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        Execute($"SET threads = {threads}");
        Execute("""
            CREATE TABLE hits (visitor UINTEGER, instant BIGINT, moment UBIGINT, establishment INTEGER,
                               profile UTINYINT, device UTINYINT, os UTINYINT, browser UTINYINT, service INTEGER)
            """);
        using var appender = _connection.CreateAppender("hits");
        foreach (var block in input.Blocks)
        {
            foreach (ref readonly var hit in block.Span)
            {
                appender.CreateRow()
                    .AppendValue(hit.Visitor)
                    .AppendValue((long)_moments.InstantOf(hit))
                    .AppendValue(_moments.Of(hit))
                    .AppendValue(dictionaries.Places[hit.Place].Establishment)
                    .AppendValue((byte)hit.Profile)
                    .AppendValue((byte)hit.Traits.Device)
                    .AppendValue((byte)hit.Traits.Os)
                    .AppendValue((byte)hit.Traits.Browser)
                    .AppendValue(dictionaries.Usages[dictionaries.UsageOf(hit.Use)].Service)
                    .EndRow();
            }
        }
    }

    /// <summary>The cells of the four tables, and how long it took to have them.</summary>
    public (FigureRow[] Rows, TimeSpan Time) FourTables()
    {
        var watch = Stopwatch.StartNew();
        Execute(Visits.Replace("$day", _moments.FirstDay.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        using var command = _connection.CreateCommand();
        command.CommandText = Tables;
        using var reader = command.ExecuteReader();
        var rows = new List<FigureRow>();
        while (reader.Read())
        {
            var (dimension, first, second) = KeyOf(reader);
            if (reader.GetInt32(1) != 0)
            {
                rows.Add(_names.Row((int)reader.GetInt64(0), reader.GetInt32(1), dimension, first, second, reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9)));
            }
        }

        return ([.. rows], watch.Elapsed);
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

    private static (string Dimension, int First, int Second) KeyOf(DuckDBDataReader reader) => reader.GetInt64(2) switch
    {
        15 => ("total", 0, 0),
        7 => ("profile", reader.GetInt32(3), 0),
        11 => ("device", reader.GetInt32(4), 0),
        13 => ("os", reader.GetInt32(5), 0),
        14 => ("browser", reader.GetInt32(6), 0),
        3 => ("profile-device", reader.GetInt32(3), reader.GetInt32(4)),
        _ => ("service", reader.GetInt32(3), 0),
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
