using Dnma.Engine.References;

namespace Dnma.Engine.History.Reading;

/// <summary>The rows of a file that cannot be read: all are counted, the first of them are told. Thread safe.</summary>
internal sealed class SkippedRows
{
    /// <summary>How many are told.</summary>
    public const int MostTold = 1_000;

    private readonly Lock _gate = new();

    // The greatest line first: whatever thread comes first, the first lines are those that are told.
    private readonly PriorityQueue<SkippedRow, long> _told = new(Comparer<long>.Create((left, right) => right.CompareTo(left)));

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(long line, string reason)
    {
        lock (_gate)
        {
            Count++;
            _ = _told.Count < MostTold ? Enqueue(line, reason) : _told.EnqueueDequeue(new SkippedRow(line, reason), line);
        }
    }

    /// <summary>The first ones, by line.</summary>
    public SkippedRow[] ToArray()
    {
        lock (_gate)
        {
            return [.. _told.UnorderedItems.Select(item => item.Element).OrderBy(row => row.Line)];
        }
    }

    private SkippedRow Enqueue(long line, string reason)
    {
        _told.Enqueue(new SkippedRow(line, reason), line);
        return default;
    }
}
