using Dnma.Engine.Hits;

namespace Dnma.Engine.Qualification;

/// <summary>Which kinds of hit a norm counts, and which of them are page views (domain §3). A definition: immutable, hashed into the certificate. Thread safe.</summary>
public sealed record CountingRule
{
    /// <summary>Which clicks are counted.</summary>
    public ClickRule Clicks { get; init; } = ClickRule.None;

    /// <summary>Whether events are counted.</summary>
    public bool CountsEvents { get; init; }

    /// <summary>Whether a ping is counted when it extends an open visit. It never opens one: then it is excluded.</summary>
    public bool PingsExtend { get; init; }

    /// <summary>Whether a hit can be counted under this rule (of a ping, only its visit decides).</summary>
    /// <param name="kind">The hit's kind.</param>
    /// <param name="hasService">Whether it names a service.</param>
    /// <param name="isNative">Whether its type is NATIF.</param>
    public bool Counts(HitKind kind, bool hasService, bool isNative) => kind switch
    {
        HitKind.Page => true,
        HitKind.Click => Clicks == ClickRule.All || (Clicks == ClickRule.ThirdPartyServices && hasService && !isNative),
        HitKind.Event => CountsEvents,
        _ => PingsExtend,
    };

    /// <summary>Whether a counted hit is a page view: every page, and the clicks that stand for the page of a service that cannot be tagged.</summary>
    public bool IsPageView(HitKind kind) =>
        kind == HitKind.Page || (kind == HitKind.Click && Clicks == ClickRule.ThirdPartyServices);
}
