using System.Buffers;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Finds out how an input is compressed, by what its bytes are and never by its name alone.</summary>
internal static class ContentOpening
{
    /// <summary>The four bytes that start and end a Parquet file.</summary>
    public static ReadOnlySpan<byte> ParquetMagic => "PAR1"u8;

    /// <summary>Opens the content behind the compression that is found.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: an archive or a compression that is not read.</exception>
    public static async ValueTask<ContentReader> OpenAsync(RawInput raw, string name, CancellationToken cancellationToken)
    {
        await raw.FillAsync(RawInput.WindowBytes, cancellationToken).ConfigureAwait(false);
        var head = raw.Window.Span;
        if (IsGzip(head))
        {
            return new GzipContent(raw);
        }

        if (IsZstd(head, name))
        {
            return new FramedContent<ZstdFrames>(raw);
        }

        ThrowIfForeign(head, name);
        return name.EndsWith(".br", StringComparison.OrdinalIgnoreCase) && IsBrotli(head)
            ? new FramedContent<BrotliFrames>(raw)
            : new PlainContent(raw);
    }

    /// <summary>True when the window is the head of a Parquet file.</summary>
    public static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith(ParquetMagic);

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..] or [0x1F];

    private static bool IsZstd(ReadOnlySpan<byte> head, string name)
    {
        ReadOnlySpan<byte> magic = [0x28, 0xB5, 0x2F, 0xFD];
        if (head.Length >= magic.Length)
        {
            // 0x184D2A5x, little-endian, starts a skippable frame.
            return head.StartsWith(magic) || ((head[0] & 0xF0) == 0x50 && head[1..4] is [0x2A, 0x4D, 0x18]);
        }

        // A file cut inside the magic number: one byte alone could be text.
        return head.Length > 0 && magic.StartsWith(head) && (head.Length > 1 || name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Brotli has no magic number, and its decoder takes many a text for the start of a long code: data that do not reach an end within
    /// the window must also hold control characters, as no log does and compressed data soon do.
    /// </summary>
    private static bool IsBrotli(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return false;
        }

        var isText = head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)31) < 0;

        using var decoder = new BrotliFrames();
        var content = ArrayPool<byte>.Shared.Rent(1 << 14);
        try
        {
            while (true)
            {
                var status = decoder.Decompress(head, content, out var consumed, out var written);
                head = head[consumed..];
                if (status == OperationStatus.InvalidData)
                {
                    return false;
                }

                if (status == OperationStatus.Done || (consumed == 0 && written == 0) || head.IsEmpty)
                {
                    return status == OperationStatus.Done || !isText;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    private static void ThrowIfForeign(ReadOnlySpan<byte> head, string name)
    {
        var kind = head switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz data",
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] => "bzip2 data",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7-zip archive",
            _ => null,
        };
        if (kind is not null)
        {
            throw new EngineException(ErrorId.UndecidedFormat, name, $"is {kind}, which is not read", "unpack it, or compress it as gzip, zstd or brotli");
        }
    }
}
