using System.Buffers;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Content compressed as any number of frames one behind the other.</summary>
internal sealed class FramedContent<TDecoder>(RawInput raw) : ContentReader
    where TDecoder : class, IFrameDecoder, new()
{
    private readonly TDecoder _decoder = new();
    private bool _inFrame;
    private bool _isBroken;

    /// <inheritdoc/>
    public override string Compression => TDecoder.Name;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            await raw.FillAsync(RawInput.WindowBytes, cancellationToken).ConfigureAwait(false);

            // Always as much as a window: what damaged data yield must not depend on how the source's reads fall.
            var source = raw.Window[..Math.Min(raw.Window.Length, RawInput.WindowBytes)];
            if (_isBroken || (source.IsEmpty && !_inFrame))
            {
                return 0;
            }

            var status = _decoder.Decompress(source.Span, destination.Span, out var consumed, out var written);
            raw.Advance(consumed);
            if (status == OperationStatus.Done)
            {
                _inFrame = false;
                _decoder.Restart();
            }
            else if (status == OperationStatus.InvalidData)
            {
                _isBroken = true;
                Ending = ContentEnding.BrokeOff(Compression, "an invalid code", raw.Position);
                return written;
            }
            else
            {
                _inFrame |= consumed > 0 || written > 0;
                if (consumed == 0 && written == 0)
                {
                    Ending = ContentEnding.Truncated(Compression, raw.Count);
                    return 0;
                }
            }

            if (written > 0)
            {
                return written;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _decoder.Dispose();
        base.Dispose();
    }
}
