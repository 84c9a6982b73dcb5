using System.Globalization;
using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Readable;

namespace Dnma.Engine;

/// <summary>
/// A measurement for the eye: its key figures, where the records went, and whether the laws hold. Nothing is computed that was not counted
/// already, and nothing of the run is told, so that the same hits always show the same. Thread safe.
/// </summary>
public static class MeasurementSummary
{
    /// <summary>As a piece of HTML, escaped, styled by itself, for light and dark pages.</summary>
    /// <param name="measurement">The measurement.</param>
    public static string ToHtml(this Measurement measurement)
    {
        var html = new HtmlText().Table(KeyFigures(measurement));
        foreach (var line in Lines(measurement))
        {
            html.Line(line);
        }

        return html.ToString();
    }

    /// <summary>In lines of text, each ending with <c>\n</c>.</summary>
    /// <param name="measurement">The measurement.</param>
    public static string ToText(this Measurement measurement)
    {
        var text = new PlainText().Table(KeyFigures(measurement));
        foreach (var line in Lines(measurement))
        {
            text.Line(line);
        }

        return text.ToString();
    }

    private static TableExcerpt KeyFigures(Measurement measurement)
    {
        (string Name, string Figure)[] figures = measurement.NationalTotal is not { } total ? []
            : total.IsWithheld ? [(CountIndicators.Visits.Code, CsvBuffer.NotAvailable)]
            : [
                .. new CountIndicator[] { CountIndicators.Visits, CountIndicators.Users, CountIndicators.PageViews, CountIndicators.Hits }
                    .Select(indicator => (indicator.EnglishName, ReadableFigure.Count(indicator.Of(total)))),
                .. new[] { RatioIndicators.TimePerVisit, RatioIndicators.PagesPerVisit, RatioIndicators.VisitsPerUser, RatioIndicators.BounceRate, RatioIndicators.FlashShare }
                    .Select(indicator => (indicator.EnglishName, ReadableFigure.Of(indicator, indicator.Of(total).Value))),
            ];
        return new TableExcerpt(
            "Measurement",
            $"{Days(measurement)} · norm {measurement.Definition.Norm.Name} · days of {measurement.Definition.Zone.Id}",
            [new("indicator", false), new("figure", true)],
            [.. figures.Select(figure => new[] { figure.Name, figure.Figure })],
            figures.Length);
    }

    private static IEnumerable<string> Lines(Measurement measurement)
    {
        if (measurement.Scope is not null)
        {
            yield return "An extract: what one reader may see. Ledger and laws are of the whole measurement.";
            yield break;
        }

        yield return LedgerExcerpt.Line(measurement.Certificate.Ledger);
        yield return CertificateExcerpt.Verdict(measurement.Certificate);
        if (measurement.Recount is { } recount)
        {
            var whose = recount.OneIn == 1 ? "all visitors" : $"one person in {ReadableFigure.Count(recount.OneIn)}";
            yield return recount.Agrees
                ? $"Recounted in SQL: {ReadableFigure.Count(recount.Cells)} figures of {whose} agree."
                : $"Recounted in SQL: {ReadableFigure.Count(recount.Differing)} of {ReadableFigure.Count(recount.Cells)} figures of {whose} do NOT agree.";
        }

        if (measurement.Disclosure is { } disclosure)
        {
            yield return $"Withheld: {ReadableFigure.Count(disclosure.Primary)} of {ReadableFigure.Count(disclosure.Rows)} rows for fewer than {disclosure.Threshold} users, {ReadableFigure.Count(disclosure.Secondary)} for their sake.";
        }
    }

    private static string Days(Measurement measurement) =>
        measurement.From is not { } from || measurement.To is not { } to ? "no day"
        : to == from.AddDays(1) ? ReadableFields.Date(from)
        : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}");
}
