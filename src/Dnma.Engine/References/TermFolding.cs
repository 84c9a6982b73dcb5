using System.Text;

namespace Dnma.Engine.References;

/// <summary>What makes two spellings of a term the same: neither case, nor accents, nor white space around it matter.</summary>
internal static class TermFolding
{
    /// <summary>The longest folded term; longer texts are no terms.</summary>
    public const int MaxBytes = 64;

    /// <summary>The unaccented small letters of U+00E0–U+00FF; a dot where a character is no accented letter.</summary>
    private static ReadOnlySpan<byte> Latin1Bases => "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"u8;

    /// <summary>Folds a text.</summary>
    /// <param name="text">UTF-8, not necessarily valid.</param>
    /// <param name="destination">Receives the folded term; at least <see cref="MaxBytes"/> long.</param>
    /// <returns>How many bytes were written; 0 when the text is empty or cannot be a term.</returns>
    public static int Fold(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var rest = LabelText.Trim(text);
        var written = 0;
        while (!rest.IsEmpty)
        {
            if (written == MaxBytes)
            {
                return 0;
            }

            var first = rest[0];
            if (first < 0x80)
            {
                destination[written++] = first is >= (byte)'A' and <= (byte)'Z' ? (byte)(first | 0x20) : first;
                rest = rest[1..];
                continue;
            }

            Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            rest = rest[consumed..];
            var value = rune.Value;
            if (value is >= 0x300 and <= 0x36F)
            {
                // A combining accent: the decomposed spelling of an accented letter.
                continue;
            }

            var position = (value | 0x20) - 0xE0;
            if (value is < 0xC0 or > 0xFF || Latin1Bases[position] == (byte)'.')
            {
                return 0;
            }

            destination[written++] = Latin1Bases[position];
        }

        return written;
    }
}
