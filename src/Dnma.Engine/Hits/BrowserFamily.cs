namespace Dnma.Engine.Hits;

/// <summary>The published browsers (domain §5); their codes are the lower-case names.</summary>
public enum BrowserFamily : byte
{
    /// <summary>Not known.</summary>
    Inconnu,

    /// <summary>Chrome on a phone or tablet.</summary>
    ChromeMobile,

    /// <summary>Safari, on any Apple device.</summary>
    Safari,

    /// <summary>Chrome on a computer.</summary>
    Chrome,

    /// <summary>Firefox, on any device.</summary>
    Firefox,

    /// <summary>Edge, on any device.</summary>
    Edge,

    /// <summary>Samsung Internet.</summary>
    SamsungBrowser,

    /// <summary>Opera, on any device.</summary>
    Opera,

    /// <summary>Huawei Browser.</summary>
    HuaweiBrowser,

    /// <summary>Xiaomi's MIUI Browser.</summary>
    MiuiBrowser,

    /// <summary>Any other known browser, in-app web views included.</summary>
    AutreNavigateur,
}
