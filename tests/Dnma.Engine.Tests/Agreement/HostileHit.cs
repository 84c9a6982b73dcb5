using System.Globalization;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>A hit of a hostile log: each field as it is written and as it must be understood.</summary>
public sealed record HostileHit(long InstantMs)
{
    public static readonly string[] Columns =
    [
        "instant", "visitor", "client", "uai", "profile", "service", "type", "tool", "project", "operator", "platform", "collectivity", "kind",
        "page", "user_agent", "device", "os", "browser",
    ];

    public InstantSpelling Spelling { get; init; }
    public Spelled Visitor { get; init; }
    public Spelled Client { get; init; }
    public Spelled Uai { get; init; }
    public Spelled Profile { get; init; }
    public Spelled Service { get; init; }
    public Spelled Type { get; init; }
    public Spelled Tool { get; init; }
    public Spelled Project { get; init; }
    public Spelled Operator { get; init; }
    public Spelled Platform { get; init; }
    public Spelled Collectivity { get; init; }
    public Spelled Kind { get; init; } = new("", "page");
    public Spelled Page { get; init; }
    public HostileAgent Agent { get; init; } = HostileAgent.None;

    /// <summary>A class, or a class and a connected object parted by a blank.</summary>
    public Spelled Device { get; init; }
    public Spelled Os { get; init; }
    public Spelled Browser { get; init; }

    /// <summary>The fields in the order of <see cref="Columns"/>, as written.</summary>
    public string[] Written() =>
    [
        WrittenInstant(), Text(Visitor), Text(Client), Text(Uai), Text(Profile), Text(Service), Text(Type), Text(Tool), Text(Project), Text(Operator),
        Text(Platform), Text(Collectivity), Text(Kind), Text(Page), Agent.Text, Text(Device), Text(Os), Text(Browser),
    ];

    /// <summary>What the hit must be understood as.</summary>
    public OracleHit Meant()
    {
        var device = Means(Device).Split(' ');
        var names = device[0] != "";
        return new OracleHit
        {
            InstantMs = InstantMs,
            Visitor = Means(Visitor) == "opt-out" ? Text(Visitor).Trim() : Means(Visitor),
            Client = Means(Client) == "opt-out" ? Text(Client).Trim() : Means(Client),
            Uai = Means(Uai),
            Profile = Means(Profile),
            Service = Means(Service),
            Type = Means(Type),
            Tool = Means(Tool),
            Project = Means(Project),
            Operator = Means(Operator),
            Platform = Means(Platform),
            Collectivity = Means(Collectivity),
            Kind = Means(Kind),
            Page = Means(Page),
            UserAgent = Agent.Text,
            Device = names ? device[0] : Agent.Device,
            Os = Means(Os) != "" ? Means(Os) : Agent.Os,
            Browser = Means(Browser) != "" ? Means(Browser) : Agent.Browser,
            ConnectedObject = names ? string.Concat(device.Skip(1)) : Agent.ConnectedObject,
            Flag = Agent.Flag != "" ? Agent.Flag : Means(Visitor) == "opt-out" || Means(Client) == "opt-out" ? "opt-out" : "",
        };
    }

    /// <summary>The same hit with one field less, for every field that it has.</summary>
    public IEnumerable<HostileHit> Simpler()
    {
        HostileHit[] simpler =
        [
            this with { Spelling = default }, this with { Client = default }, this with { Uai = default }, this with { Profile = default },
            this with { Service = default }, this with { Type = default }, this with { Tool = default }, this with { Project = default },
            this with { Operator = default }, this with { Platform = default }, this with { Collectivity = default },
            this with { Kind = new("", "page") }, this with { Page = default }, this with { Agent = HostileAgent.None },
            this with { Device = default }, this with { Os = default }, this with { Browser = default },
        ];
        return simpler.Where(hit => hit != this);
    }

    /// <summary>A <c>default</c> field has null texts.</summary>
    private static string Text(Spelled field) => field.Written ?? "";

    private static string Means(Spelled field) => field.Means ?? "";

    private string WrittenInstant()
    {
        // Digits of another era would be read as seconds or be too few: only a text is safe there.
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(InstantMs);
        var spelling = InstantMs < 1_000_000_000_000 ? InstantSpelling.Utc : Spelling;
        return spelling switch
        {
            InstantSpelling.EpochMilliseconds => InstantMs.ToString(CultureInfo.InvariantCulture),
            InstantSpelling.EpochMicroseconds => ((InstantMs * 1000) + 999).ToString(CultureInfo.InvariantCulture),
            InstantSpelling.Offset => instant.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            InstantSpelling.Microseconds => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'999Z'", CultureInfo.InvariantCulture),
            _ => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
    }
}
