using Dnma.Engine.Contracts;
using Dnma.Engine.Recount;
using Dnma.Engine.Visits;

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
    /// <see cref="TemporaryFolder"/>, 32 bytes each. The runtime, the dictionaries of labels and the tables of results come on top.
    /// </summary>
    public ByteSize MemoryLimit { get; init; } = ByteSize.GiB(2);

    /// <summary>Where hits beyond the memory limit go; the system's own by default. Files there hold pseudonyms, never ids, and are always removed.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// The key of the pseudonyms. Empty, as by default, means a random one for each measurement: figures are the same under every key, but
    /// pseudonyms of two measurements can then not be compared.
    /// </summary>
    public ReadOnlyMemory<byte> Secret { get; init; }

    /// <summary>
    /// Whose hits are counted a second time, in SQL, so that two counts which share no code must agree (<see cref="Measurement.Recount"/>). Nobody's by default.
    /// A part of the certificate's checks; never a figure. Whole measurements only: a shard is not recounted, nor is a merge.
    /// </summary>
    public RecountScope Recount { get; init; } = RecountScope.None;

    /// <summary>How many hits <see cref="RecountScope.Sample"/> recounts at most; 200 000 by default, 1 at least.</summary>
    public int RecountHits { get; init; } = 200_000;

    /// <summary>The same options with the key that a file holds: its bytes without the final newline.</summary>
    /// <param name="path">A file of at least one byte; sixteen random ones or more are advised.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read. <see cref="ErrorId.InvalidOption"/>: it holds no key.
    /// </exception>
    public EngineOptions WithSecretFile(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var key = bytes.AsMemory(0, bytes.Length - (bytes.AsSpan().EndsWith("\r\n"u8) ? 2 : bytes.AsSpan().EndsWith("\n"u8) ? 1 : 0));
            return key.Length > 0
                ? this with { Secret = key }
                : throw new EngineException(ErrorId.InvalidOption, path, "the secret is empty", "put at least 16 random bytes in it");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "the secret cannot be read", "name a file that exists", error);
        }
    }

    /// <summary>How many bytes are cut into one block of lines; 1 MiB by default.</summary>
    internal int BlockBytes { get; init; } = 1 << 20;

    /// <summary>There are 2 to this power partitions of visitors at first, and more as they fill.</summary>
    internal int PartitionBits { get; init; } = 8;

    /// <summary>How many visitors a partition takes before another is opened.</summary>
    internal int PartitionVisitors { get; init; } = VisitorCode.LocalCount;

    /// <summary>Overrides the share of the memory limit that hits may take; 0 for the usual one. Tests make it tiny.</summary>
    internal long HitBytes { get; init; }

    internal void Validate()
    {
        Demand(Threads is >= 1 and <= 256, "threads", $"{Threads} is not between 1 and 256");
        Demand(MemoryLimit >= ByteSize.MiB(64), "memory", $"{MemoryLimit} is less than the 64 MiB that the engine needs");
        Demand(TemporaryFolder.Length > 0, "temporary folder", "is empty");
        Demand(Enum.IsDefined(Recount), "recount", $"{Recount} is no scope");
        Demand(RecountHits >= 1, "recount hits", $"{RecountHits} is less than 1");
    }

    private static void Demand(bool holds, string option, string problem)
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.InvalidOption, option, problem);
        }
    }
}
