namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What one period counts at an establishment, or at several. Filled while tables are read, then not changed.</summary>
internal sealed class SideFigures
{
    /// <param name="weeks">How many pairs of weeks are compared.</param>
    public SideFigures(int weeks) => ByWeek = new long[weeks];

    /// <summary>Visits of each pair's week.</summary>
    public long[] ByWeek { get; }

    /// <summary>Visits of all compared weeks, those without a partner included.</summary>
    public long Visits { get; private set; }

    /// <summary>Those of rows that have users.</summary>
    public long VisitsWithUsers { get; private set; }

    /// <summary>The sum of the weekly users of establishments: user-weeks, not persons.</summary>
    public long UserWeeks { get; private set; }

    /// <summary>The visits' durations, ms.</summary>
    public long DurationMs { get; private set; }

    /// <summary>Visits in the norm's time per visit.</summary>
    public long TimedVisits { get; private set; }

    /// <summary>Visits of weeks that the other period has not measured: not compared.</summary>
    public long VisitsOutside { get; private set; }

    /// <summary>How many of the paired weeks have visits.</summary>
    public int FedWeeks => ByWeek.Count(visits => visits > 0);

    /// <summary>Adds a row of a total.</summary>
    /// <param name="slot">Where it belongs: a pair, or <see cref="ZoneWeeks.Unpaired"/>, or <see cref="ZoneWeeks.Outside"/>.</param>
    /// <param name="visits">Its visits.</param>
    /// <param name="users">Its users.</param>
    /// <param name="durationMs">Its duration.</param>
    /// <param name="timedVisits">Its timed visits.</param>
    public void Add(int slot, long visits, long users, long durationMs, long timedVisits)
    {
        if (slot > ByWeek.Length)
        {
            VisitsOutside += visits;
            return;
        }

        if (slot < ByWeek.Length)
        {
            ByWeek[slot] += visits;
        }

        Visits += visits;
        VisitsWithUsers += users > 0 ? visits : 0;
        UserWeeks += users;
        DurationMs += durationMs;
        TimedVisits += timedVisits;
    }

    /// <summary>Adds what another counts; which has no more pairs of weeks.</summary>
    public void Add(SideFigures other)
    {
        Visits += other.Visits;
        VisitsWithUsers += other.VisitsWithUsers;
        UserWeeks += other.UserWeeks;
        DurationMs += other.DurationMs;
        TimedVisits += other.TimedVisits;
        VisitsOutside += other.VisitsOutside;
        for (var week = 0; week < other.ByWeek.Length; week++)
        {
            ByWeek[week] += other.ByWeek[week];
        }
    }
}
