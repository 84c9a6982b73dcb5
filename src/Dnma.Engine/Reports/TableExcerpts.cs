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
/// The first rows of every table, for people to read. Columns are named as in files; keys that all rows share stand beside the caption.
/// Withheld figures are <c>N/A</c>, what cannot be known is empty. Thread safe.
/// </summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "Each extends another type.")]
public static class TableExcerpts
{
    /// <summary>How many rows are shown where nobody says.</summary>
    public const int MostRows = 20;

    private const string TimePerVisit = "time_per_visit";

    /// <summary>
    /// Indicators by period, territory and modality: visits, users, page views, and of them the time per visit (by service, type, tool and custom dimensions the time
    /// spent there ÷ the visits that used it) and the bounce rate.
    /// </summary>
    /// <param name="rows">The rows, in the order shown; enumerated once.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IEnumerable<IndicatorRow> rows, int most = MostRows, string caption = "Indicators")
    {
        var list = rows as IReadOnlyList<IndicatorRow> ?? [.. rows];
        return ReadableFields.Excerpt(
            caption,
            list.Count,
            [
                new("period", false, row => list[row].Period.Code()),
                new("period_start", false, row => ReadableFields.Date(list[row].PeriodStart)),
                new("level", false, row => list[row].Level.Code()),
                new("code", false, row => OutsideText.Of(list[row].Code)),
                new("dimension", false, row => OutsideText.Of(list[row].Dimension.Code)),
                new("modality", false, row => OutsideText.Of(list[row].Modality)),
                new("visits", true, row => Shown(list[row], one => ReadableFigure.Count(one.Visits))),
                new("users", true, row => Shown(list[row], one => ReadableFigure.Count(one.Users))),
                new("page_views", true, row => Shown(list[row], one => ReadableFigure.Count(one.PageViews))),
                new(TimePerVisit, true, row => Shown(list[row], one => ReadableFigure.Time((one.Dimension.PartitionsVisits ? RatioIndicators.TimePerVisit : RatioIndicators.TimeOverAllVisits).Of(one).Value))),
                new("bounce_rate", true, row => Shown(list[row], one => ReadableFigure.Percent(RatioIndicators.BounceRate.Of(one).Value))),
            ],
            most);
    }

    /// <summary>Derived indicators, each by its unit: a percentage, h:mm:ss, or two decimals.</summary>
    /// <param name="rows">The rows, in the order shown; enumerated once.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IEnumerable<RateRow> rows, int most = MostRows, string caption = "Rates")
    {
        var list = rows as IReadOnlyList<RateRow> ?? [.. rows];
        return ReadableFields.Excerpt(
            caption,
            list.Count,
            [
                new("period", false, row => list[row].Period.Code()),
                new("period_start", false, row => ReadableFields.Date(list[row].PeriodStart)),
                new("level", false, row => list[row].Level.Code()),
                new("code", false, row => OutsideText.Of(list[row].Code)),
                new("indicator", false, row => list[row].Indicator.Code),
                new("modality", false, row => OutsideText.Of(list[row].Modality)),
                new("value", true, row => ReadableFigure.Of(list[row].Indicator, list[row].Rate.Value)),
                new("coverage", true, row => ReadableFigure.Percent(list[row].Rate.Coverage)),
            ],
            most);
    }

    /// <summary>Clicks, downloads and events by label.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this EventTable table, int most = MostRows, string caption = "Events") =>
        ReadableFields.Excerpt(caption, table.Count, ReadableFields.Of(MeasurementTables.Of(table), [], CsvBuffer.NotAvailable), most);

    /// <summary>What controls found, the severest first, and what it means.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is; by default it says how many controls were asked.</param>
    public static TableExcerpt Excerpt(this FindingTable findings, int most = MostRows, string? caption = null) => ReadableFields.Excerpt(
        caption ?? $"Findings of {findings.Asked.Count} controls",
        findings.Count,
        [
            .. ReadableFields.Of(MeasurementTables.Of(findings), ["severity", "control", "level", "code", "period", "period_start", "subject"]),
            new("figure", true, row => double.IsNaN(findings[row].Figure) ? CsvBuffer.NotAvailable : ReadableFigure.Number(findings[row].Figure)),
            new("expected", true, row => findings[row].Expected is { } expected ? ReadableFigure.Number(expected) : ""),
            new("meaning", false, row => findings[row].Control.Meaning.English),
        ],
        most);

    /// <summary>Rejected records: where (a file is told by its bare name), why, and their shape.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IReadOnlyList<RejectRow> rows, int most = MostRows, string caption = "Rejects") =>
        ReadableFields.Excerpt(
            caption,
            rows.Count,
            [
                new("file", false, row => OutsideText.Of(Path.GetFileName(rows[row].File))),
                .. ReadableFields.Of(MeasurementTables.Of(rows), ["line", "byte_offset", "reason", "sample"]),
            ],
            most);

