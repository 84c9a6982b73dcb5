using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Brings the records of one partition into total order: by counting for the visitor, who is a small number there; then visitor by visitor, where
/// records are few and mostly in order already.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TOrder">Its order.</typeparam>
internal readonly struct VisitorSort<T, TOrder>(TOrder order, CancellationToken cancellation)
    where T : unmanaged
    where TOrder : struct, IRecordOrder<T>
{
    /// <summary>So many are sorted within some tens of milliseconds; only beyond them is it worth looking at the token at every comparison.</summary>
    private const int UnwatchedRecords = 1 << 17;

    /// <summary>So many are handed over at once: some kilobytes.</summary>
    private const int StretchRecords = 256;

    /// <summary>How far, on average, records may be moved by inserting before sorting is the better way.</summary>
    private const int InsertionMoves = 8;

    /// <summary>
    /// Counts the visitors of some records into <paramref name="starts"/>, one place behind their own: <see cref="VisitorCode.LocalCount"/> and one
    /// more, so that no number of a visitor is outside.
    /// </summary>
    public static void Count(ReadOnlySpan<T> records, int[] starts)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(starts);
        foreach (ref readonly var record in records)
        {
            unchecked
            {
                Unsafe.Add(ref first, VisitorCode.LocalOf(TOrder.VisitorOf(record)) + 1)++;
            }
        }
    }

    /// <summary>Turns counts into where each visitor begins.</summary>
    public static void Accumulate(int[] starts)
    {
        var sum = 0;
        foreach (ref var start in starts.AsSpan())
        {
            sum += start;
            start = sum;
        }
    }

    /// <summary>Puts records where their visitors begin, and moves these on: afterwards each stands where the next visitor's records begin.</summary>
    public static void Place(ReadOnlySpan<T> records, int[] starts, Span<T> sorted)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(starts);
        foreach (ref readonly var record in records)
        {
            unchecked
            {
                sorted[Unsafe.Add(ref first, VisitorCode.LocalOf(TOrder.VisitorOf(record)))++] = record;
            }
        }
    }

    /// <summary>Sorts what is grouped by visitor, visitor by visitor, and hands it over while it is in the nearest cache.</summary>
    /// <param name="grouped">The records.</param>
    /// <param name="ends">Where each visitor's records end.</param>
    /// <param name="visit">Takes the records, some visitors' at a time.</param>
    public void SortVisitors(Span<T> grouped, ReadOnlySpan<int> ends, SpanVisitor<T> visit)
    {
        var (handedOver, start) = (0, 0);
        foreach (var end in ends)
        {
            if (end - start > 1)
            {
                SortVisitor(grouped[start..end]);
            }

            start = end;
            if (end - handedOver >= StretchRecords)
            {
                visit(grouped[handedOver..end]);
                handedOver = end;
            }

            if (end == grouped.Length)
            {
                break;
            }
        }

        if (handedOver < grouped.Length)
        {
            visit(grouped[handedOver..]);
        }
    }

    private void SortVisitor(Span<T> records)
    {
        if (records.Length > UnwatchedRecords || !TryInsert(records))
        {
            Sort(records);
        }
    }

    /// <summary>Sorts by insertion, and gives up when that moves too much; what it leaves is a permutation of what it found.</summary>
    private bool TryInsert(Span<T> records)
    {
        var moves = records.Length * (long)InsertionMoves;
        for (var i = 1; i < records.Length; i++)
        {
            if (TOrder.IsBefore(records[i - 1], records[i]) || order.Compare(records[i - 1], records[i]) <= 0)
            {
                continue;
            }

            var record = records[i];
            var at = i;
            do
            {
                records[at] = records[at - 1];
                at--;
                moves--;
            }
            while (at > 0 && moves > 0 && order.Compare(records[at - 1], record) > 0);
            records[at] = record;
            if (moves <= 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Sort(Span<T> records)
    {
        if (records.Length <= UnwatchedRecords || !cancellation.CanBeCanceled)
        {
            records.Sort(order);
            return;
        }

        try
        {
            records.Sort(new WatchedOrder(order, cancellation));
        }
        catch (InvalidOperationException) when (cancellation.IsCancellationRequested)
        {
            // So the sort reports what its comparer threw.
            cancellation.ThrowIfCancellationRequested();
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
}
