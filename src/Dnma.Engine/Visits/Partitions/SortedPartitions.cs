namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Records scattered by visitor into partitions, each of which can then be read in total order, however many records there are: partitions
/// over the memory budget are spilled, and one that is larger than memory is sorted in runs and merged. All records of one visitor are in
/// one partition; how many partitions there are is for <see cref="VisitorIndex"/> to say.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TOrder">Its order.</typeparam>
internal sealed unsafe class SortedPartitions<T, TOrder> : IDisposable
    where T : unmanaged
    where TOrder : struct, IRecordOrder<T>
{
    private const int ChunkBytes = 8 << 10;
    private const int FewestChunkRecords = 8;

    /// <summary>The chunks of a budget: enough for every partition of every worker to hold one open.</summary>
    private const int ChunksPerBudget = 1 << 14;

    /// <summary>At most this part of the budget is brought into order at once; more is sorted in runs.</summary>
    private const int ReadShare = 8;
    private const int FewestReadRecords = 64;
    private readonly TOrder _order;
    private readonly VisitorSort<T, TOrder> _sort;
    private readonly MemoryBudget _budget;
    private readonly SpillFile _spill;
    private readonly ChunkPool<T> _pool;
    private readonly CancellationToken _cancellation;
    private readonly Lock _growth = new();
    private readonly Lock _spilling = new();
    private Partition<T>[] _partitions = [];
    private T[] _spillBuffer = [];

    /// <param name="order">How records are ordered.</param>
    /// <param name="budget">What may stand in memory.</param>
    /// <param name="slabs">Where memory comes from.</param>
    /// <param name="spill">Where the rest goes.</param>
    /// <param name="cancellation">Stops sorting and merging, too: one visitor alone may have more records than are sorted in no time.</param>
    public SortedPartitions(TOrder order, MemoryBudget budget, SlabStore slabs, SpillFile spill, CancellationToken cancellation = default)
    {
        _order = order;
        _sort = new VisitorSort<T, TOrder>(order, cancellation);
        _budget = budget;
        _spill = spill;
        _cancellation = cancellation;
        var records = budget.LimitBytes / ChunksPerBudget / Size;
        _pool = new ChunkPool<T>((int)Math.Clamp(records, FewestChunkRecords, ChunkBytes / Size), budget, slabs);
    }

    /// <summary>How many partitions there are.</summary>
    public int Count => Volatile.Read(ref _partitions).Length;

    /// <summary>A writer for one worker. Not thread safe; complete it before reading.</summary>
    public Writer OpenWriter() => new(this);

    /// <summary>
    /// Hands the records of a partition, in order, to <paramref name="visit"/> in stretches. To be called once for each partition, from
    /// any thread, after all writers are completed. Frees the partition's memory.
    /// </summary>
    /// <param name="partition">Which one.</param>
    /// <param name="workspace">The caller's own buffers.</param>
    /// <param name="visit">Takes the records.</param>
    public void Read(int partition, PartitionWorkspace<T> workspace, SpanVisitor<T> visit)
    {
        if (partition >= Count)
        {
            // None of its records has come.
            return;
        }

        var source = _partitions[partition];
        var records = source.InMemory + source.Runs.Sum(run => run.Records);
        var most = (int)Math.Clamp(_budget.LimitBytes / ReadShare / Size, FewestReadRecords, Array.MaxLength / 2);
        if (records > most && source.Runs.Count > 0)
        {
            new OversizePartition<T, TOrder>(_order, _spill, workspace, most).Read(source, SortTaken, visit);
        }
        else if (records > 0)
        {
            _sort.SortVisitors(GroupTaken(source, source.Runs, workspace), workspace.Ends, visit);
        }
    }

    public void Dispose()
    {
        foreach (var partition in _partitions)
        {
            _pool.Return(partition.Take());
        }

        _pool.Dispose();
    }

    private static int Size => sizeof(T);

    /// <summary>Takes what a partition has in memory, and some of its runs, and brings them into order.</summary>
    private Span<T> SortTaken(Partition<T> source, List<SpilledRun> runs, PartitionWorkspace<T> workspace)
    {
        var records = GroupTaken(source, runs, workspace);
        _sort.SortVisitors(records, workspace.Ends, static _ => { });
        return records;
    }

    /// <summary>Takes what a partition has in memory, and some of its runs, and puts each visitor's together, which end where the workspace says.</summary>
    private Span<T> GroupTaken(Partition<T> source, List<SpilledRun> runs, PartitionWorkspace<T> workspace)
    {
        _cancellation.ThrowIfCancellationRequested();
        var chunks = source.Take();
        var (inMemory, onDisk) = (0, 0);
        foreach (var chunk in chunks)
        {
            inMemory += chunk.Count;
        }

        foreach (var run in runs)
        {
            onDisk += (int)run.Records;
        }

        var spilled = workspace.Spilled(onDisk);
        var rest = spilled;
        foreach (var run in runs)
        {
            _spill.Read(run.Offset, rest[..(int)run.Records]);
            rest = rest[(int)run.Records..];
        }

        var sorted = workspace.Sorted(inMemory + onDisk);
        var starts = workspace.Starts;
        Array.Clear(starts);
        VisitorSort<T, TOrder>.Count(spilled, starts);
        foreach (var chunk in chunks)
        {
            VisitorSort<T, TOrder>.Count(chunk.Records, starts);
        }

        VisitorSort<T, TOrder>.Accumulate(starts);
        VisitorSort<T, TOrder>.Place(spilled, starts, sorted);
        foreach (var chunk in chunks)
        {
            VisitorSort<T, TOrder>.Place(chunk.Records, starts, sorted);
        }

        Free(chunks);
        return sorted;
    }

    private void SpillOverBudget()
    {
        lock (_spilling)
        {
            // Half at once: to spill a little each time would make many short runs.
            foreach (var partition in _partitions.OrderByDescending(partition => partition.InMemory))
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_budget.UsedBytes <= _budget.LimitBytes / 2)
                {
                    return;
                }

                Spill(partition);
            }
        }
    }

    private void Spill(Partition<T> partition)
    {
        var chunks = partition.Take();
        var count = 0;
        foreach (var chunk in chunks)
        {
            if (_spillBuffer.Length < count + chunk.Count)
            {
                Array.Resize(ref _spillBuffer, Math.Max(count + chunk.Count, _spillBuffer.Length * 2));
            }

            chunk.Records.CopyTo(_spillBuffer.AsSpan(count));
            count += chunk.Count;
        }

        Free(chunks);
        if (count > 0)
        {
            partition.AddRun(new SpilledRun(_spill.Append<T>(_spillBuffer.AsSpan(0, count)), count));
        }
    }

    private void Free(List<Chunk<T>> chunks)
    {
        _pool.Return(chunks);
        chunks.Clear();
    }

    private Partition<T> PartitionAt(int index)
    {
        var partitions = Volatile.Read(ref _partitions);
        return index < partitions.Length ? partitions[index] : Grow(index);
    }

    private Partition<T> Grow(int index)
    {
        lock (_growth)
        {
            if (index >= _partitions.Length)
            {
                var partitions = new Partition<T>[Math.Max(index + 1, _partitions.Length * 2)];
                Array.Copy(_partitions, partitions, _partitions.Length);
                for (var i = _partitions.Length; i < partitions.Length; i++)
                {
                    partitions[i] = new Partition<T>();
                }

                Volatile.Write(ref _partitions, partitions);
            }

            return _partitions[index];
        }
    }

    /// <summary>Scatters one worker's records, through an open chunk for each partition.</summary>
    internal sealed class Writer
    {
        private readonly SortedPartitions<T, TOrder> _owner;
        private OpenChunk[] _open = new OpenChunk[256];

        internal Writer(SortedPartitions<T, TOrder> owner) => _owner = owner;

        public void Add(in T record)
        {
            var partition = VisitorCode.PartitionOf(TOrder.VisitorOf(record));
            if (partition >= _open.Length)
            {
                Array.Resize(ref _open, Math.Max(partition + 1, _open.Length * 2));
            }

            ref var open = ref _open[partition];
            if (open.Next == open.End)
            {
                OpenNext(ref open, partition);
            }

            *open.Next++ = record;
        }

        /// <summary>Hands over what is still open.</summary>
        public void Complete()
        {
            for (var partition = 0; partition < _open.Length; partition++)
            {
                ref var open = ref _open[partition];
                if (open.End != null)
                {
                    _owner.PartitionAt(partition).Add(open.ToChunk());
                    open = default;
                }
            }
        }

        private void OpenNext(ref OpenChunk open, int partition)
        {
            if (open.End != null)
            {
                _owner.PartitionAt(partition).Add(open.ToChunk());
                open = default;
            }

            if (_owner._budget.IsExceeded)
            {
                _owner.SpillOverBudget();
            }

            var start = _owner._pool.Rent();
            open = new OpenChunk { Start = start, Next = start, End = start + _owner._pool.ChunkRecords };
        }

        private struct OpenChunk
        {
            public T* Start;
            public T* Next;
            public T* End;

            public readonly Chunk<T> ToChunk() => new(Start, (int)(Next - Start));
        }
    }
}
