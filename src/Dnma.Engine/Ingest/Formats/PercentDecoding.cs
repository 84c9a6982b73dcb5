namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Decodes a query string's values: <c>%XX</c>, <c>+</c> as a space, and the non-standard <c>%uXXXX</c> of old scripts. A broken escape stays
/// as it is written, and bytes that are no UTF-8 stay bytes: whoever keeps the text replaces them. Pure.
/// </summary>
internal static class PercentDecoding
{
    /// <summary>Whether decoding would change anything.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> text) => text.ContainsAny((byte)'%', (byte)'+');

    /// <summary>Decodes a value.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="destination">At least as long as <paramref name="text"/>: decoding never lengthens.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = text.IndexOfAny((byte)'%', (byte)'+');
            if (plain < 0)
            {
                text.CopyTo(destination[written..]);
                return written + text.Length;
            }

            text[..plain].CopyTo(destination[written..]);
            written += plain;
            text = text[plain..];
            var taken = 1;
            if (text[0] == (byte)'+')
            {
                destination[written++] = (byte)' ';
            }
            else
            {
                taken = Escape(text, destination[written..], out var produced);
                written += produced;
            }

            text = text[taken..];
        }
    }

    private static int Escape(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        if (text.Length >= 3)
        {
            var high = CodeUnits.Hex(text[1]);
            var low = CodeUnits.Hex(text[2]);
            if ((high | low) >= 0)
            {
                destination[0] = (byte)((high << 4) | low);
                written = 1;
                return 3;
            }

            var taken = CodeUnits.Read(text, (byte)'%', destination, out written);
            if (taken > 0)
            {
                return taken;
            }
        }

        destination[0] = (byte)'%';
        written = 1;
        return 1;
    }
}
