namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Undoes the escapes of a JSON string. A surrogate without its partner becomes U+FFFD, and bytes that are no UTF-8 stay bytes; a reader that
/// throws on them would lose the record. Pure.
/// </summary>
internal static class JsonStrings
{
    /// <summary>Unescapes the inside of a string that a JSON reader found well-formed.</summary>
    /// <param name="text">What stands between the quotes.</param>
    /// <param name="destination">At least as long as <paramref name="text"/>: unescaping never lengthens.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = text.IndexOf((byte)'\\');
            if (plain < 0 || plain + 1 == text.Length)
            {
                text.CopyTo(destination[written..]);
                return written + text.Length;
            }

            text[..plain].CopyTo(destination[written..]);
            written += plain;
            text = text[plain..];
            var taken = CodeUnits.Read(text, (byte)'\\', destination[written..], out var produced);
            if (taken == 0)
            {
                taken = 2;
                produced = 1;
                destination[written] = text[1] switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    var other => other,
                };
            }

            written += produced;
            text = text[taken..];
        }
    }
}
