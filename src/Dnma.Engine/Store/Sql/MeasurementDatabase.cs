using System.Data.Common;
using Dnma.Engine.Contracts;
using DuckDB.NET.Data;

namespace Dnma.Engine.Store.Sql;

/// <summary>
/// The tables of a measurement in a DuckDB database of its own, in memory, for questions in SQL. It is a copy: what a statement changes
/// here changes no indicator. Extensions are neither installed nor loaded on their own, so a statement reaches no network by itself.
/// Not thread safe: one statement at a time.
/// </summary>
public sealed class MeasurementDatabase : IDisposable
{
    private MeasurementDatabase(DuckDBConnection connection) => Connection = connection;

    /// <summary>The connection, open until this is disposed of; for whatever ADO.NET can do.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Opens a database without tables.</summary>
    internal static MeasurementDatabase Create()
    {
        var connection = new DuckDBConnection(
            "DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");
        try
        {
            connection.Open();
            return new MeasurementDatabase(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Creates a table and copies its rows.</summary>
    internal void Load(SqlTable table)
    {
        using (var command = Connection.CreateCommand())
        {
            var columns = table.Columns.Select(column => $"{Quoted(column.Name)} {column.Type}");
#pragma warning disable CA2100 // Names are the engine's own, and quoted.
            command.CommandText = $"CREATE TABLE {Quoted(table.Name)} ({string.Join(", ", columns)})";
#pragma warning restore CA2100
            _ = command.ExecuteNonQuery();
        }

        using var appender = Connection.CreateAppender(table.Name);
        for (var row = 0; row < table.Count; row++)
        {
            var target = appender.CreateRow();
            foreach (var column in table.Columns)
            {
                column.Append(target, row);
            }

            target.EndRow();
        }
    }

    /// <summary>Runs one statement and has its answer read.</summary>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: the statement is wrong. <see cref="ErrorId.NotAdditive"/>: it adds up a column of distinct users.
    /// </exception>
    internal T Read<T>(string sql, Func<DbDataReader, T> read)
    {
        try
        {
            UserSums.Refuse(Connection, sql);
            using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The caller's own statement over the caller's own figures.
            command.CommandText = sql;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            return read(reader);
        }
        catch (DuckDBException error)
        {
            throw new EngineException(ErrorId.InvalidOption, "query", OneLine(error.Message), "", error);
        }
    }

    /// <summary>Closes the connection; the tables are gone.</summary>
    public void Dispose() => Connection.Dispose();

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
