namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>How near a figure is to what its definition says.</summary>
public enum Conformance
{
    /// <summary>The figure is the defined one, to the last unit: integers, or a quotient of integers that is rounded when it is written.</summary>
    Exact,

    /// <summary>The figure is an estimate; whoever publishes it says why and how near.</summary>
    Approximate,
}
