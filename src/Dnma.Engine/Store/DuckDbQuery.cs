using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// The answer of a running query, one chunk of columns at a time. What it hands out is valid until the next chunk. Not thread safe; the session
/// can do nothing else before it is disposed of.
/// </summary>
internal sealed class DuckDbQuery : IDisposable
{
    private readonly DuckDBPreparedStatement _statement;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _interruption;
    private DuckDBResult _result;
    private DuckDBDataChunk? _chunk;

    private DuckDbQuery(DuckDBNativeConnection connection, DuckDBPreparedStatement statement, CancellationToken cancellationToken)
    {
        _statement = statement;
        _cancellationToken = cancellationToken;
        _interruption = cancellationToken.Register(static state => ((DuckDBNativeConnection)state!).Interrupt(), connection);
    }

    /// <summary>How many columns the answer has.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>How many rows the chunk has.</summary>
    public int RowCount { get; private set; }

    /// <summary>Prepares and starts a query.</summary>
    public static DuckDbQuery Start(DuckDBNativeConnection connection, string sql, ReadOnlySpan<string> texts, CancellationToken cancellationToken)
    {
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(connection, sql, out var statement);
        var query = new DuckDbQuery(connection, statement, cancellationToken);
        try
        {
            if (state != DuckDBState.Success)
            {
                throw new DuckDbFailure(NativeMethods.PreparedStatements.DuckDBPrepareError(statement), isOutOfMemory: false);
            }

            for (var i = 0; i < texts.Length; i++)
            {
                if (NativeMethods.PreparedStatements.DuckDBBindVarchar(statement, i + 1, texts[i]) != DuckDBState.Success)
                {
                    throw new DuckDbFailure(NativeMethods.PreparedStatements.DuckDBPrepareError(statement), isOutOfMemory: false);
                }
            }

            // An interruption before the start is forgotten by it, and planning takes some milliseconds.
            cancellationToken.ThrowIfCancellationRequested();
            if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out query._result) != DuckDBState.Success)
            {
                query.ThrowFailure();
            }

            query.ColumnCount = (int)NativeMethods.Query.DuckDBColumnCount(ref query._result);
            return query;
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>A column's name.</summary>
    public string ColumnName(int column) => NativeMethods.Query.DuckDBColumnName(ref _result, column);

    /// <summary>A column's type.</summary>
    public DuckDBType ColumnType(int column) => NativeMethods.Query.DuckDBColumnType(ref _result, column);

    /// <summary>Goes to the next chunk; false behind the last one.</summary>
    /// <exception cref="DuckDbFailure">The query broke off.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool NextChunk()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _chunk?.Dispose();
        _chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        if (_chunk.IsInvalid)
        {
            ThrowIfFailed();
            return false;
        }

        RowCount = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(_chunk);
        return RowCount > 0;
    }

    /// <summary>A column of the chunk.</summary>
    public DuckDbVector Column(int column) => new(NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk!, column));

    /// <inheritdoc/>
    public void Dispose()
    {
        // The interruption first: nothing may interrupt the connection's next query.
        _interruption.Dispose();
        _chunk?.Dispose();
        _result.Close();
        _statement.Dispose();
    }

    private void ThrowIfFailed()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!string.IsNullOrEmpty(NativeMethods.Query.DuckDBResultError(ref _result)))
        {
            ThrowFailure();
        }
    }

    private void ThrowFailure()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var message = NativeMethods.Query.DuckDBResultError(ref _result);
        var isOutOfMemory = NativeMethods.Query.DuckDBResultErrorType(ref _result) == DuckDBErrorType.OutOfMemory;
        throw new DuckDbFailure(string.IsNullOrEmpty(message) ? "the query failed" : message, isOutOfMemory);
    }
}
