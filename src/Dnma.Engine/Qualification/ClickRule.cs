namespace Dnma.Engine.Qualification;

/// <summary>Which clicks a norm counts.</summary>
public enum ClickRule : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that carry a service and whose type is not NATIF: each counts as a page view of that service (tagging guide 2012).</summary>
    ThirdPartyServices,

    /// <summary>All, none of them as a page view.</summary>
    All,
}
