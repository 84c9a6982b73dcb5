using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Charts.Words;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Making;

/// <summary>Charts over time.</summary>
internal static class TimeMaking
{
    public static TimeChart Visits(IndicatorTable table, ChartRequest request)
    {
        var words = ChartWords.Of(request.Language);
        return Of(
            table,
            request,
            PeriodKind.Day,
            words.Say("Visites et utilisateurs", "Visits and users"),
            words.Say("Visites, utilisateurs", "Visits, users"),
            Dimension.Total,
            [(words.Visits, IndicatorCodes.Total, ChartFigure.Visits), (words.Users, IndicatorCodes.Total, ChartFigure.Users)]);
    }

    public static TimeChart SchoolLevels(IndicatorTable table, ChartRequest request)
    {
        var words = ChartWords.Of(request.Language);
        var figure = words.Indicator(request.Figure);
        return Of(
            table,
            request,
            PeriodKind.Week,
            words.Say($"Premier et second degrés : {(request.Figure == ChartFigure.Users ? "utilisateurs" : "visites")}".Replace(" :", "\u00A0:", StringComparison.Ordinal), $"Primary and secondary schools: {(request.Figure == ChartFigure.Users ? "users" : "visits")}"),
            figure,
            Dimension.SchoolLevel,
            [(words.Label(Dimension.SchoolLevel, "2d"), "2d", request.Figure), (words.Label(Dimension.SchoolLevel, "1d"), "1d", request.Figure)]);
    }

    private static TimeChart Of(
        IndicatorTable table, ChartRequest request, PeriodKind usual, string title, string valueName, Dimension dimension, (string Name, string Modality, ChartFigure Figure)[] series)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (words, period) = (ChartWords.Of(request.Language), request.Period ?? usual);
        if (period == PeriodKind.All)
        {
            throw new EngineException(ErrorId.InvalidOption, "chart", "the whole range is one period, and no series over time", "ask for days, weeks, months or school years");
        }

