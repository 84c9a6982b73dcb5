namespace Dnma.Engine.Hits;

/// <summary>
/// One accepted hit as its format's decoder hands it on: the canonical fields (design §6) as decoded UTF-8, an empty span where the hit
/// has none. The spans are valid during the call only. Person ids are still raw here, and nowhere after. A value of one thread's stack.
/// </summary>
public ref struct HitFields
{
    /// <summary>When, in milliseconds UTC since 1970.</summary>
    public long InstantMs;

    /// <summary>The raw person id; becomes a keyed pseudonym.</summary>
    public ReadOnlySpan<byte> Visitor;

    /// <summary>The raw browser id; becomes a keyed pseudonym.</summary>
    public ReadOnlySpan<byte> Client;

    /// <summary>The establishment, as written.</summary>
    public ReadOnlySpan<byte> Uai;

    /// <summary>The profile, in any spelling of domain §4.</summary>
    public ReadOnlySpan<byte> Profile;

    /// <summary>The service, in any spelling of domain §4.</summary>
    public ReadOnlySpan<byte> Service;

    /// <summary>NATIF or TIERS, in any case.</summary>
    public ReadOnlySpan<byte> Type;

    /// <summary>The third-party tool.</summary>
    public ReadOnlySpan<byte> Tool;

    /// <summary>The ENT project; scopes person ids.</summary>
    public ReadOnlySpan<byte> Project;

    /// <summary>The operator (<c>exploitant</c>).</summary>
    public ReadOnlySpan<byte> Operator;

    /// <summary>The platform (the product).</summary>
    public ReadOnlySpan<byte> Platform;

    /// <summary>The collectivity or site (XiTi <c>s</c>, Matomo <c>idsite</c>); scopes person ids when no project is given.</summary>
    public ReadOnlySpan<byte> Collectivity;

    /// <summary>The page's label or address.</summary>
    public ReadOnlySpan<byte> Page;

    /// <summary>The label of a click or an event, where the format has one apart from the page; else empty and the page serves.</summary>
    public ReadOnlySpan<byte> Label;

    /// <summary>The user agent, decoded.</summary>
    public ReadOnlySpan<byte> UserAgent;

    /// <summary>User-agent client hints as JSON (Matomo <c>uadata</c>) or as <c>Sec-CH-UA-*</c> lines; empty where absent.</summary>
    public ReadOnlySpan<byte> ClientHints;

    /// <summary>The device class, when the hit names it: wins over the user agent.</summary>
    public ReadOnlySpan<byte> Device;

    /// <summary>The operating system, when the hit names it: wins over the user agent.</summary>
    public ReadOnlySpan<byte> Os;

    /// <summary>The browser, when the hit names it: wins over the user agent.</summary>
    public ReadOnlySpan<byte> Browser;

    /// <summary>What the hit reports.</summary>
    public HitKind Kind;

    /// <summary>How far the hit's own clock was from its line's.</summary>
    public ClockOffset ClockOffset;

    /// <summary>What the decoder noticed; the encoder adds to it.</summary>
    public HitFlags Flags;

    /// <summary>Where <see cref="CustomRanges"/> point into.</summary>
    public ReadOnlySpan<byte> CustomBytes;

    /// <summary>One range for each custom dimension that was asked for, in the order asked; an empty range where the hit has none. May be shorter.</summary>
    public ReadOnlySpan<Range> CustomRanges;
}
