namespace Dnma.Engine.Time;

/// <summary>
/// Reads instants as hit files write them (design §6), value by value, into milliseconds UTC since 1970. Whatever is finer than a
/// millisecond is floored, before 1970 too. Allocates nothing; pure and thread safe.
/// </summary>
/// <remarks>
/// <para>A <b>date</b> is <c>YYYY-MM-DD</c>, then <c>T</c> (any case) or one space, then <c>hh:mm</c>, and if wanted <c>:ss</c> and a
/// fraction of 1 to 9 digits behind a point or a comma; then <c>Z</c>, <c>+hh</c>, <c>+hhmm</c> or <c>+hh:mm</c>. Years are 0001–9999 of
/// the Gregorian calendar. Hour 24 is refused, as in ISO 8601 since 2019, and so is second 60: no server's clock shows a leap second,
/// and bending it would move a hit silently.</para>
/// <para>A <b>number</b> whose integer part is below 1e11 in size counts seconds, below 1e14 milliseconds, below 1e17 microseconds; a
/// greater one is refused. A decimal fraction is allowed, since clocks of many languages and log formats write
/// <c>1662364800.123</c>; an exponent is not.</para>
/// <para>Spaces and tabs around the value do not count.</para>
/// </remarks>
public static class InstantText
{
    private const long SecondsLimit = 100_000_000_000;
    private const long MillisecondsLimit = 100_000_000_000_000;
    private const long MicrosecondsLimit = 100_000_000_000_000_000;

    /// <summary>Reads an instant whose date, if it is one, must name its offset from UTC.</summary>
    /// <param name="text">The value as UTF-8.</param>
    /// <param name="instantMs">Milliseconds UTC since 1970; 0 unless <see cref="InstantReading.Ok"/>.</param>
    public static InstantReading Read(ReadOnlySpan<byte> text, out long instantMs) => Read(text, offsetRequired: true, out instantMs);

    /// <summary>As <see cref="Read(ReadOnlySpan{byte}, out long)"/>, but a date without offset is UTC: the times of Matomo's raw tables are (domain §4.4).</summary>
    public static InstantReading ReadUtc(ReadOnlySpan<byte> text, out long instantMs) => Read(text, offsetRequired: false, out instantMs);

    /// <summary>Reads a number of seconds, milliseconds or microseconds since 1970: its size says which.</summary>
    public static InstantReading FromEpoch(long value, out long instantMs)
    {
        if (value is <= -MicrosecondsLimit or >= MicrosecondsLimit)
        {
            instantMs = 0;
            return InstantReading.Bad;
        }

        instantMs = Scale(Math.Abs(value), value < 0, thousandths: 0, hasRest: false);
        return InstantReading.Ok;
    }

    /// <summary>
    /// As <see cref="FromEpoch(long, out long)"/>. Seconds with a fraction are read as the shortest decimal that names this very number,
    /// so that a table gives the same instants as binary numbers and as text.
    /// </summary>
    public static InstantReading FromEpoch(double value, out long instantMs)
    {
        instantMs = 0;
        var size = Math.Abs(value);
        if (!(size < MicrosecondsLimit))
        {
            return InstantReading.Bad;
        }

        if (size >= SecondsLimit || size == Math.Floor(size))
        {
            var whole = (long)size;
            instantMs = Scale(whole, value < 0, thousandths: 0, hasRest: size != whole);
            return InstantReading.Ok;
        }

        if (size < 0.001)
        {
            // Too small to be written without an exponent.
            instantMs = value < 0 ? -1 : 0;
            return InstantReading.Ok;
        }

        Span<byte> digits = stackalloc byte[32];
        return value.TryFormat(digits, out var written, "R", System.Globalization.CultureInfo.InvariantCulture)
            ? ReadNumber(digits[..written], out instantMs)
            : InstantReading.Bad;
    }

    private static InstantReading Read(ReadOnlySpan<byte> text, bool offsetRequired, out long instantMs)
    {
        instantMs = 0;
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
        {
            return InstantReading.Missing;
        }

        // No number has a hyphen there, every date has.
        return text.Length > 4 && text[4] == '-' ? ReadDate(text, offsetRequired, out instantMs) : ReadNumber(text, out instantMs);
    }

