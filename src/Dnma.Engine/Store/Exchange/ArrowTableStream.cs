using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Dnma.Engine.Store.Exchange;

/// <summary>A table as Arrow, batch after batch: one of them is in memory at a time, beside the dictionaries. Not thread safe.</summary>
internal sealed class ArrowTableStream(ArrowTable table, int rows, int rowsPerBatch) : IArrowArrayStream
{
    private int _next;

    /// <inheritdoc/>
    public Schema Schema => table.Schema;

    /// <summary>The next batch; null behind the last one. A table without rows has no batch.</summary>
    public ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_next >= rows)
        {
            return ValueTask.FromResult<RecordBatch?>(null);
        }

        var count = Math.Min(rowsPerBatch, rows - _next);
        var batch = table.Batch(_next, count, cancellationToken);
        _next += count;
        return ValueTask.FromResult<RecordBatch?>(batch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
