using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// What the custom dimensions of a Matomo site hold: their numbers differ from site to site (domain §4.4). Immutable; part of what a
/// measurement means. A number is that of <c>dimensionN</c>, from 1 to 999; 0 says that the site has no such dimension. Immutable, thread safe.
/// </summary>
public sealed record MatomoMapping
{
    /// <summary>The mapping that the ENT of the domain's sources use: profile in 1, structure in 2, host in 3.</summary>
    public static MatomoMapping Default { get; } = new();

    /// <summary>The user's profile. Default: 1.</summary>
    public int Profile { get; init => field = Checked(value, nameof(Profile)); } = 1;

    /// <summary>The platform's internal id of the establishment, or its UAI. Default: 2.</summary>
    public int Structure { get; init => field = Checked(value, nameof(Structure)); } = 2;

    /// <summary>The host, read as the platform. Default: 3.</summary>
    public int Host { get; init => field = Checked(value, nameof(Host)); } = 3;

    /// <summary>The service. Default: 0, none; a parameter <c>service=</c> goes first.</summary>
    public int Service { get; init => field = Checked(value, nameof(Service)); }

    /// <summary>NATIF or TIERS. Default: 0, none; a parameter <c>type=</c> goes first.</summary>
    public int Type { get; init => field = Checked(value, nameof(Type)); }

    /// <summary>The third-party tool. Default: 0, none; a parameter <c>outil=</c> goes first.</summary>
    public int Tool { get; init => field = Checked(value, nameof(Tool)); }

    /// <summary>The ENT project, which scopes person ids. Default: 0, none.</summary>
    public int Project { get; init => field = Checked(value, nameof(Project)); }

    /// <summary>Turns structures into UAI. Without one, or for a structure that it does not know, a value in the form of a UAI is taken as one.</summary>
    public IStructureLookup? Structures { get; init; }

    private static int Checked(int value, string name) => value is >= 0 and <= 999
        ? value
        : throw new EngineException(ErrorId.InvalidOption, name, $"no Matomo dimension has the number {value}", "give 1 to 999, or 0 for none");
}
