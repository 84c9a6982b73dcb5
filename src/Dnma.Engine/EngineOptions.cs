using Dnma.Engine.Contracts;

namespace Dnma.Engine;

/// <summary>
/// How an engine works: threads, memory, temporary files. Operational options only: none of them ever changes a byte of a figure, so none
/// stands in a certificate's definition. Immutable, thread safe.
/// </summary>
public sealed record EngineOptions
{
    /// <summary>How many threads decode and count; the machine's processors by default. At least 1, at most 256.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 256);

    /// <summary>
    /// How many bytes the engine's buffers may take, 2 GiB by default and 64 MiB at least. Hits beyond it are spilled to
    /// <see cref="TemporaryFolder"/>, about 56 bytes each. The runtime, the dictionaries of labels and the tables of results come on top.
    /// </summary>
    public ByteSize MemoryLimit { get; init; } = ByteSize.GiB(2);

    /// <summary>Where hits beyond the memory limit go; the system's own by default. Files there hold pseudonyms, never ids, and are always removed.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// The key of the pseudonyms. Empty, as by default, means a random one for each measurement: figures are the same under every key, but
    /// pseudonyms of two measurements can then not be compared.
    /// </summary>
    public ReadOnlyMemory<byte> Secret { get; init; }

    /// <summary>How many bytes are cut into one block of lines; 1 MiB by default.</summary>
    internal int BlockBytes { get; init; } = 1 << 20;

    /// <summary>There are 2 to this power partitions of visitors.</summary>
    internal int PartitionBits { get; init; } = 8;

    /// <summary>Overrides the share of the memory limit that hits may take; 0 for the usual one. Tests make it tiny.</summary>
    internal long HitBytes { get; init; }

    internal void Validate()
    {
        Demand(Threads is >= 1 and <= 256, "threads", $"{Threads} is not between 1 and 256");
        Demand(MemoryLimit >= ByteSize.MiB(64), "memory", $"{MemoryLimit} is less than the 64 MiB that the engine needs");
        Demand(TemporaryFolder.Length > 0, "temporary folder", "is empty");
    }

    private static void Demand(bool holds, string option, string problem)
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.InvalidOption, option, problem);
        }
    }
}
