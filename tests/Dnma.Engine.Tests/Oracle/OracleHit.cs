namespace Dnma.Engine.Tests.Oracle;

/// <summary>
/// A hit in canonical fields (design §6), codes in lower case, an empty text where there is none. Two hits are the same when every field is.
/// </summary>
public sealed record OracleHit
{
    public required long InstantMs { get; init; }
    public string Visitor { get; init; } = "";
    public string Client { get; init; } = "";
    public string Uai { get; init; } = "";
    public string Profile { get; init; } = "";
    public string Service { get; init; } = "";
    public string Type { get; init; } = "";
    public string Tool { get; init; } = "";
    public string Project { get; init; } = "";
    public string Operator { get; init; } = "";
    public string Platform { get; init; } = "";
    public string Collectivity { get; init; } = "";
    public string Kind { get; init; } = "page";
    public string Page { get; init; } = "";
    public string UserAgent { get; init; } = "";
    public string Device { get; init; } = "";
    public string Os { get; init; } = "";
    public string Browser { get; init; } = "";
    public string ConnectedObject { get; init; } = "";

    /// <summary>Why ingestion says that the hit must not count: robot, monitor, prefetch or opt-out; empty for a plain hit.</summary>
    public string Flag { get; init; } = "";

    /// <summary>A person is an id within a project, else within a collectivity.</summary>
    public string Person => Project != "" ? $"project {Project} {Visitor}" : $"collectivity {Collectivity} {Visitor}";

    /// <summary>Orders hits of one instant: fields in the contract's order, each as UTF-8; last the person, for Piano's visits of several people.</summary>
    public string TieKey => string.Join('\0', Uai, Profile, Service, Type, Tool, Project, Platform, Kind, Device, Os, Browser, ConnectedObject, Person);
}
