namespace Dnma.Engine.Ingest.Rejects;

/// <summary>
/// What was rejected: how many records of each file for each reason, and the first few of each reason by file, line and offset. Each worker keeps
/// its own, and the merged ledger is the same whatever worker read what. Not thread safe.
/// </summary>
public sealed class RejectLedger
{
    private readonly int _samplesPerReason;
    private readonly SortedDictionary<int, long[]> _counts = [];
    private readonly List<Entry>[] _samples = new List<Entry>[RejectReasonCodes.Count];

    /// <summary>Makes an empty ledger.</summary>
    /// <param name="samplesPerReason">How many samples of each reason are kept; 0 for none.</param>
    internal RejectLedger(int samplesPerReason = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samplesPerReason);
        _samplesPerReason = samplesPerReason;
        for (var reason = 0; reason < _samples.Length; reason++)
        {
            _samples[reason] = [];
        }
    }

    /// <summary>How many records were rejected.</summary>
    public long Total
    {
        get
        {
            var total = 0L;
            foreach (var counts in _counts.Values)
            {
                foreach (var count in counts)
                {
                    total += count;
                }
            }

            return total;
        }
    }

    /// <summary>The ordinals of the files with rejected records, ascending.</summary>
    public IReadOnlyCollection<int> Files => _counts.Keys;

    /// <summary>How many records of all files were rejected for a reason.</summary>
    public long Count(RejectReason reason)
    {
        var total = 0L;
        foreach (var counts in _counts.Values)
        {
            total += counts[(int)reason];
        }

        return total;
    }

    /// <summary>How many records of one file were rejected for a reason.</summary>
    public long Count(int file, RejectReason reason) => _counts.TryGetValue(file, out var counts) ? counts[(int)reason] : 0;

    /// <summary>The samples, by file, line, offset and reason.</summary>
    /// <param name="fileNames">The inputs' names by ordinal.</param>
    public IReadOnlyList<RejectSample> Samples(IReadOnlyList<string> fileNames)
    {
        ArgumentNullException.ThrowIfNull(fileNames);
        var all = new List<(Entry Entry, RejectReason Reason, int Rank)>();
        for (var reason = 0; reason < _samples.Length; reason++)
        {
            foreach (var entry in _samples[reason])
            {
                all.Add((entry, (RejectReason)reason, all.Count));
            }
        }

        // The rank keeps the records of one line in their order.
        all.Sort(static (left, right) => Compare(left.Entry.Position, right.Entry.Position) is var order && order != 0
            ? order
            : left.Rank.CompareTo(right.Rank));
        return all.ConvertAll(sample => new RejectSample(
            fileNames[sample.Entry.Position.File],
            sample.Entry.Position.Line,
            sample.Entry.Position.ByteOffset,
            sample.Reason,
            sample.Entry.Text));
    }

    /// <summary>Counts a reject and keeps a redacted sample of it if it is among the first.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="position">Where.</param>
    /// <param name="record">Its raw text: it is redacted here and not kept.</param>
    internal void Add(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> record)
    {
        CountsOf(position.File)[(int)reason]++;
        if (IsAmongFirst(_samples[(int)reason], in position))
        {
            Keep(_samples[(int)reason], new Entry(position, SampleRedaction.Redact(record)));
        }
    }

    /// <summary>Adds what another worker rejected. The other ledger stays as it is.</summary>
    internal void Merge(RejectLedger other)
    {
        foreach (var (file, counts) in other._counts)
        {
            var own = CountsOf(file);
            for (var reason = 0; reason < own.Length; reason++)
            {
                own[reason] += counts[reason];
            }
        }

        for (var reason = 0; reason < _samples.Length; reason++)
        {
            foreach (var entry in other._samples[reason])
            {
                if (IsAmongFirst(_samples[reason], entry.Position))
                {
                    Keep(_samples[reason], entry);
                }
            }
        }
    }

    private static int Compare(in RecordPosition left, in RecordPosition right)
    {
        var order = left.File.CompareTo(right.File);
        order = order != 0 ? order : left.Line.CompareTo(right.Line);
        return order != 0 ? order : left.ByteOffset.CompareTo(right.ByteOffset);
    }

    private bool IsAmongFirst(List<Entry> samples, in RecordPosition position) =>
        samples.Count < _samplesPerReason || (_samplesPerReason > 0 && Compare(in position, samples[^1].Position) < 0);

    private void Keep(List<Entry> samples, Entry entry)
    {
        // Behind its equals: the records of one line are one worker's, and come in their order.
        var at = samples.Count;
        while (at > 0 && Compare(entry.Position, samples[at - 1].Position) < 0)
        {
            at--;
        }

        samples.Insert(at, entry);
        if (samples.Count > _samplesPerReason)
        {
            samples.RemoveAt(samples.Count - 1);
        }
    }

    private long[] CountsOf(int file)
    {
        if (!_counts.TryGetValue(file, out var counts))
        {
            counts = new long[RejectReasonCodes.Count];
            _counts.Add(file, counts);
        }

        return counts;
    }

    private readonly record struct Entry(RecordPosition Position, string Text);
}
