using Dnma.Engine.Hits;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>How the people of one profile behave, in schools of one degree, in 2021.</summary>
internal sealed record ProfileBehaviour
{
    /// <summary>The profile.</summary>
    public required Profile Profile { get; init; }

    /// <summary>How many have an account in a school.</summary>
    public required int Accounts { get; init; }

    /// <summary>The share of them that come at all.</summary>
    public required double Active { get; init; }

    /// <summary>Visits of an active person on a usual Monday.</summary>
    public required double VisitsPerDay { get; init; }

    /// <summary>When they are back, as a multiple of the time that all take: below 1 for those who prepare the start.</summary>
    public required double ReturnDelay { get; init; }

    /// <summary>The share of visits from phones and tablets.</summary>
    public required double Mobile { get; init; }

    /// <summary>Visits by the two hours of the day they begin in: from 6, 8, 10 … 20 o'clock.</summary>
    public required IReadOnlyList<int> Hours { get; init; }

    /// <summary>The services, each with the share of this profile's visits that use it.</summary>
    public required IReadOnlyList<(string Service, string Tool, double Chance)> Services { get; init; }
}
