namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Brings Matomo's <c>idvisitor</c> (eight bytes in the database) into one form, 16 lower-case hexadecimal digits, whether it was exported as
/// such, as <c>0x…</c>, or as the bare bytes.
/// </summary>
internal static class MatomoVisitorId
{
    /// <summary>How much room <see cref="Normalise"/> needs.</summary>
    public const int MaxLength = 32;

    /// <summary>The id in its one form; what is no such id comes back as it is.</summary>
    /// <param name="id">As exported.</param>
    /// <param name="scratch">Room for the result, at least <see cref="MaxLength"/> bytes.</param>
    public static ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> id, Span<byte> scratch)
    {
        if (id.Length == 8 && id.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0)
        {
            return Convert.TryToHexStringLower(id, scratch, out var written) ? scratch[..written] : id;
        }

        var digits = id.StartsWith("0x"u8) || id.StartsWith("0X"u8) ? id[2..] : id;
        if (digits.IsEmpty || digits.Length > MaxLength)
        {
            return id;
        }

        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiHexDigit((char)digits[i]))
            {
                return id;
            }

            scratch[i] = (byte)(digits[i] | 0x20);
        }

        return scratch[..digits.Length];
    }
}
