using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest;

/// <summary>How an ingestion uses the machine. Operational: none of it changes what is read.</summary>
internal sealed record IngestOptions
{
    /// <summary>Records over this many bytes, without their line end, are rejected (design §6). A rule, not an option.</summary>
    public const int MaxRecordBytes = 1 << 20;

    /// <summary>How many workers decode; default: one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The size of a block in bytes, 16 to 1 MiB; default 1 MiB. A longer record gets a block of its own.</summary>
    public int BlockBytes { get; init; } = MaxRecordBytes;

    /// <summary>How many blocks may wait for a worker; default 0: two for each worker.</summary>
    public int BlocksInFlight { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>.</exception>
    public void Validate()
    {
        Require(Threads is >= 1 and <= 1024, "threads", Threads, "from 1 to 1024");
        Require(BlockBytes is >= 16 and <= MaxRecordBytes, "block size", BlockBytes, "from 16 bytes to 1 MiB");
        Require(BlocksInFlight is >= 0 and <= 65_536, "blocks in flight", BlocksInFlight, "from 0 to 65536");
    }

    private static void Require(bool holds, string option, int value, string range)
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.InvalidOption, option, $"{value} is out of range", $"use a number {range}");
        }
    }
}
