using System.Diagnostics.CodeAnalysis;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports.Readable;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// Tables as pieces of HTML: the excerpts of <see cref="TableExcerpts"/>, escaped, accessible, styled by themselves for light and dark pages. What notebooks that find
/// no formatters are given, and pages of one's own. Thread safe.
/// </summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "Each extends another type.")]
public static class HtmlTables
{
    /// <summary>Indicators, the first <paramref name="most"/> rows of them.</summary>
    public static string ToHtml(this IEnumerable<IndicatorRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>Rates, the first <paramref name="most"/> rows of them.</summary>
    public static string ToHtml(this IEnumerable<RateRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>Events, the first <paramref name="most"/> rows of them.</summary>
    public static string ToHtml(this EventTable table, int most = TableExcerpts.MostRows) => table.Excerpt(most).ToHtml();

    /// <summary>Findings, the first <paramref name="most"/> rows of them.</summary>
    public static string ToHtml(this FindingTable findings, int most = TableExcerpts.MostRows) => findings.Excerpt(most).ToHtml();

    /// <summary>Rejects, the first <paramref name="most"/> rows of them.</summary>
    public static string ToHtml(this IReadOnlyList<RejectRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>Coverage, the first <paramref name="most"/> rows of it.</summary>
    public static string ToHtml(this IEnumerable<CoverageRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>Deployment, the first <paramref name="most"/> rows of it.</summary>
    public static string ToHtml(this IReadOnlyList<DeploymentRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>Adoption, the first <paramref name="most"/> rows of it.</summary>
    public static string ToHtml(this IReadOnlyList<AdoptionRow> rows, int most = TableExcerpts.MostRows) => rows.Excerpt(most).ToHtml();

    /// <summary>A published table, the first <paramref name="most"/> rows of it.</summary>
    public static string ToHtml(this OpenDataTable table, int most = TableExcerpts.MostRows) => table.Excerpt(most).ToHtml();

    /// <summary>The nation's comparison: both perimeters, what the change is made of, and what to know first.</summary>
    public static string ToHtml(this ComparisonTable table) => ComparisonHtml.Of(table);

    /// <summary>Establishments that are not of the constant perimeter, the first <paramref name="most"/> of them.</summary>
    public static string ToHtml(this IReadOnlyList<MovedSchool> schools, int most = TableExcerpts.MostRows) => schools.Excerpt(most).ToHtml();

    /// <summary>A data frame, the first <paramref name="most"/> rows of it.</summary>
    public static string ToHtml(this DataFrame frame, int most = TableExcerpts.MostRows) => frame.Excerpt(most).ToHtml();
}
