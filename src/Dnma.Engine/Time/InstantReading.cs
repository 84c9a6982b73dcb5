namespace Dnma.Engine.Time;

/// <summary>What reading an instant came to.</summary>
public enum InstantReading : byte
{
    /// <summary>There is an instant.</summary>
    Ok,

    /// <summary>Nothing is written where the instant should stand.</summary>
    Missing,

    /// <summary>Something is written that is no instant.</summary>
    Bad,
}
