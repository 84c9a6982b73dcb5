using System.Collections;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// What controls found, in a total order: the severest first, then by family, control, level, territory, period and subject. Immutable,
/// thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class FindingTable : IReadOnlyList<Finding>
{
    private readonly Finding[] _findings;

    private FindingTable(Control[] asked, Finding[] findings)
    {
        Asked = asked;
        _findings = findings;
    }

    /// <summary>The controls that were asked, by family and id. Without an annuaire or a declaration some cannot be.</summary>
    public IReadOnlyList<Control> Asked { get; }

    /// <summary>How many findings there are.</summary>
    public int Count => _findings.Length;

    /// <summary>The finding at <paramref name="index"/>, 0-based.</summary>
    public Finding this[int index] => _findings[index];

    /// <summary>Puts findings in order.</summary>
    /// <param name="asked">The controls that were asked, in any order; those of the findings are among them in any case.</param>
    /// <param name="findings">What they found, in any order; what is there twice is kept once.</param>
    public static FindingTable Of(IEnumerable<Control> asked, IEnumerable<Finding> findings)
    {
        Finding[] ordered = [.. findings.Distinct()];
        Array.Sort(ordered, Compare);
        return new FindingTable(
            [.. asked.Concat(ordered.Select(finding => finding.Control)).Distinct().OrderBy(control => control.Family).ThenBy(control => control.Id, StringComparer.Ordinal)],
            ordered);
    }

    /// <summary>These findings and those of other controls.</summary>
    public FindingTable And(FindingTable others) => Of(Asked.Concat(others.Asked), _findings.Concat(others._findings));

    /// <summary>Some of the findings.</summary>
    internal FindingTable Only(Func<Finding, bool> isKept) => new([.. Asked], [.. _findings.Where(isKept)]);

    /// <summary>The same findings without their figures, which may be of few persons: what was found, where and when.</summary>
    internal FindingTable WithoutFigures() => new([.. Asked], [.. _findings.Select(finding => finding with { Figure = double.NaN, Expected = null, Chance = null })]);

    /// <summary>How many findings are of a severity.</summary>
    public int CountOf(ControlSeverity severity) => _findings.Count(finding => finding.Control.Severity == severity);

    /// <inheritdoc />
    public IEnumerator<Finding> GetEnumerator() => ((IEnumerable<Finding>)_findings).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Compare(Finding left, Finding right)
    {
        var order = right.Control.Severity.CompareTo(left.Control.Severity);
        order = order != 0 ? order : left.Control.Family.CompareTo(right.Control.Family);
        order = order != 0 ? order : string.CompareOrdinal(left.Control.Id, right.Control.Id);
        order = order != 0 ? order : left.Level.CompareTo(right.Level);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(left.Code, right.Code);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(left.Period.Code(), right.Period.Code());
        order = order != 0 ? order : Nullable.Compare(left.PeriodStart, right.PeriodStart);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(left.Subject, right.Subject);
        order = order != 0 ? order : left.Figure.CompareTo(right.Figure);
        order = order != 0 ? order : Nullable.Compare(left.Expected, right.Expected);
        return order != 0 ? order : Nullable.Compare(left.Chance, right.Chance);
    }
}
