using System.Text;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>Reads UTF-16 code units written as hexadecimal escapes (<c>%uD83D</c>, <c>\ud83d</c>) and writes them as UTF-8. Pure.</summary>
internal static class CodeUnits
{
    /// <summary>The value of a hexadecimal digit of either case; −1 for any other byte.</summary>
    public static int Hex(byte digit) => unchecked((uint)(digit - '0') <= 9 ? digit - '0'
        : (uint)((digit | 0x20) - 'a') <= 5 ? (digit | 0x20) - 'a' + 10
        : -1);

    /// <summary>
    /// Reads one escape of six bytes, or two that make a surrogate pair, at the start of a text. A surrogate without its partner becomes U+FFFD.
    /// </summary>
    /// <param name="text">Begins with the escape.</param>
    /// <param name="lead">The escape's first byte (<c>%</c> or a backslash); the second is <c>u</c> or <c>U</c>.</param>
    /// <param name="destination">Receives one to four bytes: never more than were read.</param>
    /// <param name="written">How many bytes it received.</param>
    /// <returns>How many bytes of <paramref name="text"/> were read: 6 or 12; 0 when it begins with no such escape.</returns>
    public static int Read(ReadOnlySpan<byte> text, byte lead, Span<byte> destination, out int written)
    {
        written = 0;
        if (!TryUnit(text, lead, out var unit))
        {
            return 0;
        }

        var taken = 6;
        if (!Rune.TryCreate(unit, out var rune))
        {
            rune = Rune.ReplacementChar;
            if (TryUnit(text[6..], lead, out var partner) && Rune.TryCreate(unit, partner, out var pair))
            {
                rune = pair;
                taken = 12;
            }
        }

        written = rune.EncodeToUtf8(destination);
        return taken;
    }

    private static bool TryUnit(ReadOnlySpan<byte> text, byte lead, out char unit)
    {
        unit = default;
        if (text.Length < 6 || text[0] != lead || (text[1] | 0x20) != 'u')
        {
            return false;
        }

        var value = 0;
        foreach (var digit in text[2..6])
        {
            var hex = Hex(digit);
            if (hex < 0)
            {
                return false;
            }

            value = (value << 4) | hex;
        }

        unit = (char)value;
        return true;
    }
}
