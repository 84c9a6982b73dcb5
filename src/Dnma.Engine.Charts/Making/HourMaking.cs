using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Making;

/// <summary>The week by day and hour.</summary>
internal static class HourMaking
{
    /// <summary>Hours that are always shown, so that charts can be laid beside one another; others where something was counted.</summary>
    private const int FirstOfDay = 7;
    private const int LastOfDay = 21;

    public static SchoolDayChart SchoolDay(IndicatorTable table, ChartRequest request)
    {
        var rows = ChartRows.Of(table, request);
        var words = rows.Words;
        var counted = new Dictionary<WeekHour, ChartValue>();
        foreach (var row in rows.Of(Dimension.LocalHour))
        {
            if (WeekHour.TryParse(row.Modality, out var hour))
            {
                counted[hour] = row.IsWithheld ? ChartValue.Withheld : ChartValue.Of(request.Figure == ChartFigure.Users ? row.Users : row.Visits);
            }
        }

        var first = Math.Min(FirstOfDay, counted.Keys.Select(hour => hour.Hour).DefaultIfEmpty(FirstOfDay).Min());
        var last = Math.Max(LastOfDay, counted.Keys.Select(hour => hour.Hour).DefaultIfEmpty(LastOfDay).Max());
        return new SchoolDayChart
        {
            Title = request.Figure == ChartFigure.Users ? words.Say("La semaine heure par heure\u00A0: utilisateurs", "The week hour by hour: users") : words.Say("La semaine heure par heure\u00A0: visites", "The week hour by hour: visits"),
            Subtitle = $"{rows.Subtitle}{(counted.Count == 0 ? "" : words.Say($", heures de {ModalityLabels.Shown(request.TimeZone)}", $", hours of {ModalityLabels.Shown(request.TimeZone)}"))}",
            Notes = counted.Count == 0 ? [words.Say("Mesurer avec la dimension local-hour.", "Measure with the dimension local-hour.")] : [
                request.Figure == ChartFigure.Users
                    ? ChartNotes.UsersDoNotAdd(words)
                    : words.Say("Une visite compte une fois dans chaque heure où elle a un hit\u00A0; les visites ne s’additionnent pas d’une heure à l’autre.", "A visit counts once in each hour that it has a hit in; visits do not add up over hours."),
                .. counted.Values.Any(value => value.State == ChartValueState.Withheld) ? [ChartNotes.Withheld(words)] : Array.Empty<string>()],
            Source = request.Source,
            Language = request.Language,
            ValueName = words.Indicator(request.Figure),
            FirstHour = first,
            LastHour = last,
            Hours = [.. WeekHour.All.Where(hour => hour.Hour >= first && hour.Hour <= last).Select(hour => new SchoolHour(hour.Day, hour.Hour, counted.GetValueOrDefault(hour)))],
        };
    }
}
