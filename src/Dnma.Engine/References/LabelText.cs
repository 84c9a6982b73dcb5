using System.Text;

namespace Dnma.Engine.References;

/// <summary>
/// The normal form of labels that come from outside: what the engine keeps, compares and publishes. Works on UTF-8 that need not be
/// valid, and allocates nothing. The same input gives the same bytes on every machine and under every culture. Pure and thread safe.
/// </summary>
public static class LabelText
{
    /// <summary>The longest label that is kept, in bytes; a longer one is cut before the character that would exceed it.</summary>
    public const int MaxBytes = 256;

    /// <summary>
    /// Writes the normal form of a label: white space around it removed; invalid UTF-8 and control characters replaced by U+FFFD; cut at
    /// <see cref="MaxBytes"/>; in lower case when asked for. A label spelled <c>inconnu</c> becomes empty, for that code is published for
    /// "none" (design §6) and a second row of the same name would make two figures of one. Canonicalizing twice changes nothing.
    /// </summary>
    /// <param name="text">The label as UTF-8, not necessarily valid.</param>
    /// <param name="destination">Receives the label; at least <see cref="MaxBytes"/> long.</param>
    /// <param name="letterCase">Whether capitals are kept.</param>
    /// <returns>How many bytes were written; 0 when there is no label.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Canonicalize(ReadOnlySpan<byte> text, Span<byte> destination, LabelCase letterCase)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"The destination holds fewer than {MaxBytes} bytes.", nameof(destination));
        }

        var rest = Trim(text);
        var written = 0;
        while (!rest.IsEmpty)
        {
            // Invalid bytes come back as U+FFFD, one for each maximal invalid part, as Unicode recommends.
            Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            rest = rest[consumed..];
            rune = Rune.IsControl(rune) ? Rune.ReplacementChar : letterCase == LabelCase.Lower ? ToLower(rune) : rune;
            if (written + rune.Utf8SequenceLength > MaxBytes)
            {
                break;
            }

            written += rune.EncodeToUtf8(destination[written..]);
        }

        // The cut may have left white space at the new end.
        written = TrimEnd(destination[..written]).Length;
        return destination[..written].SequenceEqual("inconnu"u8) ? 0 : written;
    }

    /// <summary>The text without the white space around it. Bytes that are no valid UTF-8 are not white space.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && IsVisibleAscii(text[0]) && IsVisibleAscii(text[^1]))
        {
            return text;
        }

        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf8(text, out var rune, out var consumed);
            if (!Rune.IsWhiteSpace(rune))
            {
                break;
            }

            text = text[consumed..];
        }

        return TrimEnd(text);
    }

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf8(text, out var rune, out var consumed);
            if (!Rune.IsWhiteSpace(rune))
            {
                break;
            }

            text = text[..^consumed];
        }

        return text;
    }

    private static Rune ToLower(Rune rune) => rune.Value switch
    {
        < 'A' => rune,
        <= 'Z' => new Rune(rune.Value + 0x20),
        < 0x80 => rune,

        // .NET leaves the Turkish capital as it is; Unicode's simple mapping, and so SQL's lower(), gives i.
        0x130 => new Rune('i'),
        _ => Rune.ToLowerInvariant(rune),
    };

    private static bool IsVisibleAscii(byte value) => value is > (byte)' ' and < 0x7F;
}
