using System.Buffers;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Decompresses one frame after the other out of buffers.</summary>
internal interface IFrameDecoder : IDisposable
{
    /// <summary>The name of the compression.</summary>
    static abstract string Name { get; }

    /// <summary>Decompresses what it can; <see cref="OperationStatus.Done"/> at the end of a frame.</summary>
    OperationStatus Decompress(ReadOnlySpan<byte> source, Span<byte> destination, out int consumed, out int written);

    /// <summary>Makes ready for another frame.</summary>
    void Restart();
}
