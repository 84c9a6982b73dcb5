using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Dnma.Engine.Store.Sql;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store.Exchange;

/// <summary>
/// Typed columns as a table function of SQL: rows are asked for as a statement goes on, some two thousand at a time and in their order, and no copy of the table is
/// made. A feed serves one statement.
/// </summary>
internal sealed unsafe class DuckDbRowFeed
{
    private const string Function = "feed_rows";

    private readonly SqlTable _table;
    private readonly DuckDbColumnWriter[] _writers;
    private readonly CancellationToken _cancellationToken;
    private ExceptionDispatchInfo? _failure;
    private int _next;

    private DuckDbRowFeed(SqlTable table, CancellationToken cancellationToken)
    {
        _table = table;
        _writers = [.. table.Columns.Select(DuckDbColumnWriter.Of)];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Runs one statement over the rows. A session does this once.</summary>
    /// <param name="session">The session.</param>
    /// <param name="table">The columns.</param>
    /// <param name="statement">The statement around the source of the rows, as SQL.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <exception cref="DuckDbFailure">DuckDB refuses the statement, or it broke off.</exception>
    public static void Run(DuckDbSession session, SqlTable table, Func<string, string> statement, CancellationToken cancellationToken)
    {
        var feed = new DuckDbRowFeed(table, cancellationToken);
        var self = GCHandle.Alloc(feed);
        try
        {
            Register(session, GCHandle.ToIntPtr(self));
            using var query = session.Query(statement($"{Function}()"), [], cancellationToken);
            while (query.NextChunk())
            {
            }
        }
        catch (DuckDbFailure) when (feed._failure is not null)
        {
            // The echo of what is thrown below.
        }
        finally
        {
            // No thread is in the function any more: a query has ended when it is disposed of.
            self.Free();
        }

        feed._failure?.Throw();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnBind(IntPtr info)
    {
        var feed = (DuckDbRowFeed)GCHandle.FromIntPtr(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info)).Target!;
        try
        {
            foreach (var (column, writer) in feed._table.Columns.Zip(feed._writers))
            {
                using var type = writer.NewType();
                NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, column.Name, type);
            }

            NativeMethods.TableFunction.DuckDBBindSetCardinality(info, (ulong)feed._table.Count, true);
        }
        catch (Exception failure)
        {
            // It must not be thrown through DuckDB.
            feed._failure ??= ExceptionDispatchInfo.Capture(failure);
            NativeMethods.TableFunction.DuckDBBindSetError(info, "columns could not be told");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnInit(IntPtr info)
    {
        // Nothing to prepare: without it, DuckDB refuses the function.
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnRows(IntPtr info, IntPtr output)
    {
        var feed = (DuckDbRowFeed)GCHandle.FromIntPtr(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info)).Target!;
        try
        {
            feed._cancellationToken.ThrowIfCancellationRequested();
            feed.Fill(output);
        }
        catch (Exception failure)
        {
            // It must not be thrown through DuckDB.
            feed._failure ??= ExceptionDispatchInfo.Capture(failure);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, "rows could not be written");
        }
    }

    private void Fill(IntPtr output)
    {
        using var chunk = new DuckDBDataChunk(output); // Borrowed.
        var count = Math.Min(DuckDbChunk.Capacity, _table.Count - _next);
        for (var index = 0; index < _writers.Length; index++)
        {
            _writers[index].Write(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, index), _next, count);
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
        _next += count;
    }

    private static void Register(DuckDbSession session, IntPtr self)
    {
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        try
        {
            NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, Function);
            NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, self, null);
            NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &OnBind);
            NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &OnInit);
            NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &OnRows);
            if (NativeMethods.TableFunction.DuckDBRegisterTableFunction(session.Connection.NativeConnection, function) != DuckDBState.Success)
            {
                throw new InvalidOperationException("DuckDB refuses a function.");
            }
        }
        finally
        {
            NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }
}
