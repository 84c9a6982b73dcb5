using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// Takes the rows of a query on the threads that decode them: a function of SQL that keeps what it is given. Nothing is copied into an answer, and no
/// thread waits for another one to fetch it, but rows come in any order, and several chunks at a time.
/// </summary>
internal sealed unsafe class DuckDbRowTap
{
    private const string Function = "take_rows";

    private readonly DuckDbSession _session;
    private readonly Action<DuckDbRows> _take;
    private readonly CancellationToken _cancellationToken;
    private ExceptionDispatchInfo? _failure;

    private DuckDbRowTap(DuckDbSession session, Action<DuckDbRows> take, CancellationToken cancellationToken)
    {
        _session = session;
        _take = take;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Hands over every row of a source. A session does this once.</summary>
    /// <param name="session">The session.</param>
    /// <param name="expressions">What to take of each row, as SQL; at least two columns that differ from row to row.</param>
    /// <param name="source">The rest of the query, from <c>FROM</c> on; <c>?</c> stands for a text.</param>
    /// <param name="texts">The texts, in order.</param>
    /// <param name="take">Called by any of the session's threads, also by several at once. What it throws ends the query, and is thrown here.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    /// <exception cref="DuckDbFailure">DuckDB refuses the query, or it broke off.</exception>
    public static void Run(
        DuckDbSession session,
        IEnumerable<string> expressions,
        string source,
        ReadOnlySpan<string> texts,
        Action<DuckDbRows> take,
        CancellationToken cancellationToken)
    {
        var tap = new DuckDbRowTap(session, take, cancellationToken);
        var self = GCHandle.Alloc(tap);
        try
        {
            tap.Register(GCHandle.ToIntPtr(self));
            tap.Execute($"SELECT max(taken) FROM (SELECT {Function}({string.Join(", ", expressions)}) AS taken{source})", texts);
        }
        finally
        {
            // No thread is in the function any more: a query has ended when it is disposed of.
            self.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnRows(IntPtr info, IntPtr chunk, IntPtr output)
    {
        var tap = (DuckDbRowTap)GCHandle.FromIntPtr(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
        try
        {
            tap._cancellationToken.ThrowIfCancellationRequested();
            var rows = new DuckDbRows(chunk);
            tap._take(rows);
            new Span<byte>((void*)NativeMethods.Vectors.DuckDBVectorGetData(output), rows.Count).Clear();
        }
        catch (Exception failure)
        {
            // It must not be thrown through DuckDB.
            Interlocked.CompareExchange(ref tap._failure, ExceptionDispatchInfo.Capture(failure), null);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, "rows were refused");
        }
    }

    private void Register(IntPtr self)
    {
        // Ends a query before that was not read to its end: with it, the function would be rolled back.
        _session.Execute("SELECT 1");
        var function = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        try
        {
            using var any = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Any);
            using var answer = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.UnsignedTinyInt);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(function, Function);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVarargs(function, any);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(function, answer);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(function, self, null);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(function, &OnRows);

            // Else DuckDB would leave out the call for rows with a column of nulls alone, and make one call for rows that are alike.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(function);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVolatile(function);
            if (NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(_session.Connection.NativeConnection, function) != DuckDBState.Success)
            {
                throw new InvalidOperationException("DuckDB refuses a function.");
            }
        }
        finally
        {
            NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref function);
        }
    }

    private void Execute(string sql, ReadOnlySpan<string> texts)
    {
        try
        {
            using var query = _session.Query(sql, texts, _cancellationToken);
            while (query.NextChunk())
            {
            }
        }
        catch (DuckDbFailure) when (_failure is not null)
        {
            // The echo of what is thrown below.
        }

        _failure?.Throw();
    }
}
