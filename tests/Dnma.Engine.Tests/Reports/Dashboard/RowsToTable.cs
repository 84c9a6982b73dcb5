using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>Collects rows in any order and makes the sorted table that the engine would.</summary>
internal sealed class RowsToTable
{
    private readonly List<IndicatorRow> _rows = [];

    public RowsToTable Add(
        PeriodKind period,
        DateOnly start,
        TerritoryLevel level,
        string code,
        Dimension dimension,
        string modality,
        long visits,
        long? users = null,
        long? pages = null,
        long? hits = null,
        long? durationMs = null,
        long? timed = null,
        long bounces = 0,
        long flash = 0)
    {
        _rows.Add(new IndicatorRow(
            period, start, level, code, dimension, modality, visits, users ?? visits, pages ?? visits, hits ?? visits, durationMs ?? 0, timed ?? visits, bounces, flash));
        return this;
    }

    public IndicatorTable Table()
    {
        var rows = _rows.ToList();
        rows.Sort(Compare);
        return new IndicatorTable(new IndicatorColumns
        {
            Period = [.. rows.Select(r => r.Period)],
            PeriodStart = [.. rows.Select(r => LocalCalendar.DayOf(r.PeriodStart))],
            Level = [.. rows.Select(r => r.Level)],
            Code = [.. rows.Select(r => r.Code)],
            Dimension = [.. rows.Select(r => r.Dimension)],
            Modality = [.. rows.Select(r => r.Modality)],
            Visits = [.. rows.Select(r => r.Visits)],
            Users = [.. rows.Select(r => r.Users)],
            PageViews = [.. rows.Select(r => r.PageViews)],
            Hits = [.. rows.Select(r => r.Hits)],
            DurationMs = [.. rows.Select(r => r.DurationMs)],
            TimedVisits = [.. rows.Select(r => r.TimedVisits)],
            Bounces = [.. rows.Select(r => r.Bounces)],
            FlashVisits = [.. rows.Select(r => r.FlashVisits)],
        });
    }

    private static int Compare(IndicatorRow a, IndicatorRow b)
    {
        var order = IndicatorColumns.CompareUtf8(a.Period.Code(), b.Period.Code());
        order = order != 0 ? order : a.PeriodStart.CompareTo(b.PeriodStart);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(a.Level.Code(), b.Level.Code());
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(a.Code, b.Code);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(a.Dimension.Code, b.Dimension.Code);
        return order != 0 ? order : IndicatorColumns.CompareUtf8(a.Modality, b.Modality);
    }
}
