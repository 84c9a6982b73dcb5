using System.Text;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>Local days of Europe/Paris by the Union's rule in force since 1996, and the order of UTF-8: no library of the engine's.</summary>
public static class Paris
{
    public static readonly Comparer<string> Utf8 = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    public static DateTime Local(long instantMs)
    {
        var utc = DateTime.UnixEpoch.AddMilliseconds(instantMs);
        var isSummer = utc >= LastSundayAtOne(utc.Year, 3) && utc < LastSundayAtOne(utc.Year, 10);
        return utc.AddHours(isSummer ? 2 : 1);
    }

    public static DateOnly Day(long instantMs) => DateOnly.FromDateTime(Local(instantMs));

    private static DateTime LastSundayAtOne(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
