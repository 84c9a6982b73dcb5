using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// Appends rows to a table of a session, a chunk of columns at a time. Several threads may do so, each with a chunk of its own; the session can do
/// nothing else before <see cref="Complete"/>.
/// </summary>
internal sealed class DuckDbAppender : IDisposable
{
    private readonly Lock _access = new();
    private readonly DuckDBAppender _appender;
    private readonly DuckDBLogicalType[] _types;
    private bool _isComplete;

    private DuckDbAppender(DuckDBAppender appender)
    {
        _appender = appender;
        _types = new DuckDBLogicalType[(int)NativeMethods.Appender.DuckDBAppenderColumnCount(appender)];
        for (var column = 0; column < _types.Length; column++)
        {
            _types[column] = NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)column);
        }
    }

    /// <summary>Opens a table for appending.</summary>
    public static DuckDbAppender Open(DuckDbSession session, string table)
    {
        var state = NativeMethods.Appender.DuckDBAppenderCreate(session.Connection.NativeConnection, null, table, out var appender);
        return state == DuckDBState.Success ? new DuckDbAppender(appender) : throw new InvalidOperationException($"There is no table {table} to append to.");
    }

    /// <summary>Room for rows of the table; the caller's to dispose of.</summary>
    public DuckDbChunk NewChunk() => new(_types);

    /// <summary>Appends the rows of a chunk, which is empty again then.</summary>
    /// <exception cref="DuckDbFailure">The memory limit was reached and nothing could be put aside.</exception>
    public void Append(DuckDbChunk chunk)
    {
        lock (_access)
        {
            Demand(chunk.AppendTo(_appender));
        }
    }

    /// <summary>Makes all rows part of the table.</summary>
    /// <exception cref="DuckDbFailure">The memory limit was reached and nothing could be put aside.</exception>
    public void Complete()
    {
        lock (_access)
        {
            _isComplete = true;
            Demand(NativeMethods.Appender.DuckDBAppenderClose(_appender));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_types, type => type.Dispose());
        if (!_isComplete)
        {
            // Nobody wants the rows any more: else they would be written to the table yet.
            _ = NativeMethods.Appender.DuckDBAppenderClear(_appender);
        }

        _appender.Dispose();
    }

    private static void Demand(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new DuckDbFailure("rows cannot be kept within the memory limit", isOutOfMemory: true);
        }
    }
}
