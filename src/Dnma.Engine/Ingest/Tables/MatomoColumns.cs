namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Which custom dimension of Matomo's raw tables holds what (domain §4.4): the number N of a column <c>custom_dimension_N</c>, or 0 where
/// none does. The numbers differ from one Matomo to the next, so they are an option. Immutable.
/// </summary>
public sealed record MatomoColumns
{
    /// <summary>The user's profile (<c>Student</c>, …); 1 by default.</summary>
    public int Profile { get; init; } = 1;

    /// <summary>The internal id of the structure, which is not its UAI; 2 by default.</summary>
    public int Structure { get; init; } = 2;

    /// <summary>The host name of the ENT, kept as the hit's platform; 3 by default.</summary>
    public int Host { get; init; } = 3;

    /// <summary>The service, where a Matomo has a dimension for it; 0 (none) by default.</summary>
    public int Service { get; init; }

    /// <summary>NATIF or TIERS; 0 (none) by default.</summary>
    public int Type { get; init; }

    /// <summary>The third-party tool; 0 (none) by default.</summary>
    public int Tool { get; init; }

    /// <summary>The ENT project, which scopes person ids; 0 (none) by default.</summary>
    public int Project { get; init; }
}
