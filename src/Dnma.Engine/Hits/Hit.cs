namespace Dnma.Engine.Hits;

/// <summary>
/// A hit that a program has at hand: the canonical columns (design §6) as text, each read as the column of a CSV file is. Immutable, thread safe.
/// </summary>
/// <param name="Instant">When it happened. Below the millisecond is floored; an instant outside 2005 to 2099 is excluded as implausible.</param>
/// <param name="Visitor">The person's id, as the platform has it; empty: nobody is known, and the hit is excluded as anonymous.</param>
public sealed record Hit(DateTimeOffset Instant, string Visitor)
{
    /// <summary>The browser's id; empty where it is not known.</summary>
    public string Client { get; init; } = "";

    /// <summary>The establishment: seven digits and a letter, in any case.</summary>
    public string Uai { get; init; } = "";

    /// <summary>The profile, in any spelling of the tagging plans.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The service, in any spelling of the tagging plans; an unknown label is kept.</summary>
    public string Service { get; init; } = "";

    /// <summary>The type of service, <c>NATIF</c> or <c>TIERS</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The tool, for example <c>MOODLE</c>.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The project, which person ids are scoped by.</summary>
    public string Project { get; init; } = "";

    /// <summary>Who runs the platform.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The platform.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The collectivity, which person ids are scoped by where there is no project.</summary>
    public string Collectivity { get; init; } = "";

    /// <summary>What is reported; a page by default.</summary>
    public HitKind Kind { get; init; }

    /// <summary>The page.</summary>
    public string Page { get; init; } = "";

    /// <summary>The label of a click, a download or an event.</summary>
    public string Label { get; init; } = "";

    /// <summary>The browser's user agent, which tells device, system and browser where they are not given.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The device, in any of its names.</summary>
    public string Device { get; init; } = "";

    /// <summary>The operating system.</summary>
    public string Os { get; init; } = "";

    /// <summary>The browser.</summary>
    public string Browser { get; init; } = "";

    /// <summary>Values of columns that are not canonical, by name, for custom dimensions; empty by default.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>When and what, and nothing of whom: this may end up in a log.</summary>
    public override string ToString() => $"{Kind} at {Instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}";
}
