namespace Dnma.Engine.Visits.Partitions;

/// <summary>Merges sorted runs on disk into one ordered stream, through a small buffer for each run.</summary>
internal static class RunMerger<T, TOrder>
    where T : unmanaged
    where TOrder : struct, IRecordOrder<T>
{
    private const int OutputRecords = 1024;

    /// <param name="order">The order of all runs and of the outcome.</param>
    /// <param name="spill">Where the runs on disk are.</param>
    /// <param name="runs">The runs on disk.</param>
    /// <param name="bufferRecords">How many records of each run on disk are read at once.</param>
    /// <param name="visit">Takes the merged records.</param>
    public static void Merge(TOrder order, SpillFile spill, List<SpilledRun> runs, int bufferRecords, SpanVisitor<T> visit)
    {
        var heads = new PriorityQueue<RunCursor, T>(runs.Count, order);
        foreach (var run in runs)
        {
            Enqueue(heads, new RunCursor(spill, run, bufferRecords));
        }

        var output = new T[OutputRecords];
        var filled = 0;
        while (heads.TryPeek(out var cursor, out var record))
        {
            output[filled++] = record;
            if (filled == output.Length)
            {
                visit(output);
                filled = 0;
            }

            if (cursor.TryNext(out record))
            {
                heads.DequeueEnqueue(cursor, record);
            }
            else
            {
                heads.Dequeue();
            }
        }

        visit(output.AsSpan(0, filled));
    }

    private static void Enqueue(PriorityQueue<RunCursor, T> heads, RunCursor cursor)
    {
        if (cursor.TryNext(out var record))
        {
            heads.Enqueue(cursor, record);
        }
    }

    private sealed class RunCursor
    {
        private readonly SpillFile _spill;
        private readonly T[] _buffer;
        private long _offset;
        private long _remaining;
        private int _position;
        private int _filled;

        public RunCursor(SpillFile spill, SpilledRun run, int bufferRecords)
        {
            _spill = spill;
            _buffer = new T[Math.Min(bufferRecords, run.Records)];
            _offset = run.Offset;
            _remaining = run.Records;
        }

        public bool TryNext(out T record)
        {
            if (_position == _filled && !Refill())
            {
                record = default;
                return false;
            }

            record = _buffer[_position++];
            return true;
        }

        private unsafe bool Refill()
        {
            if (_remaining == 0)
            {
                return false;
            }

            _filled = (int)Math.Min(_buffer.Length, _remaining);
            _spill.Read(_offset, _buffer.AsSpan(0, _filled));
            _offset += (long)_filled * sizeof(T);
            _remaining -= _filled;
            _position = 0;
            return true;
        }
    }
}
