using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Norms that nobody shipped: every rule drawn by itself.</summary>
internal static class DrawnNorm
{
    public static Norm Of(Random random)
    {
        var floors = random.Next(2) == 0;
        return new Norm
        {
            Name = "drawn",
            Counting = new CountingRule { Clicks = Draw<ClickRule>(random), CountsEvents = random.Next(2) == 0, PingsExtend = random.Next(2) == 0 },
            VisitsKeyedBy = Draw<VisitorKey>(random),
            InactivityMs = floors ? random.Next(1, 2000) * 1000L : random.Next(1, 2_000_000),
            FloorsToSecond = floors,
            CutsAtMidnight = random.Next(2) == 0,
            CutsAfterActions = random.Next(2) * random.Next(1, 4),
            RobotAboveHits = random.Next(2) * random.Next(1, 6),
            Duration = Draw<DurationRule>(random),
            TimedVisits = Draw<TimedVisitRule>(random),
            BouncesByActions = random.Next(2) == 0,
            FlashMs = random.Next(0, 100_000),
        };
    }

    private static T Draw<T>(Random random)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }
}
