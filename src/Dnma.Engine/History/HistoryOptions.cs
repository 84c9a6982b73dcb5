namespace Dnma.Engine.History;

/// <summary>How published files are read: nothing here changes what is read. Immutable, thread safe.</summary>
public sealed record HistoryOptions
{
    /// <summary>How many threads read; at least 1, by default one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many bytes are parsed at once: enough to keep a thread busy, little enough that packed columns adapt to their rows.</summary>
    internal int BlockBytes { get; init; } = 1 << 20;
}
