using System.Buffers;
using ZstdSharp;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Zstandard (RFC 8878), skippable frames included.</summary>
internal sealed class ZstdFrames : IFrameDecoder
{
    private readonly Decompressor _decoder = new();

    /// <inheritdoc/>
    public static string Name => "zstd";

    /// <inheritdoc/>
    public OperationStatus Decompress(ReadOnlySpan<byte> source, Span<byte> destination, out int consumed, out int written)
    {
        try
        {
            return _decoder.UnwrapStream(source, destination, out consumed, out written);
        }
        catch (ZstdException)
        {
            consumed = written = 0;
            return OperationStatus.InvalidData;
        }
    }

    /// <inheritdoc/>
    public void Restart() => _decoder.ResetStream();

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();
}
