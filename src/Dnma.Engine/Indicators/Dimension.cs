namespace Dnma.Engine.Indicators;

/// <summary>
/// What a breakdown divides by. Two dimensions are the same when their codes are. The shipped ones are the static properties;
/// <see cref="Custom"/> makes others from a column or a tag's parameter. Immutable, thread safe.
/// </summary>
public sealed record Dimension
{
    private Dimension(string code, bool partitionsVisits)
    {
        Code = code;
        PartitionsVisits = partitionsVisits;
    }

    /// <summary>No division: one modality, <c>total</c>.</summary>
    public static Dimension Total { get; } = new("total", true);

    /// <summary>By profile.</summary>
    public static Dimension Profile { get; } = new("profile", true);

    /// <summary>By service used.</summary>
    public static Dimension Service { get; } = new("service", false);

    /// <summary>By device class.</summary>
    public static Dimension Device { get; } = new("device", true);

    /// <summary>By operating system.</summary>
    public static Dimension Os { get; } = new("os", true);

    /// <summary>By browser.</summary>
    public static Dimension Browser { get; } = new("browser", true);

    /// <summary>By type: native or third-party.</summary>
    public static Dimension Type { get; } = new("type", false);

    /// <summary>By third-party tool.</summary>
    public static Dimension Tool { get; } = new("tool", false);

    /// <summary>By level of school: 1D or 2D.</summary>
    public static Dimension SchoolLevel { get; } = new("school-level", true);

    /// <summary>By profile and device class together.</summary>
    public static Dimension ProfileDevice { get; } = new("profile-device", true);

    /// <summary>By kind of connected object.</summary>
    public static Dimension ConnectedObject { get; } = new("connected-object", true);

    /// <summary>
    /// By local day of the week and hour (<see cref="Time.WeekHour"/>, for example <c>1-08</c>), in the zone in which days are cut: asked for like a custom dimension by its
    /// name <c>local-hour</c>, and computed of each hit's instant, never read from a column. A visit counts once in each hour that it has a hit in.
    /// </summary>
    public static Dimension LocalHour { get; } = new("local-hour", false);

    /// <summary>The shipped dimensions, in the order of the file contract.</summary>
    public static IReadOnlyList<Dimension> Shipped { get; } =
        [Total, Profile, Service, Device, Os, Browser, Type, Tool, SchoolLevel, ProfileDevice, ConnectedObject];

    /// <summary>The name in files, for example <c>profile-device</c>.</summary>
    public string Code { get; }

    /// <summary>
    /// True when every visit has exactly one modality, so that all additive figures sum to the total; false when a visit counts once in
    /// each modality it used (service, type, tool, custom), where only hits, page views and durations do.
    /// </summary>
    public bool PartitionsVisits { get; }

    /// <summary>A dimension of the caller's own: the column or parameter <paramref name="name"/> of the hits.</summary>
    public static Dimension Custom(string name) => new(name, false);

    /// <inheritdoc />
    public override string ToString() => Code;
}
