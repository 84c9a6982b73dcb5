using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// Functions of SQL that are ours, for one query. They are called by any of the session's threads, also by several at once; the first exception that one
/// throws ends the query. To be disposed of behind the query.
/// </summary>
internal sealed unsafe class DuckDbFunctions : IDisposable
{
    private readonly DuckDbSession _session;
    private readonly CancellationToken _cancellationToken;
    private readonly List<GCHandle> _handles = [];
    private ExceptionDispatchInfo? _failure;

    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Is asked at every call.</param>
    public DuckDbFunctions(DuckDbSession session, CancellationToken cancellationToken)
    {
        _session = session;
        _cancellationToken = cancellationToken;

        // Ends a query before that was not read to its end: with it, functions would be rolled back.
        session.Execute("SELECT 1");
    }

    /// <summary>Answers rows with numbers.</summary>
    public delegate void Body(DuckDbRows rows, Span<ulong> answers);

    /// <summary>Whether a function has thrown.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Adds a function of a text (or a blob), whose answers depend on it alone: of a column that comes with a dictionary, DuckDB asks for its entries, once.</summary>
    public void AddOfText(string name, Body body) => Add(name, body, isOfText: true);

    /// <summary>Adds a function of any columns, that is called for every row.</summary>
    public void AddOfRows(string name, Body body) => Add(name, body, isOfText: false);

    /// <summary>Throws what a function has thrown.</summary>
    public void ThrowFailure() => _failure?.Throw();

    /// <inheritdoc/>
    public void Dispose()
    {
        // No thread is in a function any more: a query has ended when it is disposed of.
        _handles.ForEach(handle => handle.Free());
        _handles.Clear();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnCall(IntPtr info, IntPtr chunk, IntPtr output)
    {
        var function = (Function)GCHandle.FromIntPtr(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
        try
        {
            function.Owner._cancellationToken.ThrowIfCancellationRequested();
            var rows = new DuckDbRows(chunk);
            function.Body(rows, new Span<ulong>((void*)NativeMethods.Vectors.DuckDBVectorGetData(output), rows.Count));
        }
        catch (Exception failure)
        {
            // It must not be thrown through DuckDB.
            Interlocked.CompareExchange(ref function.Owner._failure, ExceptionDispatchInfo.Capture(failure), null);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, "rows were refused");
        }
    }

    private void Add(string name, Body body, bool isOfText)
    {
        var handle = GCHandle.Alloc(new Function(this, body));
        _handles.Add(handle);
        var function = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        try
        {
            using var any = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Any);
            using var answer = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.UnsignedBigInt);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(function, name);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(function, answer);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(function, GCHandle.ToIntPtr(handle), null);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(function, &OnCall);

            // Else DuckDB would leave out the call for rows with a column of nulls alone.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(function);
            if (isOfText)
            {
                NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(function, any);
            }
            else
            {
                // And make one call for rows that are alike.
                NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVarargs(function, any);
                NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVolatile(function);
            }

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

    private sealed record Function(DuckDbFunctions Owner, Body Body);
}
