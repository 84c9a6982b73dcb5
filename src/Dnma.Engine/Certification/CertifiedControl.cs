using Dnma.Engine.Analysis.Controls;

namespace Dnma.Engine.Certification;

/// <summary>An automated control that was asked, and how much it found; the evidence is in <c>controls.csv</c>. Immutable, thread safe.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Family">Its family, from 1.</param>
/// <param name="Severity">What a finding asks of the reader: <c>notice</c>, <c>warning</c> or <c>alarm</c>.</param>
/// <param name="Findings">How many findings there are.</param>
public sealed record CertifiedControl(string Id, int Family, string Severity, int Findings)
{
    /// <summary>All controls that were asked, by family and name.</summary>
    internal static IReadOnlyList<CertifiedControl> Of(FindingTable findings)
    {
        var counts = findings.CountBy(finding => finding.Control.Id).ToDictionary(StringComparer.Ordinal);
        return [.. findings.Asked.Select(control => new CertifiedControl(control.Id, control.Family, control.Severity.Code(), counts.GetValueOrDefault(control.Id)))];
    }
}
