using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Visits and users over time.</summary>
internal static class AttendanceSection
{
    /// <summary>A school year and a month of days, or over seven years of weeks: more would not be read, nor drawn quickly.</summary>
    private const int MostPeriods = 400;

    private const string UsersDoNotAdd =
        "Les utilisateurs ne s’additionnent pas : une personne venue trois fois compte une fois dans chaque période où elle est venue, et une seule fois dans l’ensemble.";

    public static DashboardSection? Of(NationalFigures figures)
    {
        var blocks = new List<DashboardBlock>();
        if (figures.Days.Count > 0)
        {
            blocks.Add(Block(
                figures.Days,
                figures.Whole,
                ("jours", "Visites et utilisateurs par jour", "Jour"),
                FrenchFormat.Day,
                static _ => false,
                [UsersDoNotAdd, "Les jours sans visite sont montrés à zéro ; les samedis et dimanches sont sur fond gris."]));
        }

        if (figures.Weeks.Count > 1)
        {
            var (first, last) = figures.Days.Count > 0
                ? (figures.Days[0].PeriodStart, figures.Days[^1].PeriodStart)
                : (DateOnly.MinValue, DateOnly.MaxValue);
            blocks.Add(Block(
                figures.Weeks,
                figures.Whole,
                ("semaines", "Visites et utilisateurs par semaine", "Semaine du"),
                FrenchFormat.Date,
                monday => monday < first || monday.AddDays(6) > last,
                ["Semaines du lundi au dimanche. Une semaine que la mesure ne couvre pas en entier est hachurée et dite incomplète : ne pas la comparer aux autres."]));
        }

        return blocks.Count == 0 ? null : new DashboardSection("frequentation", "Fréquentation", blocks);
    }

    private static DashboardBlock Block(
        IReadOnlyList<IndicatorRow> all,
        IndicatorRow? whole,
        (string Id, string Title, string Column) names,
        Func<DateOnly, string> dateText,
        Func<DateOnly, bool> isPartial,
        IReadOnlyList<string> notes)
    {
        var periods = all.Skip(all.Count - MostPeriods).ToList();
        var rows = new List<Cell[]>(periods.Count);
        var hatched = new List<int>();
        foreach (var row in periods)
        {
            var text = dateText(row.PeriodStart);
            if (isPartial(row.PeriodStart))
            {
                hatched.Add(rows.Count);
                text += " (incomplète)";
            }

            rows.Add(Row(Cell.Ranked(LocalCalendar.DayOf(row.PeriodStart), text), row));
        }

        var cut = all.Count - periods.Count;
        return new DashboardBlock(names.Id, names.Title, new DashboardTable(
            [names.Column, "Visites", "Utilisateurs", "Pages vues", "Temps par visite", "Taux de rebond"], rows)
        {
            Total = whole is { } total ? Row(Cell.Label("Toute la période"), total) : null,
        })
        {
            IsWide = true,
            Notes = cut == 0 ? notes : [.. notes, $"Seules les {MostPeriods} dernières lignes sur {FrenchFormat.Count(all.Count)} sont montrées ; toutes sont dans indicators.csv."],
            Chart = new DashboardChart(ChartKind.Time, Description(names.Title, periods, dateText), [1, 2]) { Hatched = hatched },
        };
    }

    private static Cell[] Row(Cell label, IndicatorRow row) =>
    [
        label,
        Cell.Count(row.Visits),
        Cell.Count(row.Users),
        Cell.Count(row.PageViews),
        Cell.MeanDuration(row.DurationMs, row.TimedVisits),
        Cell.Share(row.Bounces, row.Visits),
    ];

    private static string Description(string title, List<IndicatorRow> periods, Func<DateOnly, string> dateText)
    {
        var peak = periods[0];
        foreach (var row in periods)
        {
            peak = row.Visits > peak.Visits ? row : peak;
        }

        return $"{title}, de « {dateText(periods[0].PeriodStart)} » à « {dateText(periods[^1].PeriodStart)} ». "
            + $"Maximum : {FrenchFormat.Of(peak.Visits, "visite", "visites")} et {FrenchFormat.Of(peak.Users, "utilisateur", "utilisateurs")}, « {dateText(peak.PeriodStart)} ». "
            + "Tous les chiffres sont dans le tableau qui suit.";
    }
}
