namespace Dnma.Engine.Hits;

/// <summary>The published device classes (domain §7); their codes are the lower-case names.</summary>
public enum DeviceClass : byte
{
    /// <summary>No user agent, or none that says it.</summary>
    Inconnu,

    /// <summary>A desktop or laptop computer.</summary>
    Ordinateur,

    /// <summary>A smartphone, phablet or feature phone.</summary>
    Smartphone,

    /// <summary>A tablet.</summary>
    Tablette,

    /// <summary>Every other device: television, console, speaker, car, …</summary>
    AutreAppareil,
}
