namespace Dnma.Engine.Certification.Comparison;

/// <summary>How an input of two measurements differs.</summary>
public enum InputChange
{
    /// <summary>Only the first read it.</summary>
    Removed,

    /// <summary>Only the second read it.</summary>
    Added,

    /// <summary>Both read a file of this name, with other bytes.</summary>
    Changed,

    /// <summary>Both read the same bytes, under another name.</summary>
    Renamed,
}
