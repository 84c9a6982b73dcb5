namespace Dnma.Engine.Visits.Observations;

/// <summary>What is counted of the visits of a place, for the controls. All visits, those out of the measured range as well.</summary>
internal enum VisitFact
{
    /// <summary>Visits.</summary>
    Visits,

    /// <summary>Their page views.</summary>
    PageViews,

    /// <summary>Pages that follow another page of the same visitor and service within <see cref="VisitorObserver.RapidMs"/>.</summary>
    RapidPages,

    /// <summary>Visits of more than <see cref="VisitorObserver.LongVisitHits"/> hits, or cut by the norm's limit of actions.</summary>
    LongVisits,

    /// <summary>Hits of visits that are left out as a robot's for their number of hits.</summary>
    RobotVisitHits,

    /// <summary>Hits that are excluded as duplicates.</summary>
    Duplicates,
}
