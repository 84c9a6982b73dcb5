namespace Dnma.Engine.Ingest.Formats;

/// <summary>What all hit formats that requests carry have in common. Pure.</summary>
internal static class HitRequests
{
    /// <summary>
    /// Whether a request of this method can carry a hit in its query: GET, POST, or unknown (a container without methods). HEAD, OPTIONS and the
    /// rest are sent by monitors and by browsers' preflights, never by a tag.
    /// </summary>
    public static bool HasHitMethod(ReadOnlySpan<byte> method) =>
        method.IsEmpty || method.SequenceEqual("GET"u8) || method.SequenceEqual("POST"u8);

    /// <summary>Whether a path is <paramref name="file"/> or ends with a slash and it.</summary>
    public static bool IsFile(ReadOnlySpan<byte> path, ReadOnlySpan<byte> file) =>
        path.EndsWith(file) && (path.Length == file.Length || path[^(file.Length + 1)] == (byte)'/');

    /// <summary>Reads a non-negative decimal integer of at most 18 digits, and nothing else.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 18)
        {
            return false;
        }

        foreach (var digit in text)
        {
            // Eighteen digits do not overflow.
            var number = unchecked((uint)(digit - '0'));
            if (number > 9)
            {
                return false;
            }

            value = unchecked((value * 10) + number);
        }

        return true;
    }

    /// <summary>Whether two instants are at most <paramref name="tolerance"/> milliseconds apart (inclusive), whatever their size.</summary>
    public static bool AreNear(long left, long right, long tolerance)
    {
        var distance = unchecked(left < right ? (ulong)right - (ulong)left : (ulong)left - (ulong)right);
        return tolerance >= 0 && distance <= (ulong)tolerance;
    }
}
