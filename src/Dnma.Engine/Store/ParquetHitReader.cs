using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Store;

/// <summary>
/// Reads Parquet files of hits with canonical columns of any type (design §6): columns in whatever order, only the needed ones, each where DuckDB decoded it,
/// on the thread that did. A row's number, from 1, is its <see cref="RecordPosition.Line"/>.
/// </summary>
internal static class ParquetHitReader
{
    /// <summary>Reads all rows of a file into one sink, in the file's order, with default settings.</summary>
    /// <inheritdoc cref="Read(string, int, LentSinks, DuckDbSettings, CancellationToken)"/>
    public static long Read(string path, int fileOrdinal, RecordSink sink, CancellationToken cancellationToken)
    {
        var sinks = new LentSinks();
        sinks.Lend(sink);
        return Read(path, fileOrdinal, sinks, DuckDbSettings.Default with { Threads = 1 }, cancellationToken);
    }

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileOrdinal">Its ordinal in the run.</param>
    /// <param name="sinks">Where hits and rejects go, in any order.</param>
    /// <param name="settings">How DuckDB works.</param>
    /// <param name="cancellationToken">Breaks off the reading.</param>
    /// <returns>How many rows were read.</returns>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file; <see cref="ErrorId.UndecidedFormat"/>: a required column is missing.
    /// </exception>
    public static long Read(string path, int fileOrdinal, LentSinks sinks, DuckDbSettings settings, CancellationToken cancellationToken)
    {
        using var file = ParquetFile.Open(path, settings, cancellationToken);
        var hits = HitsOf(file, path, fileOrdinal, sinks);
        var rows = 0L;
        try
        {
            file.Take(hits.Expressions, hits.Functions.Select(function => (function.Name, CodingBy(function.Column, sinks))), Take, cancellationToken);
            return rows;
        }
        catch (DuckDbFailure failure)
        {
            throw file.Error(failure);
        }

        void Take(DuckDbRows chunk)
        {
            var sink = sinks.Borrow();
            try
            {
                hits.Deliver(chunk, sink);
            }
            finally
            {
                sinks.Lend(sink);
            }

            Interlocked.Add(ref rows, chunk.Count);
        }
    }

    private static IParquetHits HitsOf(ParquetFile file, string path, int fileOrdinal, LentSinks sinks)
    {
        var sink = sinks.Borrow();
        try
        {
            var plan = new ParquetHitPlan(file, sink.CustomNames, path);
            return sink is ICodedSink coded ? new ParquetHitCodes(plan, coded.NeedsClients, fileOrdinal) : new ParquetHitTexts(plan, fileOrdinal);
        }
        finally
        {
            sinks.Lend(sink);
        }
    }

    /// <summary>What a function of SQL does that codes the texts of a column.</summary>
    private static DuckDbFunctions.Body CodingBy(CodedColumn column, LentSinks sinks) => (texts, codes) =>
    {
        var sink = sinks.Borrow();
        try
        {
            var coded = (ICodedSink)sink;
            var values = texts.Column(0);
            for (var at = 0; at < codes.Length; at++)
            {
                codes[at] = coded.CodeOf(column, values.Bytes(at));
            }
        }
        finally
        {
            sinks.Lend(sink);
        }
    };
}
