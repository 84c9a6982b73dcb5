namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Reads a partition that is larger than may be brought into order at once, one visitor's perhaps: in stretches that fit, each sorted and spilled as
/// a run of its own, which are then merged.
/// </summary>
internal readonly struct OversizePartition<T, TOrder>(TOrder order, SpillFile spill, PartitionWorkspace<T> workspace, int mostRecords)
    where T : unmanaged
    where TOrder : struct, IRecordOrder<T>
{
    private const int FewestBufferRecords = 16;
    private const int MostBufferRecords = 8192;

    /// <summary>Takes the chunks of a partition, and some of its runs, and brings them into order.</summary>
    public delegate Span<T> Sorting(Partition<T> source, List<SpilledRun> runs, PartitionWorkspace<T> workspace);

    /// <param name="source">The partition.</param>
    /// <param name="sort">How a stretch is brought into order.</param>
    /// <param name="visit">Takes the records.</param>
    public void Read(Partition<T> source, Sorting sort, SpanVisitor<T> visit)
    {
        var sorted = new List<SpilledRun>();
        if (source.InMemory > 0)
        {
            Append(sorted, sort(source, [], workspace));
        }

        var stretch = new List<SpilledRun>();
        var room = mostRecords;
        foreach (var run in source.Runs)
        {
            for (var done = 0L; done < run.Records;)
            {
                var taken = (int)Math.Min(room, run.Records - done);
                stretch.Add(new SpilledRun(run.Offset + (done * Size), taken));
                done += taken;
                room -= taken;
                if (room == 0)
                {
                    Append(sorted, sort(source, stretch, workspace));
                    stretch.Clear();
                    room = mostRecords;
                }
            }
        }

        if (stretch.Count > 0)
        {
            Append(sorted, sort(source, stretch, workspace));
        }

        var bufferRecords = Math.Clamp(mostRecords / sorted.Count, FewestBufferRecords, MostBufferRecords);
        RunMerger<T, TOrder>.Merge(order, spill, sorted, bufferRecords, visit);
    }

    private static unsafe int Size => sizeof(T);

    private void Append(List<SpilledRun> runs, ReadOnlySpan<T> records) => runs.Add(new SpilledRun(spill.Append(records), records.Length));
}
