namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Records scattered by key into partitions, each of which can then be read in total order, however many records there are: partitions
/// over the memory budget are sorted and spilled as runs, and merged when they are read. All records of one key are in one partition,
/// and one key may be larger than memory.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TOrder">Its order.</typeparam>
internal sealed class SortedPartitions<T, TOrder> : IDisposable
    where T : unmanaged
    where TOrder : struct, IRecordOrder<T>
{
    private const int FirstChunkRecords = 32;
    private const int ChunkRecords = 2048;

    /// <summary>So many are sorted within some tens of milliseconds; only beyond them is it worth looking at the token at every comparison.</summary>
    private const int UnwatchedRecords = 1 << 17;
    private readonly TOrder _order;
    private readonly MemoryBudget _budget;
    private readonly SpillFile _spill;
    private readonly Partition[] _partitions;
    private readonly int _shift;
    private readonly CancellationToken _cancellation;
    private readonly Lock _spilling = new();

    /// <param name="order">How records are ordered.</param>
    /// <param name="partitionBits">There are 2 to this power partitions, 1 to 16.</param>
    /// <param name="budget">What may stand in memory.</param>
    /// <param name="spill">Where the rest goes.</param>
    /// <param name="cancellation">Stops sorting and merging, too: one visitor alone may have more records than are sorted in no time.</param>
    public SortedPartitions(TOrder order, int partitionBits, MemoryBudget budget, SpillFile spill, CancellationToken cancellation = default)
    {
        _order = order;
        _budget = budget;
        _spill = spill;
        _cancellation = cancellation;
        _shift = 64 - partitionBits;
        _partitions = new Partition[1 << partitionBits];
        for (var index = 0; index < _partitions.Length; index++)
        {
            _partitions[index] = new Partition();
        }
    }

    public int Count => _partitions.Length;

    /// <summary>A writer for one worker. Not thread safe; complete it before reading.</summary>
    public Writer OpenWriter() => new(this);

    /// <summary>
    /// Hands the records of a partition, in order, to <paramref name="visit"/> in stretches. To be called once for each partition, from
    /// any thread, after all writers are completed. Frees the partition's memory.
    /// </summary>
    /// <param name="partition">Which one.</param>
    /// <param name="scratch">The caller's own array, to be passed in again for the next partition: it grows as needed.</param>
    /// <param name="visit">Takes the records.</param>
    public void Read(int partition, ref T[] scratch, SpanVisitor<T> visit)
    {
        var source = _partitions[partition];
        var count = source.Gather(ref scratch, _budget);
        var records = scratch.AsSpan(0, count);
        Sort(records);
        if (source.Runs.Count == 0)
        {
            visit(records);
        }
        else
        {
            RunMerger<T, TOrder>.Merge(_order, _spill, source.Runs, scratch, count, MergeBufferRecords(source.Runs.Count), visit);
        }
    }

    public void Dispose() => Array.ForEach(_partitions, partition => partition.Clear(_budget));

    private static unsafe int Size => sizeof(T);

    private int PartitionOf(in T record) => (int)(TOrder.PartitionKey(record) >> _shift);

    private int MergeBufferRecords(int runs) =>
        (int)Math.Clamp(_budget.LimitBytes / 8 / runs / Size, 16, 8192);

    private void Sort(Span<T> records)
    {
        if (records.Length <= UnwatchedRecords || !_cancellation.CanBeCanceled)
        {
            records.Sort(_order);
            return;
        }

        try
        {
            records.Sort(new WatchedOrder(_order, _cancellation));
        }
        catch (InvalidOperationException) when (_cancellation.IsCancellationRequested)
        {
            // So the sort reports what its comparer threw.
            _cancellation.ThrowIfCancellationRequested();
        }
    }

    private void SpillOverBudget()
    {
        lock (_spilling)
        {
            // Half at once: to spill a little each time would make many short runs.
            T[] scratch = [];
            foreach (var partition in _partitions.OrderByDescending(partition => partition.Records))
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_budget.UsedBytes <= _budget.LimitBytes / 2)
                {
                    return;
                }

                var count = partition.Gather(ref scratch, _budget);
                var records = scratch.AsSpan(0, count);
                if (!records.IsEmpty)
                {
                    Sort(records);
                    partition.AddRun(new SpilledRun(_spill.Append<T>(records), records.Length));
                }
            }
        }
    }

    /// <summary>Scatters one worker's records through a small buffer for each partition.</summary>
    internal sealed class Writer
    {
        private readonly SortedPartitions<T, TOrder> _owner;
        private readonly T[]?[] _chunks;
        private readonly int[] _counts;
        private readonly int _chunkRecords;

        internal Writer(SortedPartitions<T, TOrder> owner)
        {
            _owner = owner;
            _chunks = new T[owner._partitions.Length][];
            _counts = new int[owner._partitions.Length];

            // The open chunks of all partitions together stay below a sixteenth of the budget for each writer.
            var share = owner._budget.LimitBytes / 16 / owner._partitions.Length / Size;
            _chunkRecords = (int)Math.Clamp(share, FirstChunkRecords, ChunkRecords);
        }

        public void Add(in T record)
        {
            var partition = _owner.PartitionOf(record);
            var chunk = _chunks[partition];
            var count = _counts[partition];
            if (chunk is null || count == chunk.Length)
            {
                chunk = NextChunk(partition, chunk);
                count = 0;
            }

            chunk[count] = record;
            _counts[partition] = count + 1;
        }

        /// <summary>Hands over what is still buffered.</summary>
        public void Complete()
        {
            for (var partition = 0; partition < _chunks.Length; partition++)
            {
                if (_chunks[partition] is { } chunk)
                {
                    _owner._partitions[partition].Add(chunk, _counts[partition]);
                    _chunks[partition] = null;
                }
            }
        }

        private T[] NextChunk(int partition, T[]? full)
        {
            var length = FirstChunkRecords;
            if (full is not null)
            {
                _owner._partitions[partition].Add(full, full.Length);
                length = Math.Min(full.Length * 2, _chunkRecords);
            }

            if (_owner._budget.IsExceeded)
            {
                _owner.SpillOverBudget();
            }

            var chunk = GC.AllocateUninitializedArray<T>(length);
            _owner._budget.Take((long)length * Size);
            _chunks[partition] = chunk;
            return chunk;
        }
    }

    private readonly struct WatchedOrder(TOrder order, CancellationToken cancellation) : IComparer<T>
    {
        public int Compare(T x, T y)
        {
            cancellation.ThrowIfCancellationRequested();
            return order.Compare(x, y);
        }
    }

    private sealed class Partition
    {
        private readonly Lock _access = new();
        private readonly List<(T[]? Records, int Count)> _chunks = [];
        private long _records;

        public List<SpilledRun> Runs { get; } = [];

        public long Records => Interlocked.Read(ref _records);

        public void Add(T[] chunk, int count)
        {
            lock (_access)
            {
                _chunks.Add((chunk, count));
                _records += count;
            }
        }

        public void AddRun(SpilledRun run)
        {
            lock (_access)
            {
                Runs.Add(run);
            }
        }

        /// <summary>Takes all chunks out, one after the other, into <paramref name="target"/>, which grows as needed; gives back how many records there are.</summary>
        public int Gather(ref T[] target, MemoryBudget budget)
        {
            List<(T[]? Records, int Count)> chunks;
            lock (_access)
            {
                chunks = [.. _chunks];
                _chunks.Clear();
                _records = 0;
            }

            var total = 0;
            foreach (var (_, count) in chunks)
            {
                total += count;
            }

            if (target.Length < total)
            {
                target = GC.AllocateUninitializedArray<T>(Math.Max(total, Math.Min(target.Length * 2, Array.MaxLength)));
            }

            var filled = 0;
            for (var i = 0; i < chunks.Count; i++)
            {
                var (records, count) = chunks[i];
                records.AsSpan(0, count).CopyTo(target.AsSpan(filled));
                filled += count;
                budget.Give((long)records!.Length * Size);
                chunks[i] = default;
            }

            return total;
        }

        public void Clear(MemoryBudget budget)
        {
            lock (_access)
            {
                foreach (var (records, _) in _chunks)
                {
                    budget.Give((long)records!.Length * Size);
                }

                _chunks.Clear();
                Runs.Clear();
            }
        }
    }
}
