using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Ledgers of workers add up, line by line.</summary>
public class LedgerTest
{
    [Fact]
    public void Visit_ledgers_add_up_and_keep_the_outermost_days()
    {
        var sum = new VisitLedger();
        Assert.True(sum.FirstDay > sum.LastDay);
        sum.Add(Visits(1, firstDay: 10, lastDay: 20));
        sum.Add(Visits(100, firstDay: 5, lastDay: 15));
        sum.Add(new VisitLedger());
        Assert.Equal((101, 202, 303, 404, 505), (sum.Counted, sum.CountedHits, sum.OutOfPeriod, sum.OutOfPeriodHits, sum.RobotVisits));
        Assert.Equal((5, 20), (sum.FirstDay, sum.LastDay));
        Assert.Equal([2, 2, 2, 2], Enum.GetValues<VisitClosing>().Select(closing => sum[closing]));
    }

    [Fact]
    public void Qualification_ledgers_add_up_by_reason()
    {
        var (sum, other) = (new QualificationLedger { Accepted = 10 }, new QualificationLedger { Accepted = 100 });
        sum.Exclude(ExclusionReason.Robot);
        other.Exclude(ExclusionReason.Robot, 2);
        other.Exclude(ExclusionReason.Duplicate, 40);
        sum.Add(other);
        Assert.Equal((110, 43, 67), (sum.Accepted, sum.Excluded, sum.Qualified));
        Assert.Equal((3, 40, 0), (sum[ExclusionReason.Robot], sum[ExclusionReason.Duplicate], sum[ExclusionReason.OptOut]));
    }

    [Fact]
    public void Every_reason_and_every_end_has_its_code()
    {
        Assert.Equal(
            ["robot", "monitor", "prefetch", "opt-out", "anonymous", "test-site", "implausible-instant", "not-counted-by-norm", "duplicate"],
            Enum.GetValues<ExclusionReason>().Select(reason => reason.Code()));
        Assert.Equal(["inactivity", "midnight", "action-limit", "last-hit"], Enum.GetValues<VisitClosing>().Select(closing => closing.Code()));
    }

    private static VisitLedger Visits(long n, int firstDay, int lastDay)
    {
        var ledger = new VisitLedger
        {
            Counted = n,
            CountedHits = 2 * n,
            OutOfPeriod = 3 * n,
            OutOfPeriodHits = 4 * n,
            RobotVisits = 5 * n,
            FirstDay = firstDay,
            LastDay = lastDay,
        };
        foreach (var closing in Enum.GetValues<VisitClosing>())
        {
            ledger.Close(closing);
        }

        return ledger;
    }
}
