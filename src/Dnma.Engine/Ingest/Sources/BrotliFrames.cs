using System.Buffers;
using System.IO.Compression;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Brotli (RFC 7932). .NET's BrotliStream ends silently where data are cut; its decoder does not.</summary>
internal sealed class BrotliFrames : IFrameDecoder
{
    private BrotliDecoder _decoder;

    /// <inheritdoc/>
    public static string Name => "brotli";

    /// <inheritdoc/>
    public OperationStatus Decompress(ReadOnlySpan<byte> source, Span<byte> destination, out int consumed, out int written) =>
        _decoder.Decompress(source, destination, out consumed, out written);

    /// <inheritdoc/>
    public void Restart()
    {
        _decoder.Dispose();
        _decoder = default;
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();
}
