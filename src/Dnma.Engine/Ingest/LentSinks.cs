namespace Dnma.Engine.Ingest;

/// <summary>
/// The sinks of the workers that read one table together. Whoever decodes rows of it borrows a sink and gives it back: a sink is used by one thread at a
/// time, whichever. Thread safe.
/// </summary>
internal sealed class LentSinks
{
    private readonly Stack<RecordSink> _free = [];

    /// <summary>Adds a sink, or gives one back.</summary>
    public void Lend(RecordSink sink)
    {
        lock (_free)
        {
            _free.Push(sink);
            Monitor.Pulse(_free);
        }
    }

    /// <summary>Takes a sink, and waits for one while all are in use.</summary>
    public RecordSink Borrow()
    {
        lock (_free)
        {
            RecordSink? sink;
            while (!_free.TryPop(out sink))
            {
                _ = Monitor.Wait(_free);
            }

            return sink;
        }
    }
}
