namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What the rows of a comparison are of, by stable words. Thread safe.</summary>
public static class ComparisonSubjects
{
    /// <summary>Visits of the compared weeks.</summary>
    public const string Visits = "visits";

    /// <summary>Distinct users, from a row that counts exactly these days; never a sum.</summary>
    public const string Users = "users";

    /// <summary>User-weeks: the sum of the weekly users of establishments. A person of two weeks or schools is there twice: they measure volume, not persons.</summary>
    public const string UserWeeks = "user_weeks";

    /// <summary>The visits' durations, ms.</summary>
    public const string Duration = "duration_ms";

    /// <summary>Duration ÷ timed visits, ms.</summary>
    public const string TimePerVisit = "time_per_visit_ms";

    /// <summary>Visits of rows with users ÷ user-weeks.</summary>
    public const string VisitsPerUserWeek = "visits_per_user_week";

    /// <summary>Visits ÷ school days, zone by zone, added up.</summary>
    public const string VisitsPerSchoolDay = "visits_per_school_day";

    /// <summary>Visits of weeks whose rank the other period has not, or has not measured: they are not compared, and have no change.</summary>
    public const string VisitsNotCompared = "visits_not_compared";

    /// <summary>
    /// Terms of the change on the full perimeter, by modality: <c>entered</c>, <c>left</c>, <c>partly-fed</c>, <c>without-establishment</c>, and
    /// <c>constant</c>, the change on the constant one. They add up to it.
    /// </summary>
    public const string Perimeter = "term_perimeter";

    /// <summary>
    /// Terms of the nation's change by what became of its académies: <c>left</c>, <c>entered</c>, <c>others</c>. They add up to it.
    /// </summary>
    public const string Academies = "term_academies";

    /// <summary>
    /// Terms of the change on the constant perimeter, by modality: <c>users</c> (how many user-weeks), <c>intensity</c> (visits a user-week),
    /// <c>without-users</c> (rows with visits and no user). They add up to it.
    /// </summary>
    public const string Volume = "term_volume";

    /// <summary>
    /// The same by profile: <c>users</c>, <c>mix:eleve</c> …, <c>intensity:eleve</c> …, <c>outside</c> (the total less the parts). They add up to it.
    /// </summary>
    public const string Profile = "term_profile";

    /// <summary>The same by level of school: <c>1d</c>, <c>2d</c>, <c>inconnu</c>.</summary>
    public const string SchoolLevel = "term_school_level";
}
