using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;

namespace Dnma.Engine;

/// <summary>Writes what notebooks show of a value; the names of its members are .NET Interactive's convention. Thread safe.</summary>
/// <param name="mimeType"><c>text/html</c> or <c>text/plain</c>.</param>
internal sealed class NotebookFormatter(string mimeType)
{
    /// <summary>What it writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value.</summary>
    /// <returns>Whether it is one that is known here.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        var isHtml = MimeType == "text/html";
        var text = instance switch
        {
            Measurement measurement => isHtml ? measurement.ToHtml() : measurement.ToText(),
            Certificate certificate => isHtml ? certificate.ToHtml() : certificate.ToText(),
            MeasurementLedger ledger => isHtml ? ledger.ToHtml() : ledger.ToText(),
            ComparisonTable comparison => isHtml ? comparison.ToHtml() : ComparisonText.English(comparison),
            _ => Excerpt(instance) is { } excerpt ? isHtml ? excerpt.ToHtml() : excerpt.ToText() : null,
        };
        writer.Write(text);
        return text is not null;
    }

    private static TableExcerpt? Excerpt(object instance) => instance switch
    {
        TableExcerpt excerpt => excerpt,
        IndicatorTable indicators => indicators.Excerpt(),
        RateTable rates => rates.Excerpt(),
        EventTable events => events.Excerpt(),
        FindingTable findings => findings.Excerpt(),
        OpenDataTable table => table.Excerpt(),
        _ => null,
    };
}
