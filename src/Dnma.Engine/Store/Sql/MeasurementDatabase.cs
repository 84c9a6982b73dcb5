using System.Data.Common;
using Dnma.Engine.Contracts;
using DuckDB.NET.Data;

namespace Dnma.Engine.Store.Sql;

/// <summary>
/// The tables of a measurement in a DuckDB database of its own, in memory, for questions in SQL; or a file of such tables, for reading only. It is a copy: what a statement changes
/// here changes no indicator. Extensions are neither installed nor loaded on their own, so a statement reaches no network by itself.
/// Not thread safe: one statement at a time.
/// </summary>
public sealed class MeasurementDatabase : IDisposable
{
    /// <summary>How statements call the database whose tables these are.</summary>
    private string _catalog = "memory";

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
            var database = new MeasurementDatabase(connection);

            // Instants are shown and cut into days in UTC, whatever the machine.
            database.Execute("SET TimeZone = 'UTC'", CancellationToken.None);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a database file for reading only.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no database of this version of DuckDB or an older one.</exception>
    internal static MeasurementDatabase OpenFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "there is no such file", "check the path");
        }

        var database = Create();
        try
        {
            database.Execute($"ATTACH {DuckDbSession.Literal(Path.GetFullPath(path))} AS given (TYPE duckdb, READ_ONLY)", CancellationToken.None);
            database.Execute("USE given", CancellationToken.None);
            database._catalog = "given";
            return database;
        }
        catch (DuckDBException error)
        {
            database.Dispose();
            throw new EngineException(ErrorId.UnreadableInput, path, OneLine(error.Message), "name a database of DuckDB", error);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Copies all tables into a new database file.</summary>
    /// <param name="path">Where there is no file.</param>
    /// <param name="cancellationToken">Interrupts the copy; half a file may remain.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    internal void CopyTo(string path, CancellationToken cancellationToken)
    {
        try
        {
            Execute($"ATTACH {DuckDbSession.Literal(Path.GetFullPath(path))} AS saved (TYPE duckdb)", cancellationToken);
            try
            {
                Execute($"COPY FROM DATABASE {_catalog} TO saved", cancellationToken);
            }
            finally
            {
                // Writes the file whole, and lets it go.
                Execute("DETACH saved", CancellationToken.None);
            }
        }
        catch (DuckDBException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EngineException(ErrorId.UnwritableOutput, path, $"cannot be written ({OneLine(error.Message)})", "free disk space, or choose a folder that can be written to", error);
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

    private void Execute(string sql, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The engine's own statements; paths are literals.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var interruption = cancellationToken.Register(static state => ((DuckDBCommand)state!).Cancel(), command);
        _ = command.ExecuteNonQuery();
    }

    /// <summary>Closes the connection; the tables are gone.</summary>
    public void Dispose() => Connection.Dispose();

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
