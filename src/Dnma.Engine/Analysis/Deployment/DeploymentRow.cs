using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>How far a deployment has come in one period and territory: counts of establishments, which add up over départements and school levels. A value, thread safe.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code, <c>inconnu</c> where none is known.</param>
/// <param name="SchoolLevel"><c>1d</c>, <c>2d</c>, <c>inconnu</c>, or <c>total</c>.</param>
/// <param name="Declared">Establishments whose workspace is said to be there on a measured day of the period.</param>
/// <param name="Fed">Those of them with a visit in the period.</param>
/// <param name="FedSoFar">Those of them with a visit in this period or an earlier one of the measured range.</param>
/// <param name="Undeclared">Establishments with a visit in the period, and not declared. Of a project or a platform nobody can tell: 0.</param>
public readonly record struct DeploymentRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    string SchoolLevel,
    long Declared,
    long Fed,
    long FedSoFar,
    long Undeclared)
{
    /// <summary>Declared, and not a visit in the period.</summary>
    public long Silent => Declared - Fed;

    /// <summary>The share of the declared establishments that were fed.</summary>
    public Ratio Coverage => new(Fed, Declared);
}
