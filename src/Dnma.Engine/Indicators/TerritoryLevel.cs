namespace Dnma.Engine.Indicators;

/// <summary>The levels that figures are published at.</summary>
public enum TerritoryLevel : byte
{
    /// <summary>The whole country; its one code is <c>FR</c>.</summary>
    National,

    /// <summary>An académie; two digits.</summary>
    Academy,

    /// <summary>A department: <c>45</c>, <c>2A</c>, <c>971</c>.</summary>
    Department,

    /// <summary>A platform, by its label.</summary>
    Platform,

    /// <summary>An ENT project, by its label.</summary>
    Project,

    /// <summary>An establishment, by its UAI.</summary>
    Establishment,
}
