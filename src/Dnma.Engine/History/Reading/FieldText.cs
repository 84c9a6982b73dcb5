namespace Dnma.Engine.History.Reading;

/// <summary>Reads the fields of a line of a published file: figures, times, dates, quoted or not. Pure; allocates where a quoted field holds quotes.</summary>
internal static class FieldText
{
    private const byte Separator = (byte)';';
    private const byte Quote = (byte)'"';
    private const int DateLength = 10;
    private const int TimeLength = 8;
    private const int MostCountDigits = 10;
    private const int MostHourDigits = 9;

    /// <summary>Reads a field, without its quotes, and moves to its end.</summary>
    /// <returns>Whether its quotes are closed, and nothing but a separator or the end follows.</returns>
    public static bool TryField(ReadOnlySpan<byte> line, ref int at, out ReadOnlySpan<byte> field)
    {
        var rest = line[at..];
        if (rest.IsEmpty || rest[0] != Quote)
        {
            var end = rest.IndexOf(Separator);
            field = end < 0 ? rest : rest[..end];
            at += field.Length;
            return true;
        }

        var doubled = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] != Quote)
            {
                continue;
            }

            if (i + 1 < rest.Length && rest[i + 1] == Quote)
            {
                doubled++;
                i++;
                continue;
            }

            field = doubled == 0 ? rest[1..i] : Undoubled(rest[1..i], doubled);
            at += i + 1;
            return at == line.Length || line[at] == Separator;
        }

        field = default;
        return false;
    }

    /// <summary>Reads a count; <see cref="RowBlock.Absent"/> for an empty field and <c>N/A</c>.</summary>
    /// <returns>Whether it is one: digits, with nothing but zeros behind a decimal point, below 2³².</returns>
    public static bool TryCount(ReadOnlySpan<byte> line, ref int at, out long value)
    {
        var (i, sum) = (at, 0L);
        unchecked
        {
            for (uint digit; i < line.Length && i - at < MostCountDigits && (digit = (uint)line[i] - '0') <= 9; i++)
            {
                sum = (sum * 10) + digit;
            }
        }

        if (i > at && (i == line.Length || line[i] == Separator))
        {
            (at, value) = (i, sum);
            return sum < uint.MaxValue;
        }

        value = RowBlock.Absent;
        return TryField(line, ref at, out var field) && (IsAbsent(field) || TryPlainCount(field.Trim((byte)' '), out value));
    }

    /// <summary>Reads a time in milliseconds, <c>HH:MM:SS</c> or <c>HH:MM:SS:mmm</c>, of any number of hours; <see cref="RowBlock.Absent"/> for an empty field and <c>N/A</c>.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryDuration(ReadOnlySpan<byte> line, ref int at, out long value)
    {
        var rest = line[at..];
        if (rest.Length >= TimeLength && (rest.Length == TimeLength || rest[TimeLength] == Separator) && TryClock(rest[..TimeLength], out value))
        {
            at += TimeLength;
            return true;
        }

        value = RowBlock.Absent;
        return TryField(line, ref at, out var field) && (IsAbsent(field) || TryLongTime(field.Trim((byte)' '), out value));
    }

    /// <summary>Reads a date, <c>YYYY-MM-DD</c>, a time of day behind it allowed, into days since 0001-01-01; −1 when it is none.</summary>
    public static int DayNumber(ReadOnlySpan<byte> field)
    {
        field = field.Trim((byte)' ');
        if (field.Length < DateLength || field[4] != '-' || field[7] != '-' || (field.Length > DateLength && field[DateLength] is not ((byte)'T' or (byte)' ')))
        {
            return -1;
        }

        return TryDigits(field[..4], out var year) && TryDigits(field[5..7], out var month) && TryDigits(field[8..10], out var day)
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month)
            ? new DateOnly((int)year, (int)month, (int)day).DayNumber
            : -1;
    }

    private static bool IsAbsent(ReadOnlySpan<byte> field) => field.Trim((byte)' ') is var text && (text.IsEmpty || text.SequenceEqual("N/A"u8));

    private static bool TryPlainCount(ReadOnlySpan<byte> text, out long value)
    {
        var point = text.IndexOf((byte)'.');
        value = 0;
        return (point < 0 || !text[(point + 1)..].ContainsAnyExcept((byte)'0')) && TryDigits(point < 0 ? text : text[..point], out value)
            && value < uint.MaxValue;
    }

    private static bool TryClock(ReadOnlySpan<byte> text, out long value)
    {
        unchecked
        {
            uint h1 = (uint)text[0] - '0', h2 = (uint)text[1] - '0', m1 = (uint)text[3] - '0', m2 = (uint)text[4] - '0', s1 = (uint)text[6] - '0', s2 = (uint)text[7] - '0';
            value = ((((((h1 * 10) + h2) * 60) + (m1 * 10) + m2) * 60) + (s1 * 10) + s2) * 1_000L;
            return text[2] == ':' && text[5] == ':' && h1 <= 9 && h2 <= 9 && m1 <= 5 && m2 <= 9 && s1 <= 5 && s2 <= 9;
        }
    }

    private static bool TryLongTime(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var colon = text.IndexOf((byte)':');
        if (colon is < 1 or > MostHourDigits || !TryDigits(text[..colon], out var hours))
        {
            return false;
        }

        var rest = text[colon..];
        var hasMilliseconds = rest.Length == 10 && rest[6] == ':';
        if ((rest.Length != 6 && !hasMilliseconds) || rest[3] != ':' || !TryDigits(rest[1..3], out var minutes) || !TryDigits(rest[4..6], out var seconds)
            || minutes > 59 || seconds > 59)
        {
            return false;
        }

        var milliseconds = 0L;
        if (hasMilliseconds && !TryDigits(rest[7..], out milliseconds))
        {
            return false;
        }

        value = (((((hours * 60) + minutes) * 60) + seconds) * 1_000) + milliseconds;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9') || text.TrimStart((byte)'0').Length > MostCountDigits)
        {
            return false;
        }

        foreach (var digit in text)
        {
            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private static byte[] Undoubled(ReadOnlySpan<byte> field, int doubled)
    {
        var plain = new byte[field.Length - doubled];
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            plain[length++] = field[i];
            i += field[i] == Quote ? 1 : 0;
        }

        return plain;
    }
}
