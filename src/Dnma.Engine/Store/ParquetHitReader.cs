using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>
/// Reads Parquet files of hits with canonical columns of any type (design §6): columns in whatever order, only the needed ones, vector by vector.
/// Rows come in the file's order; a row's number, from 1, is its <see cref="RecordPosition.Line"/>.
/// </summary>
internal static class ParquetHitReader
{
    /// <summary>Reads all rows of a file into a sink, with default settings.</summary>
    /// <inheritdoc cref="Read(string, int, RecordSink, DuckDbSettings, CancellationToken)"/>
    public static long Read(string path, int fileOrdinal, RecordSink sink, CancellationToken cancellationToken) =>
        Read(path, fileOrdinal, sink, DuckDbSettings.Default, cancellationToken);

    /// <summary>Reads all rows of a file into a sink.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileOrdinal">Its ordinal in the run.</param>
    /// <param name="sink">Where hits and rejects go, on the calling thread.</param>
    /// <param name="settings">How DuckDB works.</param>
    /// <param name="cancellationToken">Breaks off the reading.</param>
    /// <returns>How many rows were read.</returns>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file; <see cref="ErrorId.UndecidedFormat"/>: a required column is missing.
    /// </exception>
    public static long Read(string path, int fileOrdinal, RecordSink sink, DuckDbSettings settings, CancellationToken cancellationToken)
    {
        using var file = ParquetFile.Open(path, settings, cancellationToken);
        var plan = new ParquetHitPlan(file, sink.CustomNames, path);
        try
        {
            return ReadRows(file, plan, fileOrdinal, sink, cancellationToken);
        }
        catch (DuckDbFailure failure)
        {
            throw file.Error(failure);
        }
    }

    private static long ReadRows(ParquetFile file, ParquetHitPlan plan, int fileOrdinal, RecordSink sink, CancellationToken cancellationToken)
    {
        var customs = new CustomValues(sink.CustomNames.Length);
        var columns = new DuckDbVector[plan.Expressions.Count];
        long rows = 0;
        using var query = file.Read(plan.Expressions, cancellationToken);
        while (query.NextChunk())
        {
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = query.Column(i);
            }

            for (var at = 0; at < query.RowCount; at++)
            {
                var row = default(HitRow);
                foreach (var (column, target) in plan.Canonical)
                {
                    row.Set(target, columns[column].Bytes(at));
                }

                customs.Clear();
                foreach (var (column, custom) in plan.Custom)
                {
                    customs.Set(custom, columns[column].Bytes(at));
                }

                var reading = plan.Instant.Read(columns[0], at, out row.Fields.InstantMs);
                row.Deliver(reading, sink, customs, new RecordPosition(fileOrdinal, ++rows, -1), plan.Instant.Sample(columns[0], at));
            }
        }

        return rows;
    }
}
