using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// The one place that opens DuckDB: an in-memory database whose settings do not depend on the machine, and which never loads or fetches an
/// extension. One query at a time, by one thread at a time.
/// </summary>
internal sealed class DuckDbSession : IDisposable
{
    private DuckDbSession(DuckDBConnection connection) => Connection = connection;

    /// <summary>The version of DuckDB, for example <c>v1.5.6</c>.</summary>
    public static string LibraryVersion => NativeMethods.Startup.DuckDBLibraryVersion();

    /// <summary>The connection, for what <see cref="Query"/> does not cover.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Opens a database of its own.</summary>
    public static DuckDbSession Open(DuckDbSettings settings)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        var session = new DuckDbSession(connection);
        try
        {
            connection.Open();
            session.Execute("SET autoinstall_known_extensions = false");
            session.Execute("SET autoload_known_extensions = false");
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{settings.MemoryLimitBytes} bytes'"));
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {settings.Threads}"));
            session.Execute($"SET temp_directory = {Literal(FolderIn(settings.TempDirectory))}");

            // Rows come in the file's order whatever the threads, and times are shown in UTC whatever the machine.
            session.Execute("SET preserve_insertion_order = true");
            session.Execute("SET TimeZone = 'UTC'");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A text as an SQL literal.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A name as a quoted SQL identifier.</summary>
    public static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Runs a statement that answers nothing.</summary>
    /// <exception cref="DuckDbFailure">DuckDB refuses it.</exception>
    public void Execute(string sql)
    {
        using var query = Query(sql, [], CancellationToken.None);
        while (query.NextChunk())
        {
        }
    }

    /// <summary>Starts a query whose answer is read chunk by chunk, while it is being computed.</summary>
    /// <param name="sql">The query; <c>?</c> stands for a text.</param>
    /// <param name="texts">The texts, in order.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    /// <exception cref="DuckDbFailure">DuckDB refuses it.</exception>
    public DuckDbQuery Query(string sql, ReadOnlySpan<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return DuckDbQuery.Start(Connection.NativeConnection, sql, texts, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    /// <summary>
    /// A folder of its own, which DuckDB makes when it needs it and removes when it closes: all databases call their files by the same names, and remove all files
    /// of such names.
    /// </summary>
    private static string FolderIn(string? folder)
    {
        if (folder is null)
        {
            return "";
        }

        try
        {
            // DuckDB makes the last folder of a path alone.
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // That matters only to a query which does not fit into memory: it says so.
        }

        return Path.Combine(folder, $"dnma-{Path.GetRandomFileName()}.duckdb");
    }
}
