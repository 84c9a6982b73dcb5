namespace Dnma.Engine.Visits.Observations;

/// <summary>
/// What is counted of person ids, for the controls: in the nation each id once, in an establishment each id that was seen there. Nothing is counted where
/// visits are keyed by browser, for a browser may be many persons'.
/// </summary>
internal enum PersonFact
{
    /// <summary>Person ids.</summary>
    Persons,

    /// <summary>Those with two profiles or more.</summary>
    TwoProfiles,

    /// <summary>Those seen in <see cref="VisitorObserver.ManyEstablishments"/> establishments or more.</summary>
    ManyEstablishments,

    /// <summary>
    /// Those that more than one person must be using: seen in <see cref="VisitorObserver.EstablishmentsOfOneDay"/> establishments or more in one local day, or
    /// going from one to another <see cref="VisitorObserver.MovesOfOneDay"/> times or more in one.
    /// </summary>
    Shared,

    /// <summary>Those with more than <see cref="VisitorObserver.PersonHits"/> hits.</summary>
    TooManyHits,
}
