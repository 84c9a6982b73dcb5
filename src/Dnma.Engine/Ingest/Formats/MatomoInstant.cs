namespace Dnma.Engine.Ingest.Formats;

/// <summary>Matomo's <c>cdt</c>: a UTC date and time, or seconds since 1970 (domain §4.4). Pure.</summary>
internal static class MatomoInstant
{
    /// <summary>Seconds from here on are milliseconds that somebody put into the wrong parameter (design §6: below 1e11 an integer is seconds).</summary>
    private const long SecondsLimit = 100_000_000_000;

    /// <summary>Reads a decoded value: <c>YYYY-MM-DD HH:MM:SS</c> (a <c>T</c> may stand between, a <c>Z</c> behind) or seconds.</summary>
    /// <param name="text">The value.</param>
    /// <param name="instantMs">Milliseconds UTC since 1970.</param>
    /// <returns>False when it is neither, or no such day or second exists.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long instantMs)
    {
        instantMs = 0;
        if (HitRequests.TryInteger(text, out var seconds))
        {
            instantMs = seconds < SecondsLimit ? seconds * 1000 : 0;
            return seconds < SecondsLimit;
        }

        if (text is [.. var before, (byte)'Z'])
        {
            text = before;
        }

        if (text.Length != 19
            || text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') || text[13] != ':' || text[16] != ':'
            || !HitRequests.TryInteger(text[..4], out var year) || !HitRequests.TryInteger(text[5..7], out var month)
            || !HitRequests.TryInteger(text[8..10], out var day) || !HitRequests.TryInteger(text[11..13], out var hour)
            || !HitRequests.TryInteger(text[14..16], out var minute) || !HitRequests.TryInteger(text[17..], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, (int)month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var date = new DateTime((int)year, (int)month, (int)day, (int)hour, (int)minute, (int)second, DateTimeKind.Utc);
        instantMs = (date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return true;
    }
}
