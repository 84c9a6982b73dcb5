using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>Gathers the findings of one measurement, all of them of the whole range. Not thread safe.</summary>
/// <param name="from">The first measured day.</param>
internal sealed class FindingList(DateOnly? from)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found, in the order it was.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Adds a finding of a unit.</summary>
    public void Add(Control control, ObservedUnit unit, string subject, double figure, double? expected = null) =>
        Add(control, unit.Level, unit.Code, subject, figure, expected);

    /// <summary>Adds a finding.</summary>
    public void Add(Control control, TerritoryLevel level, string code, string subject, double figure, double? expected = null) =>
        _findings.Add(new Finding(control, level, code, PeriodKind.All, from, subject, figure, expected));
}
