namespace Dnma.Engine.Store;

/// <summary>How a DuckDB session works: none of it reaches a figure. Immutable.</summary>
internal sealed record DuckDbSettings
{
    /// <summary>One gibibyte, as many threads as processors, no temporary files.</summary>
    public static DuckDbSettings Default { get; } = new();

    /// <summary>What DuckDB may allocate, in bytes; 1 GiB by default. The process takes some 250 MB on top.</summary>
    public long MemoryLimitBytes { get; init; } = 1L << 30;

    /// <summary>Threads of a query; as many as processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where queries may spill to, in a folder of each session; null (the default) forbids them to.</summary>
    public string? TempDirectory { get; init; }
}
