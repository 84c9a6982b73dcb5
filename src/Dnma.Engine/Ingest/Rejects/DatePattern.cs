namespace Dnma.Engine.Ingest.Rejects;

/// <summary>
/// Recognizes the dates that log lines begin with, which may stand in a sample: <c>2022-09-05</c>, <c>2022-09-05T08:00:00</c> and
/// <c>05/Sep/2022:08:00:00 +0200</c>. Only of this century, and only with months and days that exist, so that few identifiers pass for one.
/// </summary>
internal static class DatePattern
{
    private const string MonthNames = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>How many bytes at the start of a text are a date; 0 when it does not begin with one. What stands before the text is the caller's concern.</summary>
    public static int Measure(ReadOnlySpan<byte> text)
    {
        var length = MeasureIso(text);
        length = length > 0 ? length : MeasureNcsa(text);
        return length < text.Length && IsWord(text[length]) ? 0 : length;
    }

    private static int MeasureIso(ReadOnlySpan<byte> text)
    {
        if (!Matches(text, "99-99-99"u8, 2) || !IsCentury(text) || !IsBetween(text[5..], 1, 12) || !IsBetween(text[8..], 1, 31))
        {
            return 0;
        }

        var hasTime = text.Length >= 19 && (text[10] is (byte)'T' or (byte)' ') && IsTime(text[11..]);
        return hasTime ? 19 : 10;
    }

    private static int MeasureNcsa(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20
            || text[2] != '/' || text[6] != '/' || text[11] != ':'
            || !IsBetween(text, 1, 31)
            || !IsMonth(text[3..6])
            || !IsCentury(text[7..])
            || !IsBetween(text[9..], 0, 99)
            || !IsTime(text[12..]))
        {
            return 0;
        }

        var zone = text[20..];
        return zone.Length >= 6 && zone[0] == ' ' && (zone[1] is (byte)'+' or (byte)'-') && IsBetween(zone[2..], 0, 14) && IsBetween(zone[4..], 0, 59) ? 26 : 20;
    }

    private static bool IsMonth(ReadOnlySpan<byte> name)
    {
        for (var month = 0; month < MonthNames.Length; month += 3)
        {
            if (name[0] == MonthNames[month] && name[1] == MonthNames[month + 1] && name[2] == MonthNames[month + 2])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCentury(ReadOnlySpan<byte> text) => text[0] == '2' && text[1] == '0';

    private static bool IsTime(ReadOnlySpan<byte> text) =>
        Matches(text, "99:99:99"u8, 0) && IsBetween(text, 0, 23) && IsBetween(text[3..], 0, 59) && IsBetween(text[6..], 0, 60);

    /// <summary>Whether two digits stand at the start, of a number in the range given, both ends included.</summary>
    private static bool IsBetween(ReadOnlySpan<byte> text, int least, int most)
    {
        var tens = text[0] - '0';
        var ones = text[1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 && (tens * 10) + ones >= least && (tens * 10) + ones <= most;
    }

    private static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern, int from)
    {
        if (text.Length < from + pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            var expectsDigit = pattern[i] == '9';
            var actual = text[from + i];
            if (expectsDigit ? actual is < (byte)'0' or > (byte)'9' : actual != pattern[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(byte symbol) => char.IsAsciiLetterOrDigit((char)symbol) || symbol == '_';
}
