using Dnma.Engine.Contracts;
using Dnma.Engine.Store.Sql;
using DuckDB.NET.Data;

namespace Dnma.Engine.Store.Exchange;

/// <summary>A table of a Parquet file, of a database file, or of a database that is open, read chunk by chunk in its order. Not thread safe.</summary>
internal static class DuckDbTable
{
    /// <summary>Hands over the rows of a Parquet file.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file.</exception>
    public static void ReadParquet(string path, ColumnChoice choose, Action<ForeignTable> take, CancellationToken cancellationToken)
    {
        using var file = ParquetFile.Open(path, DuckDbSettings.Default with { Threads = 1 }, cancellationToken);
        try
        {
            var pool = new TextPool();
            var columns = Chosen(choose, [.. file.Columns.Select(column => new DuckDbColumn(column.Name, column.Type, pool))]);
            using var query = file.Read(columns.Select(column => column.Expression), cancellationToken);
            Read(query, columns, take);
        }
        catch (DuckDbFailure failure)
        {
            throw file.Error(failure);
        }
    }

    /// <summary>Hands over the rows of a table or view of a database file, which is opened for reading only.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: there is no such file, it is no database of DuckDB, or it has no such table.</exception>
    public static void ReadDatabase(string path, string table, ColumnChoice choose, Action<ForeignTable> take, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "there is no such file", "check the path");
        }

        using var session = DuckDbSession.Open(DuckDbSettings.Default with { Threads = 1 });
        try
        {
            session.Execute($"ATTACH {DuckDbSession.Literal(Path.GetFullPath(path))} AS given (TYPE duckdb, READ_ONLY)");
            Read(session.Connection, $"given.{DuckDbSession.Identifier(table)}", choose, take, cancellationToken);
        }
        catch (DuckDbFailure failure)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, $"it cannot be read ({failure.Clause})", "name a database of DuckDB, and a table that it has");
        }
    }

    /// <summary>Hands over the answer to a query.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the query is wrong. <see cref="ErrorId.NotAdditive"/>: it adds up a column of distinct users.</exception>
    public static void ReadQuery(MeasurementDatabase database, string sql, ColumnChoice choose, Action<ForeignTable> take)
    {
        UserSums.Refuse(database.Connection, sql);
        try
        {
            // On lines of its own: the query may end with a comment.
            Read(database.Connection, $"(\n{sql}\n)", choose, take, CancellationToken.None);
        }
        catch (DuckDbFailure failure)
        {
            throw new EngineException(ErrorId.InvalidOption, "query", failure.Clause);
        }
    }

    /// <summary>Hands over the rows of a source in SQL: a name, or a query in parentheses.</summary>
    private static void Read(DuckDBConnection connection, string source, ColumnChoice choose, Action<ForeignTable> take, CancellationToken cancellationToken)
    {
        var columns = Chosen(choose, ColumnsOf(connection, source, cancellationToken));
        using var query = DuckDbQuery.Start(connection.NativeConnection, $"SELECT {string.Join(", ", columns.Select(column => column.Expression))} FROM {source}", [], cancellationToken);
        Read(query, columns, take);
    }

    private static DuckDbColumn[] ColumnsOf(DuckDBConnection connection, string source, CancellationToken cancellationToken)
    {
        var pool = new TextPool();
        using var query = DuckDbQuery.Start(connection.NativeConnection, $"SELECT * FROM {source} LIMIT 0", [], cancellationToken);
        return [.. Enumerable.Range(0, query.ColumnCount).Select(index => new DuckDbColumn(query.ColumnName(index), query.ColumnType(index), pool))];
    }

    /// <summary>The columns that somebody asks for, who may refuse what there is.</summary>
    private static DuckDbColumn[] Chosen(ColumnChoice choose, DuckDbColumn[] columns) =>
        [.. choose([.. columns.Select(column => column.Name)]).Select(name => columns.First(column => column.Name == name))];

    private static void Read(DuckDbQuery query, DuckDbColumn[] columns, Action<ForeignTable> take)
    {
        while (query.NextChunk())
        {
            for (var index = 0; index < columns.Length; index++)
            {
                columns[index].MoveTo(query.Column(index));
            }

            take(new ForeignTable(query.RowCount, columns));
        }
    }
}
