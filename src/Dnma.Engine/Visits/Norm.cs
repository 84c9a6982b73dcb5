using Dnma.Engine.Contracts;
using Dnma.Engine.Qualification;

namespace Dnma.Engine.Visits;

/// <summary>
/// What a visit is: a value made of the rules of domain §3, hashed into the certificate. Four presets are shipped; others are made
/// with a <c>with</c> expression. Immutable, thread safe.
/// </summary>
/// <example><code>var strict = Norm.Dnma with { Name = "ten minutes", InactivityMs = 600_000 };</code></example>
public sealed record Norm
{
    private const long LongestInactivityMs = 366L * 86_400_000;

    /// <summary>The scheme's own: the ENT tagging guide v2.0 (2012), with days cut at local midnight.</summary>
    public static Norm Dnma { get; } = new()
    {
        Name = "dnma",
        Counting = new CountingRule { Clicks = ClickRule.ThirdPartyServices },
    };

    /// <summary>ACPM, as public sites are certified: page views only, visits may pass midnight.</summary>
    public static Norm Acpm { get; } = new()
    {
        Name = "acpm",
        CutsAtMidnight = false,
    };

    /// <summary>Piano, the secondary schools' tool: any event makes a visit, visits belong to a browser.</summary>
    public static Norm Piano { get; } = new()
    {
        Name = "piano",
        Counting = new CountingRule { Clicks = ClickRule.All, CountsEvents = true },
        VisitsKeyedBy = VisitorKey.ClientElsePerson,
        RobotAboveHits = 250_000,
        Duration = DurationRule.RoundedToSecond,
        TimedVisits = TimedVisitRule.PositiveDuration,
    };

    /// <summary>Matomo 5, the primary schools' tool: whole seconds, heartbeats extend, a visit ends after 10 000 actions.</summary>
    public static Norm Matomo { get; } = new()
    {
        Name = "matomo",
        Counting = new CountingRule { Clicks = ClickRule.All, CountsEvents = true, PingsExtend = true },
        FloorsToSecond = true,
        CutsAfterActions = 10_000,
        Duration = DurationRule.OneSecondMore,
        TimedVisits = TimedVisitRule.All,
        BouncesByActions = true,
    };

    /// <summary>The presets.</summary>
    public static IReadOnlyList<Norm> Presets { get; } = [Dnma, Acpm, Piano, Matomo];

    /// <summary>The name, as written in certificates and on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Which hits count, and which are page views.</summary>
    public CountingRule Counting { get; init; } = new();

    /// <summary>Whose hits make a visit. Users are always persons.</summary>
    public VisitorKey VisitsKeyedBy { get; init; } = VisitorKey.Person;

    /// <summary>A gap of at least this many milliseconds opens a new visit: exactly 30:00 does.</summary>
    public long InactivityMs { get; init; } = 1_800_000;

    /// <summary>Whether instants are floored to the second before gaps and durations are taken.</summary>
    public bool FloorsToSecond { get; init; }

    /// <summary>Whether a visit ends at midnight of the measurement's zone.</summary>
    public bool CutsAtMidnight { get; init; } = true;

    /// <summary>A visit that has this many actions (qualified hits but pings) is full: the next action opens another; 0 for no limit.</summary>
    public int CutsAfterActions { get; init; }

    /// <summary>A visit of more than this many hits is a robot's: its hits are excluded; 0 for no limit.</summary>
    public long RobotAboveHits { get; init; }

    /// <summary>How long a visit is said to last.</summary>
    public DurationRule Duration { get; init; } = DurationRule.Exact;

    /// <summary>Which visits are timed.</summary>
    public TimedVisitRule TimedVisits { get; init; } = TimedVisitRule.TwoHits;

    /// <summary>Whether a bounce is a visit of at most one action rather than of at most one page view.</summary>
    public bool BouncesByActions { get; init; }

    /// <summary>A flash visit (<em>visite éclair</em>) lasts at most this many milliseconds.</summary>
    public long FlashMs { get; init; } = 30_000;

    /// <summary>The preset of a name.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no such preset.</exception>
    public static Norm Of(string name) =>
        Presets.FirstOrDefault(norm => norm.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new EngineException(ErrorId.InvalidOption, "norm", $"\"{name}\" is not a norm", $"use one of {string.Join(", ", Presets.Select(norm => norm.Name))}");

    /// <summary>Checks that the rules make sense together.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a limit is negative, or the gap is not above zero.</exception>
    internal void Validate()
    {
        Demand(InactivityMs is > 0 and <= LongestInactivityMs, "InactivityMs", "must be above zero, and a year at most");
        Demand(!FloorsToSecond || InactivityMs % 1000 == 0, "InactivityMs", "must be whole seconds where instants are floored to the second");
        Demand(CutsAfterActions >= 0, "CutsAfterActions", "must not be negative");
        Demand(RobotAboveHits >= 0, "RobotAboveHits", "must not be negative");
        Demand(FlashMs >= 0, "FlashMs", "must not be negative");
        Demand(Name.Length > 0, "Name", "must not be empty");
    }

    private static void Demand(bool holds, string member, string problem)
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.InvalidOption, $"norm {member}", problem);
        }
    }
}
