namespace Dnma.Engine.Hits;

/// <summary>The published operating systems (domain §5); their codes are the lower-case names.</summary>
public enum OperatingSystemFamily : byte
{
    /// <summary>Not known.</summary>
    Inconnu,

    /// <summary>Android, in any edition.</summary>
    Android,

    /// <summary>Microsoft Windows.</summary>
    Windows,

    /// <summary>iOS and iPadOS.</summary>
    Ios,

    /// <summary>macOS.</summary>
    MacOs,

    /// <summary>ChromeOS.</summary>
    ChromeOs,

    /// <summary>Linux and its distributions, Android and ChromeOS apart.</summary>
    Linux,

    /// <summary>Any other known system.</summary>
    AutreOs,
}
