using Dnma.Engine.Charts.Words;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts;

/// <summary>Figures over time, read from left to right, with holidays by zone behind them. Immutable, thread safe.</summary>
public sealed record TimeChart : Chart
{
    /// <summary>Days, weeks, months or school years.</summary>
    public required PeriodKind Period { get; init; }

    /// <summary>What the vertical axis is of.</summary>
    public required string ValueName { get; init; }

    /// <summary>The lines, the foremost first; all have the same periods.</summary>
    public required IReadOnlyList<TimeSeries> Series { get; init; }

    /// <summary>The zones that holidays are shown of, in their order; a zone that the calendar does not know throughout is not one of them.</summary>
    public IReadOnlyList<SchoolZone> Zones { get; init; } = [];

    /// <summary>The holidays of these zones within the periods.</summary>
    public IReadOnlyList<HolidayBand> Holidays { get; init; } = [];

    /// <inheritdoc />
    public override bool IsEmpty => !Series.Any(series => series.Points.Any(point => point.Value.IsKnown));

    /// <inheritdoc />
    public override ChartTable Table
    {
        get
        {
            var words = ChartWords.Of(Language);
            return new ChartTable(
                [words.PeriodColumn(Period), .. Series.Select(series => series.Name), .. Zones.Count == 0 ? Array.Empty<string>() : [words.Holidays]],
                [.. (Series.Count == 0 ? [] : Series[0].Points).Select((point, i) => (string[])
                [
                    words.Date(point.Start),
                    .. Series.Select(series => words.Figure(series.Points[i].Value, Unit)),
                    .. Zones.Count == 0 ? Array.Empty<string>() : [HolidaysOf(point.Start, words)],
                ])]);
        }
    }

    /// <summary>The first day after a period.</summary>
    internal DateOnly EndOf(DateOnly start) => Period switch
    {
        PeriodKind.Day => start.AddDays(1),
        PeriodKind.Week => start.AddDays(7),
        PeriodKind.Month => start.AddMonths(1),
        _ => start.AddYears(1),
    };

    private string HolidaysOf(DateOnly start, ChartWords words) => string.Join(
        ", ",
        Holidays.Where(band => band.FirstDayOff < EndOf(start) && band.LastDayOff >= start).Select(band => $"{ChartWords.Zone(band.Zone)} ({band.Name})").Distinct());
}
