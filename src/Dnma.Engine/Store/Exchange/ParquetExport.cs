using Dnma.Engine.Contracts;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Store.Exchange;

/// <summary>Writes typed columns as a Parquet file: rows in their order, Zstandard, one row group after another in memory. The same columns give the same bytes.</summary>
internal static class ParquetExport
{
    /// <summary>Writes a file, over one that is there.</summary>
    /// <param name="table">The columns.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops between two chunks of rows; half a file may remain.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    public static void Write(SqlTable table, string path, CancellationToken cancellationToken)
    {
        // One thread: rows come from one place, and the file's bytes must not depend on the machine.
        using var session = DuckDbSession.Open(DuckDbSettings.Default with { Threads = 1 });
        try
        {
            DuckDbRowFeed.Run(session, table, rows => $"COPY (SELECT * FROM {rows}) TO {DuckDbSession.Literal(Path.GetFullPath(path))} (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
        }
        catch (DuckDbFailure failure)
        {
            throw new EngineException(ErrorId.UnwritableOutput, path, $"cannot be written ({failure.Clause})", "free disk space, or choose a folder that can be written to");
        }
    }
}
