using System.Diagnostics;
using Dnma.Engine.Reports;
using DuckDB.NET.Data;

namespace Dnma.Engine.Bench.OpenData;

/// <summary>DuckDB reading the same file into a table in memory: every column typed, so that nothing is sniffed; times stay texts, which flatters it.</summary>
internal static class DuckDbCsv
{
    /// <summary>Reads it; how long it took, how long processors were busy, how many rows there are, and the visits of the first modality.</summary>
    public static (TimeSpan Time, TimeSpan Busy, long Rows, long Visits) Read(string path, OpenDataSet set, int threads)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"SET threads = {threads}");
        var types = string.Join(", ", set.ColumnNames.Select(name => $"'{name}': '{TypeOf(name)}'"));
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        Execute(connection, $"CREATE TABLE history AS FROM read_csv('{path}', header = true, delim = ';', quote = '\"', nullstr = 'N/A', columns = {{{types}}})");
        var (time, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*), sum({set.Measures[0].Visits})::BIGINT FROM history";
        using var reader = command.ExecuteReader();
        _ = reader.Read();
        return (time, busy, reader.GetInt64(0), reader.GetInt64(1));
    }

    private static string TypeOf(string name) => name == "debutSemaine" ? "DATE"
        : name.StartsWith("visites_", StringComparison.Ordinal) || name.StartsWith("utilisateurs_", StringComparison.Ordinal) ? "BIGINT" : "VARCHAR";

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
