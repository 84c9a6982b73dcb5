namespace Dnma.Engine.Hits;

/// <summary>The kinds of connected object (domain §7); their codes are the lower-case names.</summary>
public enum ConnectedObject : byte
{
    /// <summary>A computer, phone or tablet, or nothing known.</summary>
    Aucun,

    /// <summary>A smart speaker.</summary>
    Speaker,

    /// <summary>A smart display.</summary>
    Display,

    /// <summary>A fridge.</summary>
    Fridge,

    /// <summary>A car's embedded unit.</summary>
    Car,

    /// <summary>A television or a box under one.</summary>
    Tv,

    /// <summary>A game console.</summary>
    Console,

    /// <summary>A watch or glasses.</summary>
    Wearable,
}
