namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// Instants as logs write them, in milliseconds UTC since 1970, floored. Pure; no culture, no allocation. A leap second (:60) is the
/// first second of the next minute.
/// </summary>
internal static class LogInstant
{
    private const long MsPerDay = 86_400_000;

    /// <summary>Reads <c>05/Sep/2022:10:00:00 +0200</c>, with an optional fraction of the second.</summary>
    public static bool TryCommonLog(ReadOnlySpan<byte> text, out long instantMs)
    {
        instantMs = 0;
        if (text.Length < 26 || text[2] != (byte)'/' || text[6] != (byte)'/' || text[11] != (byte)':'
            || !TryDigits(text[..2], out var day) || !TryDigits(text.Slice(7, 4), out var year)
            || !TryDay(year, MonthOf(text.Slice(3, 3)), day, out var days)
            || !TryTimeOfDay(text[12..], out var timeMs, out var length))
        {
            return false;
        }

        var zone = text[(12 + length)..];
        if (zone.Length != 6 || zone[0] != (byte)' ' || !TryOffset(zone[1..], out var offsetMs))
        {
            return false;
        }

        instantMs = (days * MsPerDay) + timeMs - offsetMs;
        return true;
    }

    /// <summary>Reads ISO 8601 with an offset: <c>2022-09-05T10:00:00.123+02:00</c>, or <c>Z</c>; a space may stand for the T.</summary>
    public static bool TryIso(ReadOnlySpan<byte> text, out long instantMs)
    {
        instantMs = 0;
        if (text.Length < 20 || !TryDate(text[..10], out var days) || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryTimeOfDay(text[11..], out var timeMs, out var length))
        {
            return false;
        }

        var zone = text[(11 + length)..];
        long offsetMs = 0;
        if (!(zone is [(byte)'Z' or (byte)'z']) && !TryOffset(zone, out offsetMs))
        {
            return false;
        }

        instantMs = (days * MsPerDay) + timeMs - offsetMs;
        return true;
    }

    /// <summary>
    /// Reads a number since 1970: seconds below 1e11, milliseconds below 1e14, microseconds below 1e17 (design §6), else nanoseconds; a
    /// fraction is floored to the millisecond.
    /// </summary>
    public static bool TryEpoch(ReadOnlySpan<byte> text, out long instantMs)
    {
        instantMs = 0;
        var dot = text.IndexOf((byte)'.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? default : text[(dot + 1)..];
        if (whole.Length is 0 or > 18 || !TryDigits(whole, out var value) || (dot >= 0 && !TryFraction(fraction, out _)))
        {
            // 19 digits are nanoseconds from the year 2001 on.
            if (whole.Length != 19 || dot >= 0 || !TryDigits(whole[..13], out value) || !TryDigits(whole[13..], out _))
            {
                return false;
            }

            instantMs = value;
            return true;
        }

        if (value < 100_000_000_000)
        {
            var ms = 0L;
            if (dot >= 0)
            {
                TryFraction(fraction, out ms);
            }

            instantMs = (value * 1000) + ms;
        }
        else
        {
            instantMs = value < 100_000_000_000_000 ? value : value < 100_000_000_000_000_000 ? value / 1000 : value / 1_000_000;
        }

        return true;
    }

    /// <summary>Reads <c>2022-09-05</c> as a day number since 1970.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out long days)
    {
        days = 0;
        return text.Length == 10 && text[4] == (byte)'-' && text[7] == (byte)'-'
            && TryDigits(text[..4], out var year) && TryDigits(text.Slice(5, 2), out var month) && TryDigits(text.Slice(8, 2), out var day)
            && TryDay(year, (int)month, day, out days);
    }

    /// <summary>Reads <c>10:00:00</c> with an optional fraction at the start of a text; <paramref name="length"/> is how far it reaches.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<byte> text, out long timeMs, out int length)
    {
        timeMs = 0;
        length = 0;
        if (text.Length < 8 || text[2] != (byte)':' || text[5] != (byte)':'
            || !TryDigits(text[..2], out var hour) || !TryDigits(text.Slice(3, 2), out var minute) || !TryDigits(text.Slice(6, 2), out var second)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        length = 8;
        var ms = 0L;
        if (text.Length > 8 && text[8] is (byte)'.' or (byte)',')
        {
            var digits = text[9..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = digits < 0 ? text.Length - 9 : digits;
            if (!TryFraction(text.Slice(9, digits), out ms))
            {
                return false;
            }

            length = 9 + digits;
        }

        timeMs = (((((hour * 60) + minute) * 60) + second) * 1000) + ms;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long offsetMs)
    {
        offsetMs = 0;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != (byte)':'))
        {
            return false;
        }

        var minute = 0L;
        if (!TryDigits(text.Slice(1, 2), out var hour) || (text.Length > 3 && !TryDigits(text[^2..], out minute)) || hour > 23 || minute > 59)
        {
            return false;
        }

        offsetMs = ((hour * 60) + minute) * 60_000 * (text[0] == (byte)'-' ? -1 : 1);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> digits, out long ms)
    {
        ms = 0;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        for (var i = 0; i < 3; i++)
        {
            ms = (ms * 10) + (i < digits.Length ? digits[i] - (byte)'0' : 0);
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (var b in text)
        {
            var digit = unchecked((uint)(b - '0'));
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private static bool TryDay(long year, int month, long day, out long days)
    {
        days = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, month))
        {
            return false;
        }

        days = Time.LocalCalendar.DayOf(new DateOnly((int)year, month, (int)day));
        return true;
    }

    private static int MonthOf(ReadOnlySpan<byte> name) => (name[0] | 0x20, name[1] | 0x20, name[2] | 0x20) switch
    {
        ('j', 'a', 'n') => 1,
        ('f', 'e', 'b') => 2,
        ('m', 'a', 'r') => 3,
        ('a', 'p', 'r') => 4,
        ('m', 'a', 'y') => 5,
        ('j', 'u', 'n') => 6,
        ('j', 'u', 'l') => 7,
        ('a', 'u', 'g') => 8,
        ('s', 'e', 'p') => 9,
        ('o', 'c', 't') => 10,
        ('n', 'o', 'v') => 11,
        ('d', 'e', 'c') => 12,
        _ => 0,
    };
}
