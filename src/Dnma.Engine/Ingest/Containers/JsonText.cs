using System.Text;

namespace Dnma.Engine.Ingest.Containers;

/// <summary>Undoes the escapes of JSON strings whose shape the JSON reader has checked; half a surrogate pair becomes U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>Decodes a string's inside.</summary>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text, LineScratch scratch)
    {
        // No escape is shorter than what it stands for: six bytes make three at most.
        var room = scratch.Take(text.Length);
        var written = 0;
        var rest = text;
        for (var escape = rest.IndexOf((byte)'\\'); escape >= 0 && escape + 1 < rest.Length; escape = rest.IndexOf((byte)'\\'))
        {
            rest[..escape].CopyTo(room[written..]);
            written += escape;
            rest = rest[(escape + 1)..];
            if (rest[0] == (byte)'u')
            {
                written += TakeRune(ref rest).EncodeToUtf8(room[written..]);
                continue;
            }

            room[written++] = rest[0] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                var itself => itself,
            };
            rest = rest[1..];
        }

        rest.CopyTo(room[written..]);
        var length = written + rest.Length;
        scratch.GiveBack(room.Length - length);
        return room[..length];
    }

    /// <summary>Takes <c>uXXXX</c>, or the pair <c>uXXXX\uXXXX</c>.</summary>
    private static Rune TakeRune(scoped ref ReadOnlySpan<byte> rest)
    {
        var first = Unit(rest);
        rest = rest[Math.Min(5, rest.Length)..];
        if (rest is [(byte)'\\', (byte)'u', ..] && Rune.TryCreate(first, Unit(rest[1..]), out var pair))
        {
            rest = rest[6..];
            return pair;
        }

        return Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar;
    }

    private static char Unit(ReadOnlySpan<byte> text) =>
        text.Length >= 5 && EscapedText.TryHex(text[1], text[2], out var high) && EscapedText.TryHex(text[3], text[4], out var low)
            ? (char)((high << 8) | low)
            : '\uD800';
}
