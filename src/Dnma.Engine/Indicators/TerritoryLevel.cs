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

    /// <summary>A region, by INSEE's two digits. Counted only where it is asked for, as are all that follow.</summary>
    Region,

    /// <summary>A commune, by INSEE's five characters; of establishments that the annuaire knows.</summary>
    Commune,

    /// <summary>The inspection district of an école, by the UAI of the inspection; of establishments that the annuaire knows.</summary>
    Circonscription,

    /// <summary>An operator of workspaces, by its label.</summary>
    Operator,

    /// <summary>A local authority, by the code that its hits carry; a site, where they come from Matomo.</summary>
    Collectivity,
}
