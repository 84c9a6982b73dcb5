namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Thresholds on exact users: how few persons a figure may be of before it is withheld. Thread safe.</summary>
public static class DisclosureThresholds
{
    /// <summary>Nothing is withheld.</summary>
    public const int None = 0;

    /// <summary>Withholds figures of one person.</summary>
    public const int Least = 2;

    /// <summary>The preset for figures that are shared inside the scheme: groups of one to four persons are withheld.</summary>
    public const int Five = 5;

    /// <summary>The preset for figures that everybody may read: groups of one to ten persons are withheld, as French public statistics do.</summary>
    public const int Eleven = 11;

    /// <summary>No threshold is higher: it would be a slip of the pen.</summary>
    public const int Greatest = 10_000;
}