    /// <summary>What figures speak of: days and school days fed of those measured, establishments seen of those expected and of all, and what is known of visits.</summary>
    /// <param name="rows">The rows, in the order shown; enumerated once.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IEnumerable<CoverageRow> rows, int most = MostRows, string caption = "Coverage")
    {
        var list = rows as IReadOnlyList<CoverageRow> ?? [.. rows];
        return ReadableFields.Excerpt(
            caption,
            list.Count,
            [
                .. ReadableFields.Of(MeasurementTables.Of(list), ["period", "period_start", "level", "code", "state"]),
                new("fed_days", true, row => Part(list[row].FedDays, list[row].Days)),
                new("fed_school_days", true, row => Part(list[row].FedSchoolDays, list[row].SchoolDays)),
                new("expected_seen", true, row => Part(list[row].ExpectedSeen, list[row].Expected)),
                .. ReadableFields.Of(MeasurementTables.Of(list), ["establishments_seen", "visits", "device_coverage", "profile_coverage", "service_coverage"]),
            ],
            most);
    }

    /// <summary>How far a deployment has come.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IReadOnlyList<DeploymentRow> rows, int most = MostRows, string caption = "Deployment") =>
        ReadableFields.Excerpt(caption, rows.Count, ReadableFields.Of(MeasurementTables.Of(rows), []), most);

    /// <summary>Accounts beside users.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IReadOnlyList<AdoptionRow> rows, int most = MostRows, string caption = "Adoption") =>
        ReadableFields.Excerpt(caption, rows.Count, ReadableFields.Of(MeasurementTables.Of(rows), []), most);

    /// <summary>Visits and users of a published table, by week and establishment: its first five modalities; mean times are left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is; its file by default.</param>
    public static TableExcerpt Excerpt(this OpenDataTable table, int most = MostRows, string? caption = null)
    {
        const int Modalities = 5;
        var names = table.Set.Measures.Take(Modalities).SelectMany(measure => new[] { measure.Visits, measure.Users });
        return ReadableFields.Excerpt(
            caption ?? table.Set.FileName,
            table.Count,
            ReadableFields.Of(MeasurementTables.Of(table), [OpenDataKeys.Names[0], OpenDataKeys.Names[1], .. names], CsvBuffer.NotAvailable),
            most);
    }

    /// <summary>Compared figures and terms, one a row; for people the whole reads better (<see cref="ComparisonText"/>).</summary>
    /// <param name="rows">The rows, in the order shown; enumerated once.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IEnumerable<ComparisonRow> rows, int most = MostRows, string caption = "Comparison")
    {
        var list = rows as IReadOnlyList<ComparisonRow> ?? [.. rows];
        return ReadableFields.Excerpt(
            caption,
            list.Count,
            [
                new("level", false, row => list[row].Level.Code()),
                new("code", false, row => OutsideText.Of(list[row].Code)),
                new("perimeter", false, row => list[row].Perimeter.Code()),
                new("subject", false, row => list[row].Subject),
                new("modality", false, row => OutsideText.Of(list[row].Modality)),
                new("figure_a", true, row => list[row].A?.Value is { } figure ? ReadableFigure.Number(figure) : ""),
                new("figure_b", true, row => list[row].B?.Value is { } figure ? ReadableFigure.Number(figure) : ""),
                new("change", true, row => list[row].Change is { } change ? ReadableFigure.Number(change) : ""),
                new("change_rate", true, row => list[row].Rate is { } rate ? ReadableFigure.Percent(rate) : ""),
                new("marks", false, row => string.Join(' ', list[row].Marks)),
            ],
            most);
    }

    /// <summary>Establishments that entered, left or were fed in part.</summary>
    /// <param name="schools">The establishments.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this IReadOnlyList<MovedSchool> schools, int most = MostRows, string caption = "Not of the constant perimeter") => ReadableFields.Excerpt(
        caption,
        schools.Count,
        [
            new("uai", false, row => OutsideText.Of(schools[row].Uai)),
            new("move", false, row => schools[row].Move.Code()),
            new("academy", false, row => OutsideText.Of(schools[row].AcademyCode)),
            new("weeks", true, row => ReadableFigure.Count(schools[row].Weeks)),
            new("fed_weeks_a", true, row => ReadableFigure.Count(schools[row].FedWeeksA)),
            new("fed_weeks_b", true, row => ReadableFigure.Count(schools[row].FedWeeksB)),
            new("visits_a", true, row => ReadableFigure.Count(schools[row].VisitsA)),
            new("visits_b", true, row => ReadableFigure.Count(schools[row].VisitsB)),
        ],
        most);

    /// <summary>A data frame, of the engine or of one's own; empty cells are empty.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="most">How many rows to show at most; not negative.</param>
    /// <param name="caption">What the table is.</param>
    public static TableExcerpt Excerpt(this DataFrame frame, int most = MostRows, string caption = "Data frame") => ReadableFields.Excerpt(
        caption,
        (int)frame.Rows.Count,
        [.. frame.Columns.Select(column => FrameCells.Of(column, most))],
        most);

    private static string Part(long? part, long? whole) => (part, whole) switch
    {
        (null, _) => "",
        (_, null) => ReadableFigure.Count(part.Value),
        _ => $"{ReadableFigure.Count(part.Value)} of {ReadableFigure.Count(whole.Value)}",
    };

    private static string Shown(IndicatorRow row, Func<IndicatorRow, string> figure) => row.IsWithheld ? CsvBuffer.NotAvailable : figure(row);
}
