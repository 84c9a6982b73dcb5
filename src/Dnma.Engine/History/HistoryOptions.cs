namespace Dnma.Engine.History;

/// <summary>How published files are read: nothing here changes what is read. Immutable, thread safe.</summary>
public sealed record HistoryOptions
{
    /// <summary>How many threads read; at least 1, by default one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