        var rows = table.Where(row => row.Period == period && row.Level == request.Level && row.Code == request.Code && row.Dimension == dimension
            && !(row.PeriodStart < request.Start) && !(row.PeriodStart >= request.End)).ToArray();
        var partial = PartialOf(request, period);
        var chart = new TimeChart
        {
            Title = $"{title} {words.ByPeriod(period)}",
            Language = request.Language,
            Source = request.Source,
            Period = period,
            ValueName = valueName,
            Series = [.. series.Select(one => new TimeSeries(one.Name, PointsOf(rows, one.Modality, one.Figure, period, partial)))],
        };
        return WithWords(WithHolidays(chart, request), request, words, series.Any(one => one.Figure == ChartFigure.Users));
    }

    /// <summary>A point for every period from the first row to the last: where a row is missing nobody knows whether nothing was counted or nothing measured.</summary>
    private static TimePoint[] PointsOf(IndicatorRow[] rows, string modality, ChartFigure figure, PeriodKind period, HashSet<DateOnly> partial)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        var values = rows.Where(row => row.Modality == modality).ToDictionary(row => row.PeriodStart, row => row.IsWithheld ? ChartValue.Withheld : new ChartValue(
            partial.Contains(row.PeriodStart) ? ChartValueState.Partial : ChartValueState.Known, figure == ChartFigure.Users ? row.Users : row.Visits));
        var points = new List<TimePoint>();
        var last = rows.Max(row => row.PeriodStart);
        for (var start = rows.Min(row => row.PeriodStart); start <= last; start = Next(start, period))
        {
            points.Add(new TimePoint(start, values.GetValueOrDefault(start)));
        }

        return [.. points];
    }

    private static DateOnly Next(DateOnly start, PeriodKind period) => period switch
    {
        PeriodKind.Day => start.AddDays(1),
        PeriodKind.Week => start.AddDays(7),
        PeriodKind.Month => start.AddMonths(1),
        _ => start.AddYears(1),
    };

    private static HashSet<DateOnly> PartialOf(ChartRequest request, PeriodKind period) =>
        [.. request.Coverage.Where(row => row.Period == period && row.Level == request.Level && row.Code == request.Code && row.State != CoverageState.Complete).Select(row => row.PeriodStart)];

    private static TimeChart WithHolidays(TimeChart chart, ChartRequest request)
    {
        if (chart.Series is not [{ Points: [var first, ..] points }, ..])
        {
            return chart;
        }

        var (start, end) = (first.Start, chart.EndOf(points[^1].Start));
        var zones = (request.Zones ?? ZonesOf(request)).Where(zone => request.Calendar.Covers(start, zone) && request.Calendar.Covers(end.AddDays(-1), zone)).Distinct().ToArray();
        var words = ChartWords.Of(request.Language);
        return chart with { Zones = zones, Holidays = [.. zones.SelectMany(zone => request.Calendar.HolidaysOf(zone).Where(holiday => holiday.FirstDayOff < end && holiday.LastDayOff >= start).Select(holiday => Band(zone, holiday)))] };

        HolidayBand Band(SchoolZone zone, SchoolHoliday holiday) => new(
            zone,
            holiday.Kind,
            holiday.FirstDayOff < start ? start : holiday.FirstDayOff,
            holiday.LastDayOff >= end ? end.AddDays(-1) : holiday.LastDayOff,
            words.Holiday(holiday.Kind));
    }

    private static IReadOnlyList<SchoolZone> ZonesOf(ChartRequest request) => request.Level switch
    {
        TerritoryLevel.Academy => (Territories.FindAcademy(request.Code)?.Zone ?? Territories.ViceRectorates.FirstOrDefault(one => one.Code == request.Code)?.Zone) is { } zone ? [zone] : [],
        TerritoryLevel.Department => Territories.ZoneOf(request.Code) is { } zone ? [zone] : [],
        TerritoryLevel.Region => [.. Territories.DepartmentsOfRegion(request.Code).Select(department => Territories.ZoneOf(department.Code)).OfType<SchoolZone>().Distinct().Order()],
        _ => [SchoolZone.A, SchoolZone.B, SchoolZone.C],
    };

    private static TimeChart WithWords(TimeChart chart, ChartRequest request, ChartWords words, bool hasUsers)
    {
        var states = chart.Series.SelectMany(series => series.Points).Select(point => point.Value.State).ToHashSet();
        var notes = new List<string>();
        if (hasUsers && chart.Series[0].Points.Count > 1)
        {
            notes.Add(ChartNotes.UsersOverTime(words));
        }

        if (states.Contains(ChartValueState.Missing) && states.Count > 1)
        {
            notes.Add(words.Say("Là où la ligne s’interrompt, la table n’a pas de ligne : rien n’est dessiné.".Replace(" :", "\u00A0:", StringComparison.Ordinal), "Where a line breaks off the table has no row: nothing is drawn."));
        }

        if (states.Contains(ChartValueState.Partial))
        {
            notes.Add(words.Say("Points vides : période mesurée ou alimentée en partie, à ne pas comparer aux autres.".Replace(" :", "\u00A0:", StringComparison.Ordinal), "Hollow points: measured or fed in part, not to be laid beside the others."));
        }

        if (states.Contains(ChartValueState.Withheld))
        {
            notes.Add(ChartNotes.Withheld(words));
        }

        return chart with { Subtitle = Subtitle(chart, request, words), Notes = notes };
    }

    private static string Subtitle(TimeChart chart, ChartRequest request, ChartWords words)
    {
        var place = words.Place(request);
        if (chart.Series is not [{ Points: [var first, ..] points }, ..])
        {
            return place;
        }

        var last = chart.EndOf(points[^1].Start).AddDays(-1);
        var days = words.Say($"{place}, du {words.Date(first.Start)} au {words.Date(last)}", $"{place}, {words.Date(first.Start)} to {words.Date(last)}");
        return chart.Holidays.Count > 0 ? days + words.Say(". En gris, les vacances scolaires", ". Grey: school holidays") : days;
    }
}
