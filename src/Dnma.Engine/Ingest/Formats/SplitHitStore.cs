using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Collects the parts of split hits from all workers and joins them at the end of the run by site, browser and id, at any distance (domain
/// §4.2). What comes out depends on the set of parts alone: of several parts with one index, the one with the least instant, then the least bytes,
/// wins. Parts over the memory budget wait in an encrypted temporary file (<see cref="SplitHitSpill"/>).
/// </summary>
/// <remarks>
/// <para>A part that is there twice because files overlap vanishes in the join, as a hit that is there twice is excluded as a duplicate; it is
/// counted as merged.</para>
/// <para>A set with parts missing is one hit from what is there, flagged <see cref="Hits.HitFlags.SplitIncomplete"/>.</para>
/// <para><see cref="Add"/> is thread safe. <see cref="Join"/> is called once, when no worker adds any more.</para>
/// </remarks>
internal sealed class SplitHitStore : IDisposable
{
    private const int BucketCount = 256;
    private const long MaxBudget = 1L << 30;

    private readonly long _budget;
    private readonly string _folder;
    private readonly RecordBytes[] _buckets = new RecordBytes[BucketCount];
    private readonly Lock _spilling = new();
    private SplitHitSpill? _spill;
    private long _held;
    private long _parts;
    private bool _isClosed;

    /// <summary>Makes an empty store; a file is made only when the budget is exceeded.</summary>
    /// <param name="memoryBudget">How many bytes of parts may be held in memory, roughly; at most 1 GiB is used.</param>
    /// <param name="temporaryFolder">An existing folder for the temporary file.</param>
    public SplitHitStore(long memoryBudget, string temporaryFolder)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(memoryBudget);
        ArgumentException.ThrowIfNullOrEmpty(temporaryFolder);
        _budget = Math.Min(memoryBudget, MaxBudget);
        _folder = temporaryFolder;
        for (var bucket = 0; bucket < BucketCount; bucket++)
        {
            _buckets[bucket] = new RecordBytes();
        }
    }

    /// <summary>How many parts were added.</summary>
    public long Parts => Interlocked.Read(ref _parts);

    /// <summary>Takes a part. Thread safe.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the temporary file cannot be written.</exception>
    public void Add(scoped in SplitHitPart part)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var hash = SplitHitRecord.HashOf(in part);
        var size = SplitHitRecord.SizeOf(in part);
        var bucket = _buckets[BucketOf(hash)];
        lock (bucket)
        {
            SplitHitRecord.Write(in part, hash, bucket.Grow(size));
        }

        Interlocked.Increment(ref _parts);
        if (Interlocked.Add(ref _held, size) > _budget)
        {
            Spill();
        }
    }

    /// <summary>Joins what was added and hands every hit to <paramref name="sink"/>; then forgets it all and deletes the temporary file.</summary>
    /// <param name="sink">Where hits and rejects go; it gets no parts.</param>
    /// <param name="cancellationToken">Stops between buckets.</param>
    /// <returns>How many parts became how many hits.</returns>
    public SplitHitTotals Join(RecordSink sink, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        try
        {
            var join = new SplitHitJoin(sink);
            var hits = 0L;
            for (var bucket = 0; bucket < BucketCount; bucket++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hits += JoinBucket(bucket, join);
                _buckets[bucket].Release();
            }

            return new SplitHitTotals(_parts, hits);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Forgets all parts and deletes the temporary file.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _spill?.Dispose();
        _spill = null;
        foreach (var bucket in _buckets)
        {
            bucket.Release();
        }
    }

    private static int BucketOf(ulong hash) => (int)(hash % BucketCount);

    private void Spill()
    {
        lock (_spilling)
        {
            if (Interlocked.Read(ref _held) <= _budget)
            {
                // Another worker made room while this one waited.
                return;
            }

            _spill ??= new SplitHitSpill(_folder, BucketCount);
            for (var number = 0; number < BucketCount; number++)
            {
                var bucket = _buckets[number];
                lock (bucket)
                {
                    if (bucket.Length > 0)
                    {
                        _spill.Append(number, bucket.Span);
                        Interlocked.Add(ref _held, -bucket.Length);
                        bucket.Release();
                    }
                }
            }
        }
    }

    private long JoinBucket(int number, SplitHitJoin join)
    {
        var inMemory = _buckets[number];
        if (_spill is null)
        {
            return join.Join(inMemory);
        }

        // A bucket over the budget is read several times, each time for another share of its hits.
        var passes = ((_spill.BytesOf(number) + inMemory.Length) / _budget) + 1;
        var chosen = new RecordBytes();
        var chunk = new RecordBytes();
        var hits = 0L;
        for (var pass = 0L; pass < passes; pass++)
        {
            chosen.Clear();
            for (var index = 0; index < _spill.ChunksOf(number); index++)
            {
                _spill.Read(number, index, chunk);
                Choose(chunk.Span, pass, passes, chosen);
            }

            Choose(inMemory.Span, pass, passes, chosen);
            hits += join.Join(chosen);
        }

        return hits;
    }

    private static void Choose(ReadOnlySpan<byte> records, long pass, long passes, RecordBytes chosen)
    {
        while (!records.IsEmpty)
        {
            var record = new SplitHitRecord(records);
            if ((long)((record.KeyHash / BucketCount) % (ulong)passes) == pass)
            {
                chosen.Append(records[..record.Size]);
            }

            records = records[record.Size..];
        }
    }
}
