using MathNet.Numerics.Distributions;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// Visits a school day of some establishments: visits ÷ school days, zone by zone, added up. Where weeks of a pair differ in their school days the
/// change is an estimate (visits need not be in proportion to days); its interval comes from leaving out one pair of weeks after the other (the jackknife of the logarithm of
/// the quotient, Student's t). Immutable.
/// </summary>
internal sealed class SchoolDayRates
{
    private const double Confidence = 0.975;

    private SchoolDayRates(Fraction? a, Fraction? b, bool isEstimated, (double Low, double High)? interval) =>
        (A, B, IsEstimated, Interval) = (a, b, isEstimated, interval);

    /// <summary>Of period A; null where no zone has school days in both periods.</summary>
    public Fraction? A { get; }

    /// <summary>Of period B.</summary>
    public Fraction? B { get; }

    /// <summary>Whether the weeks of some pair differ in their school days.</summary>
    public bool IsEstimated { get; }

    /// <summary>The 95 % interval of B ÷ A − 1; null where nothing is estimated, or there are too few weeks to tell.</summary>
    public (double Low, double High)? Interval { get; }

    public static SchoolDayRates Of(SchoolGroup group)
    {
        ZoneSum[] zones =
        [
            .. group.Schools.Where(school => school.Weeks.HasCalendar).GroupBy(school => school.Weeks)
                .Select(zone => new ZoneSum(zone.Key, new SchoolGroup([.. zone])))
                .Where(zone => zone is { DaysA: > 0, DaysB: > 0 })
                .OrderBy(zone => zone.Group.Schools[0].Facts.Uai, StringComparer.Ordinal),
        ];
        if (zones.Length == 0)
        {
            return new(null, null, false, null);
        }

        var isEstimated = zones.Any(zone => zone.Weeks.Pairs.Any(pair => pair.DaysA != pair.DaysB) || zone.DaysA != zone.DaysB);
        return new(
            zones.Aggregate(Fraction.Zero, (sum, zone) => sum + new Fraction(zone.Group.A.Visits, zone.DaysA)),
            zones.Aggregate(Fraction.Zero, (sum, zone) => sum + new Fraction(zone.Group.B.Visits, zone.DaysB)),
            isEstimated,
            isEstimated ? IntervalOf(zones) : null);
    }

    private static (double Low, double High)? IntervalOf(ZoneSum[] zones)
    {
        var count = zones.Max(zone => zone.Weeks.Pairs.Length);
        if (count < 2)
        {
            return null;
        }

        var without = new double[count];
        for (var week = 0; week < count; week++)
        {
            without[week] = LogQuotient(zones, week);
        }

        var mean = without.Sum() / count;
        var error = Math.Sqrt(without.Sum(one => (one - mean) * (one - mean)) * (count - 1) / count);
        var (centre, reach) = (LogQuotient(zones, null), StudentT.InvCDF(0, 1, count - 1, Confidence) * error);
        return double.IsFinite(centre) && double.IsFinite(reach) ? (Math.Exp(centre - reach) - 1, Math.Exp(centre + reach) - 1) : null;
    }

    /// <summary>The logarithm of B ÷ A without one pair of weeks; null leaves none out.</summary>
    private static double LogQuotient(ZoneSum[] zones, int? without)
    {
        var (a, b) = (0.0, 0.0);
        foreach (var zone in zones)
        {
            a += zone.RateA(without);
            b += zone.RateB(without);
        }

        return Math.Log(b / a);
    }

    /// <summary>The establishments of one zone.</summary>
    private sealed class ZoneSum(ZoneWeeks weeks, SchoolGroup group)
    {
        public ZoneWeeks Weeks { get; } = weeks;

        public SchoolGroup Group { get; } = group;

        public int DaysA { get; } = weeks.SchoolDays(isLater: false);

        public int DaysB { get; } = weeks.SchoolDays(isLater: true);

        public double RateA(int? without) => without is { } week && week < Weeks.Pairs.Length
            ? (double)(Group.A.Visits - Group.A.ByWeek[week]) / (DaysA - Weeks.Pairs[week].DaysA)
            : (double)Group.A.Visits / DaysA;

        public double RateB(int? without) => without is { } week && week < Weeks.Pairs.Length
            ? (double)(Group.B.Visits - Group.B.ByWeek[week]) / (DaysB - Weeks.Pairs[week].DaysB)
            : (double)Group.B.Visits / DaysB;
    }
}
