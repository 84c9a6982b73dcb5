namespace Dnma.Engine.Visits.Observations;

/// <summary>What was observed of the persons of an establishment, or of the nation. Immutable, thread safe.</summary>
internal sealed class PersonObservations(string establishment, long[] persons)
{
    /// <summary>The UAI; empty for the nation, and for persons who were in none.</summary>
    public string Establishment { get; } = establishment;

    /// <summary>A count of person ids.</summary>
    public long this[PersonFact fact] => persons[(int)fact];
}
