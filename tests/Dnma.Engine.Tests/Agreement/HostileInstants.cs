namespace Dnma.Engine.Tests.Agreement;

/// <summary>Instants where rules change, and steps that meet or miss them by a millisecond.</summary>
internal static class HostileInstants
{
    /// <summary>In UTC; all are an edge of local days, weeks, months or years in Paris but the first.</summary>
    public static readonly long[] Anchors =
    [
        Ms("2022-09-05T06:00:00Z"), // Monday, eight o'clock.
        Ms("2022-09-05T22:00:00Z"), // Midnight.
        Ms("2022-09-04T22:00:00Z"), // Sunday to Monday.
        Ms("2022-07-31T22:00:00Z"), // 31 July to 1 August: week, month and school year.
        Ms("2022-08-31T22:00:00Z"), // A month within a week.
        Ms("2022-12-31T23:00:00Z"), // Saturday to Sunday, a year within a week.
        Ms("2022-03-27T01:00:00Z"), // The hour that is missing.
        Ms("2022-03-26T23:00:00Z"), // Midnight before it, in winter time.
        Ms("2022-03-27T22:00:00Z"), // Midnight behind it, in summer time; a Monday.
        Ms("2022-10-30T00:00:00Z"), // The hour that comes twice, first,
        Ms("2022-10-30T01:00:00Z"), // and second.
        Ms("2022-10-29T22:00:00Z"),
        Ms("2022-10-30T23:00:00Z"),
        Ms("2022-03-27T23:00:00Z"), // Midnight by the winter's clock, which is no longer one.
    ];

    /// <summary>From one hit to the next.</summary>
    public static readonly long[] Steps =
    [
        0, 0, 0, 1, 499, 500, 999, 1_000, 1_500, 10_400, 29_499, 29_500, 29_999, 30_000, 30_001, 31_000,
        1_798_999, 1_799_000, 1_799_001, 1_799_499, 1_799_999, 1_799_999, 1_800_000, 1_800_000, 1_800_001, 1_800_499, 1_800_500, 1_800_999, 1_801_000, 3_600_000,
        82_800_000, 86_400_000, 90_000_000, 7 * 86_400_000L,
    ];

    /// <summary>From an anchor to a hit.</summary>
    public static readonly long[] Offsets = [-1_800_001, -1_800_000, -1_799_999, -30_000, -1_000, -500, -1, 0, 0, 1, 999, 1_799_999, 1_800_000];

    /// <summary>Too early or too late to be believed (design §3), by one millisecond or by much.</summary>
    public static readonly long[] Implausible =
    [
        Ms("2004-12-31T23:59:59.999Z"), Ms("2100-01-01T00:00:00Z"), 0, -1, Ms("1969-12-31T23:59:59.999Z"), Ms("2150-06-01T00:00:00Z"),
    ];

    public static long Ms(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
