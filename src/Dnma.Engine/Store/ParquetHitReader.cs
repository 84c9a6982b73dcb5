using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>
/// Reads a Parquet file of hits with canonical columns of any type (design §6): columns in whatever order, only the needed ones, vector by vector.
/// One query is shared by all readers: each takes a chunk of rows and goes through it beside the others. A row's number in the file, from 1, is its
/// <see cref="RecordPosition.Line"/>.
/// </summary>
internal sealed class ParquetHitReader(string path, int fileOrdinal, DuckDbSettings settings) : ISharedTable
{
    private readonly Lock _access = new();
    private ParquetFile? _file;
    private ParquetHitPlan? _plan;
    private DuckDbQuery? _query;
    private long _rowsTaken;
    private int _readers;
    private bool _isExhausted;

    /// <inheritdoc/>
    public string Description => "Parquet table of hits";

    /// <summary>Reads all rows of a file into one sink.</summary>
    /// <inheritdoc cref="Read(RecordSink, CancellationToken)"/>
    public static long Read(string path, int fileOrdinal, RecordSink sink, DuckDbSettings settings, CancellationToken cancellationToken) =>
        new ParquetHitReader(path, fileOrdinal, settings).Read(sink, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no whole Parquet file; <see cref="ErrorId.UndecidedFormat"/>: a required column is missing.
    /// </exception>
    public long Read(RecordSink sink, CancellationToken cancellationToken)
    {
        if (!Enter(sink, cancellationToken))
        {
            return 0;
        }

        try
        {
            return ReadChunks(_plan!, sink);
        }
        catch (DuckDbFailure failure)
        {
            throw _file!.Error(failure);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>The first reader opens the file; one that comes when all rows are taken finds none.</summary>
    private bool Enter(RecordSink sink, CancellationToken cancellationToken)
    {
        lock (_access)
        {
            if (_isExhausted)
            {
                return false;
            }

            _readers++;
            try
            {
                _file ??= ParquetFile.Open(path, settings, cancellationToken);
                _plan ??= new ParquetHitPlan(_file, sink.CustomNames, path);
                _query ??= _file.Read(_plan.Expressions, cancellationToken);
                return true;
            }
            catch (DuckDbFailure failure)
            {
                Leave();
                throw _file!.Error(failure);
            }
            catch
            {
                Leave();
                throw;
            }
        }
    }

    /// <summary>The last reader closes the file.</summary>
    private void Leave()
    {
        lock (_access)
        {
            if (--_readers == 0)
            {
                _isExhausted = true;
                _query?.Dispose();
                _file?.Dispose();
            }
        }
    }

    private DuckDbChunk? TakeChunk(out long firstRow)
    {
        lock (_access)
        {
            firstRow = _rowsTaken;
            var chunk = _isExhausted ? null : _query!.TakeChunk();
            _rowsTaken += chunk?.RowCount ?? 0;
            _isExhausted |= chunk is null;
            return chunk;
        }
    }

    private long ReadChunks(ParquetHitPlan plan, RecordSink sink)
    {
        var customs = new CustomValues(sink.CustomNames.Length);
        var columns = new DuckDbVector[plan.Expressions.Count];
        long rows = 0;
        while (TakeChunk(out var firstRow) is { } taken)
        {
            using var chunk = taken;
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = chunk.Column(i);
            }

            for (var at = 0; at < chunk.RowCount; at++)
            {
                ReadRow(plan, columns, at, customs, sink, firstRow + at + 1);
            }

            rows += chunk.RowCount;
        }

        return rows;
    }

    private void ReadRow(ParquetHitPlan plan, DuckDbVector[] columns, int at, CustomValues customs, RecordSink sink, long number)
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
        row.Deliver(reading, sink, customs, new RecordPosition(fileOrdinal, number, -1), plan.Instant.Sample(columns[0], at));
    }
}
