namespace Dnma.Engine.Visits;

/// <summary>How long a visit is said to last (domain §3).</summary>
public enum DurationRule : byte
{
    /// <summary>Last hit − first hit, in milliseconds.</summary>
    Exact,

    /// <summary>Last hit − first hit, rounded half-up to the second (Piano).</summary>
    RoundedToSecond,

    /// <summary>0 for a visit of one hit, else 1 s + last − first on instants floored to the second (Matomo).</summary>
    OneSecondMore,
}
