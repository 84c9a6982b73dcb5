using Dnma.Engine.Ingest.Detection;

namespace Dnma.Engine.Ingest;

/// <summary>A table that several workers read together: the first one reads, those that join it lend their sinks and wait. Thread safe.</summary>
internal sealed class SharedTable(Func<LentSinks, CancellationToken, Task<TableReading>> read, InputAccount account)
{
    private readonly LentSinks _sinks = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isBegun;

    /// <summary>Joins the reading; returns the rows read, to one worker alone.</summary>
    public async Task<long> JoinAsync(RecordSink sink, CancellationToken cancellationToken)
    {
        _sinks.Lend(sink);
        if (Interlocked.Exchange(ref _isBegun, true))
        {
            // Not given up on cancellation: until the reading has ended, the sink may be in use.
            await _end.Task.ConfigureAwait(false);
            return 0;
        }

        try
        {
            var reading = await read(_sinks, cancellationToken).ConfigureAwait(false);
            (account.Lines, account.Description) = (reading.Rows, reading.Description);
            account.AddRecords(reading.Rows);
            return reading.Rows;
        }
        finally
        {
            _end.SetResult();
        }
    }
}
