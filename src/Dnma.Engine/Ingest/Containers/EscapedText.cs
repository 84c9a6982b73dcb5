namespace Dnma.Engine.Ingest.Containers;

/// <summary>Undoes what containers do to the bytes they log. What is no valid escape stays as it is. Results are never longer than the text.</summary>
internal static class EscapedText
{
    /// <summary>Undoes the escapes of Apache and nginx: <c>\"</c>, <c>\\</c>, <c>\xHH</c>, <c>\n</c>, …</summary>
    public static ReadOnlySpan<byte> Backslashes(ReadOnlySpan<byte> text, LineScratch scratch)
    {
        var escape = text.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return text;
        }

        var room = scratch.Take(text.Length);
        var written = 0;
        var rest = text;
        while (escape >= 0)
        {
            rest[..escape].CopyTo(room[written..]);
            written += escape;
            rest = rest[escape..];
            var taken = 2;
            room[written++] = rest.Length < 2 ? (byte)'\\' : rest[1] switch
            {
                (byte)'x' when rest.Length >= 4 && TryHex(rest[2], rest[3], out var value) && (taken = 4) > 0 => value,
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'v' => (byte)'\v',
                (byte)'"' => (byte)'"',
                (byte)'\\' => (byte)'\\',
                _ => Keep(out taken),
            };
            rest = rest[Math.Min(taken, rest.Length)..];
            escape = rest.IndexOf((byte)'\\');
        }

        rest.CopyTo(room[written..]);
        return Finish(room, written + rest.Length, scratch);
    }

    /// <summary>Undoes percent-encoding once, and a second time where the result is still encoded (CloudFront does so to user agents).</summary>
    public static ReadOnlySpan<byte> PercentsTwice(ReadOnlySpan<byte> text, LineScratch scratch) =>
        Percents(Percents(text, scratch), scratch);

    /// <summary>Puts a space for each plus, as IIS writes user agents the other way round.</summary>
    public static ReadOnlySpan<byte> Pluses(ReadOnlySpan<byte> text, LineScratch scratch)
    {
        if (!text.Contains((byte)'+'))
        {
            return text;
        }

        var room = scratch.Take(text.Length);
        text.Replace(room, (byte)'+', (byte)' ');
        return room;
    }

    /// <summary>The value of two hexadecimal digits.</summary>
    public static bool TryHex(byte high, byte low, out byte value)
    {
        int h = HexOf(high), l = HexOf(low);
        value = unchecked((byte)((h << 4) | l));
        return (h | l) >= 0;
    }

    private static ReadOnlySpan<byte> Percents(ReadOnlySpan<byte> text, LineScratch scratch)
    {
        var escape = text.IndexOf((byte)'%');
        if (escape < 0)
        {
            return text;
        }

        var room = scratch.Take(text.Length);
        var written = 0;
        var rest = text;
        while (escape >= 0)
        {
            rest[..escape].CopyTo(room[written..]);
            written += escape;
            rest = rest[escape..];
            var isEscape = rest.Length >= 3 && TryHex(rest[1], rest[2], out room[written]);
            if (!isEscape)
            {
                room[written] = (byte)'%';
            }

            written++;
            rest = rest[(isEscape ? 3 : 1)..];
            escape = rest.IndexOf((byte)'%');
        }

        rest.CopyTo(room[written..]);
        return Finish(room, written + rest.Length, scratch);
    }

    private static ReadOnlySpan<byte> Finish(Span<byte> room, int length, LineScratch scratch)
    {
        scratch.GiveBack(room.Length - length);
        return room[..length];
    }

    private static byte Keep(out int taken)
    {
        taken = 1;
        return (byte)'\\';
    }

    private static int HexOf(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