    private static InstantReading ReadNumber(ReadOnlySpan<byte> text, out long instantMs)
    {
        instantMs = 0;
        var negative = text[0] == '-';
        var at = negative ? 1 : 0;
        var firstDigit = at;
        long size = 0;
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
        {
            size = (size * 10) + (text[at] - '0');
            if (size >= MicrosecondsLimit)
            {
                return InstantReading.Bad;
            }
        }

        if (at == firstDigit)
        {
            return InstantReading.Bad;
        }

        if (at == text.Length)
        {
            instantMs = Scale(size, negative, thousandths: 0, hasRest: false);
            return InstantReading.Ok;
        }

        if (text[at] != '.' || !ReadFraction(text[(at + 1)..], int.MaxValue, out var thousandths, out var hasRest, out var length)
            || at + 1 + length != text.Length)
        {
            return InstantReading.Bad;
        }

        instantMs = Scale(size, negative, thousandths, hasRest);
        return InstantReading.Ok;
    }

    /// <summary>To milliseconds, floored. The fraction is given as its first three digits and whether anything follows them.</summary>
    private static long Scale(long size, bool negative, int thousandths, bool hasRest)
    {
        long milliseconds;
        if (size < SecondsLimit)
        {
            milliseconds = (size * 1000) + thousandths;
        }
        else
        {
            hasRest |= thousandths != 0;
            milliseconds = size;
            if (size >= MillisecondsLimit)
            {
                milliseconds = size / 1000;
                hasRest |= size % 1000 != 0;
            }
        }

        return !negative ? milliseconds : hasRest ? -milliseconds - 1 : -milliseconds;
    }

    private static InstantReading ReadDate(ReadOnlySpan<byte> text, bool offsetRequired, out long instantMs)
    {
        instantMs = 0;
        if (text.Length < 16 || text[7] != '-' || !((text[10] | 0x20) == 't' || text[10] == ' ') || text[13] != ':'
            || !TwoDigits(text, 0, out var century) || !TwoDigits(text, 2, out var yearOfCentury) || !TwoDigits(text, 5, out var month)
            || !TwoDigits(text, 8, out var day) || !TwoDigits(text, 11, out var hour) || !TwoDigits(text, 14, out var minute))
        {
            return InstantReading.Bad;
        }

        var year = (century * 100) + yearOfCentury;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return InstantReading.Bad;
        }

        var second = 0;
        var thousandths = 0;
        var rest = text[16..];
        if (!rest.IsEmpty && rest[0] == ':')
        {
            if (!TwoDigits(rest, 1, out second) || second > 59)
            {
                return InstantReading.Bad;
            }

            rest = rest[3..];
            if (!rest.IsEmpty && rest[0] is (byte)'.' or (byte)',')
            {
                if (!ReadFraction(rest[1..], 9, out thousandths, out _, out var length))
                {
                    return InstantReading.Bad;
                }

                rest = rest[(length + 1)..];
            }
        }

        if (!ReadOffset(rest, offsetRequired, out var offsetMinutes))
        {
            return InstantReading.Bad;
        }

        var minutes = ((((long)LocalCalendar.DayOf(new DateOnly(year, month, day)) * 24) + hour) * 60) + minute - offsetMinutes;
        instantMs = (((minutes * 60) + second) * 1000) + thousandths;
        return InstantReading.Ok;
    }

    private static bool ReadOffset(ReadOnlySpan<byte> text, bool required, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty)
        {
            return !required;
        }

        if (text[0] is (byte)'Z' or (byte)'z')
        {
            return text.Length == 1;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || !TwoDigits(text, 1, out var hours) || hours > 23)
        {
            return false;
        }

        var minute = 0;
        var ends = text.Length switch
        {
            3 => true,
            5 => TwoDigits(text, 3, out minute),
            6 => text[3] == ':' && TwoDigits(text, 4, out minute),
            _ => false,
        };
        minutes = (hours * 60) + minute;
        minutes = text[0] == '-' ? -minutes : minutes;
        return ends && minute < 60;
    }

    private static bool ReadFraction(ReadOnlySpan<byte> text, int maxDigits, out int thousandths, out bool hasRest, out int length)
    {
        thousandths = 0;
        hasRest = false;
        length = 0;
        for (; length < text.Length && char.IsAsciiDigit((char)text[length]); length++)
        {
            var digit = text[length] - '0';
            if (length < 3)
            {
                thousandths = (thousandths * 10) + digit;
            }
            else
            {
                hasRest |= digit != 0;
            }
        }

        for (var missing = length; missing < 3; missing++)
        {
            thousandths *= 10;
        }

        return length > 0 && length <= maxDigits;
    }

    private static bool TwoDigits(ReadOnlySpan<byte> text, int at, out int value)
    {
        value = 0;
        if (at + 2 > text.Length || !char.IsAsciiDigit((char)text[at]) || !char.IsAsciiDigit((char)text[at + 1]))
        {
            return false;
        }

        value = ((text[at] - '0') * 10) + (text[at + 1] - '0');
        return true;
    }
}
