using System.Text;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Published;

/// <summary>Families 8 and 11 of published history: whether school years can be put side by side. Immutable, thread safe.</summary>
public static class YearControls
{
    /// <summary>Where fewer than nine of ten establishments are the same, a difference of years says more of the perimeter than of use.</summary>
    private const double LeastInCommon = 0.9;

    /// <summary>An académie that keeps less than half of its visits, week for week, has left in part or in whole.</summary>
    private const double Collapsed = 0.5;

    /// <summary>A column that is fed a hundredth of what it was is not fed.</summary>
    private const double Dead = 0.01;

    private const int LeastWeeksBefore = 8;
    private const int LeastWeeksAfter = 4;
    private const int DaysOfWeek = 7;

    /// <summary>Other establishments than the year before.</summary>
    public static Control PerimeterDiffers { get; } = new(
        "perimeter-differs", 8, ControlSeverity.Warning,
        new("Le périmètre de cette année scolaire n'est pas celui de la précédente : leurs totaux ne se comparent pas.",
            "The perimeter of this school year is not that of the year before: their totals do not compare."),
        new("Comparer à périmètre constant ; dire combien d'établissements sont arrivés et partis.", "Compare on a constant perimeter; say how many establishments joined and left."));

    /// <summary>An académie that all but left.</summary>
    public static Control AcademyCollapsed { get; } = new(
        "academy-collapsed", 8, ControlSeverity.Alarm,
        new("Une académie a, par semaine, moins de la moitié de ses visites de l'année précédente : elle a sans doute quitté la mesure.",
            "An académie has, week for week, less than half of its visits of the year before: it has probably left the measure."),
        new("Montrer l'évolution sans elle à côté de l'évolution avec elle.", "Show the change without it beside the change with it."));

    /// <summary>A column that is fed no longer.</summary>
    public static Control ColumnDied { get; } = new(
        "column-died", 8, ControlSeverity.Alarm,
        new("Une colonne n'est plus alimentée depuis cette semaine : le silence de la colonne n'est pas celui de l'usage.",
            "A column is not fed any longer since this week: that the column is silent does not mean that nobody uses it."),
        new("Dater la rupture ; ne donner ni part ni évolution de cette modalité qui la traverse.", "Date the break; give no share and no change of this modality that spans it."));

    /// <summary>A year without all of its weeks of school.</summary>
    public static Control YearUnfinished { get; } = new(
        "year-unfinished", 11, ControlSeverity.Warning,
        new("Il manque des semaines de classe à cette année scolaire : ne pas la montrer à côté d'années entières.", "Weeks of school are missing from this school year: do not show it beside whole ones."),
        new("Comparer les mêmes semaines, par rang depuis la rentrée.", "Compare the same weeks, by rank since the first day of school."));

    /// <summary>A calendar year.</summary>
    public static Control CalendarYear { get; } = new(
        "calendar-year", 11, ControlSeverity.Notice,
        new("Les données vont de janvier à décembre : l'unité de ces usages est l'année scolaire, qu'elles coupent en deux.",
            "The data go from January to December: the unit of this audience is the school year, which they cut in two."),
        new("Demander du 1er août au 31 juillet.", "Ask for 1 August to 31 July."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [PerimeterDiffers, AcademyCollapsed, ColumnDied, YearUnfinished, CalendarYear];

    internal static void Run(PublishedFacts facts, List<Control> asked, List<Finding> findings)
    {
        asked.AddRange(All);
        AddPerimeters(facts, findings);
        AddColumns(facts, findings);
        AddYears(facts, findings);
    }

    private static void AddPerimeters(PublishedFacts facts, List<Finding> findings)
    {
        string[] academies = [.. facts.Codes.Select(code => Territories.DepartmentOf(Encoding.UTF8.GetBytes(code))?.Academy?.Code ?? IndicatorCodes.Unknown)];
        int[] years = [.. facts.ByYear.Keys.Order()];
        for (var i = 1; i < years.Length; i++)
        {
            var (before, now, start) = (facts.ByYear[years[i - 1]], facts.ByYear[years[i]], LocalCalendar.DateOf(years[i]));
            var (common, left, joined) = (0, 0, 0);
            for (var code = 0; code < facts.Codes.Count; code++)
            {
                common += before[code] > 0 && now[code] > 0 ? 1 : 0;
                left += before[code] > 0 && now[code] == 0 ? 1 : 0;
                joined += before[code] == 0 && now[code] > 0 ? 1 : 0;
            }

            if (common < LeastInCommon * (common + Math.Max(left, joined)))
            {
                findings.Add(OfYear(PerimeterDiffers, TerritoryLevel.National, IndicatorCodes.National, start, $"establishments:{facts.Set}", common + joined, common + left));
            }

            var (weeksBefore, weeksNow) = (WeeksOf(facts, years[i - 1]), WeeksOf(facts, years[i]));
            foreach (var academy in academies.Distinct().Order(StringComparer.Ordinal))
            {
                var (sumBefore, sumNow) = (0L, 0L);
                for (var code = 0; code < academies.Length; code++)
                {
                    (sumBefore, sumNow) = academies[code] == academy ? (sumBefore + before[code], sumNow + now[code]) : (sumBefore, sumNow);
                }

                if (academy != IndicatorCodes.Unknown && sumBefore > 0 && (double)sumNow / weeksNow < Collapsed * sumBefore / weeksBefore)
                {
                    findings.Add(OfYear(AcademyCollapsed, TerritoryLevel.Academy, academy, start, $"visits:{facts.Set}", sumNow, sumBefore));
                }
            }
        }
    }

    private static int WeeksOf(PublishedFacts facts, int year) => facts.Weeks.Count(week => LocalCalendar.SchoolYearStart(week) == year);

    /// <summary>Columns whose visits fall to next to nothing for good, measured by what the other columns of their dimension have in the same weeks.</summary>
    private static void AddColumns(PublishedFacts facts, List<Finding> findings)
    {
        for (var part = 0; part < facts.Parts.Count; part++)
        {
            var shares = new List<double>();
            var (values, wholes) = (new long[facts.Weeks.Count], new long[facts.Weeks.Count]);
            for (var week = 0; week < facts.Weeks.Count; week++)
            {
                values[week] = facts.Visits(week, part);
                wholes[week] = Whole(facts, week, facts.Parts[part].Dimension);
                if (values[week] > 0)
                {
                    shares.Add((double)values[week] / wholes[week]);
                }
            }

            if (shares.Count < LeastWeeksBefore || facts.Parts[part].Dimension == Dimension.Total)
            {
                continue;
            }

            // The upper quarter: also of a column that was dead for most of the time.
            shares.Sort();
            var usual = shares[shares.Count - 1 - (shares.Count / 4)];
            var first = facts.Weeks.Count;
            while (first > 0 && (wholes[first - 1] == 0 || values[first - 1] < Dead * usual * wholes[first - 1]) && facts.Absent(first - 1, part) < facts.RowsOfWeek[first - 1])
            {
                first--;
            }

            if (facts.Weeks.Count - first >= LeastWeeksAfter && values.Take(first).Count(value => value > 0) >= LeastWeeksBefore)
            {
                findings.Add(new Finding(
                    ColumnDied,
                    TerritoryLevel.National,
                    IndicatorCodes.National,
                    PeriodKind.Week,
                    LocalCalendar.DateOf(facts.Weeks[first]),
                    facts.Parts[part].Subject,
                    values.Skip(first).Sum(),
                    Math.Round(usual * wholes.Skip(first).Sum())));
            }
        }
    }

    private static long Whole(PublishedFacts facts, int week, Dimension dimension)
    {
        var sum = 0L;
        for (var part = 0; part < facts.Parts.Count; part++)
        {
            sum += facts.Parts[part].Dimension == dimension ? facts.Visits(week, part) : 0;
        }

        return sum;
    }

    private static void AddYears(PublishedFacts facts, List<Finding> findings)
    {
        var weeks = facts.Weeks.Where((_, week) => facts.Visits(week, 0) > 0 || facts.RowsOfWeek[week] > 0).Select(LocalCalendar.WeekStart).ToHashSet();
        foreach (var year in facts.ByYear.Keys.Order())
        {
            var end = LocalCalendar.DayOf(LocalCalendar.DateOf(year).AddYears(1));
            var (held, all) = (0, 0);
            for (var monday = LocalCalendar.WeekStart(year + DaysOfWeek - 1); monday < end; monday += DaysOfWeek)
            {
                if (IsAtSchool(monday))
                {
                    all++;
                    held += weeks.Contains(monday) ? 1 : 0;
                }
            }

            if (held < all)
            {
                findings.Add(OfYear(YearUnfinished, TerritoryLevel.National, IndicatorCodes.National, LocalCalendar.DateOf(year), $"weeks:{facts.Set}", held, all));
            }
        }

        if (facts.Weeks.Count > 0 && LocalCalendar.DateOf(facts.Weeks[0]) is var first && LocalCalendar.DateOf(facts.Weeks[^1] + DaysOfWeek - 1) is var last
            && (first is { Month: 1, Day: <= DaysOfWeek } or { Month: 12, Day: > 31 - DaysOfWeek }) && (last is { Month: 12, Day: > 31 - DaysOfWeek } or { Month: 1, Day: <= DaysOfWeek }))
        {
            findings.Add(new Finding(
                CalendarYear, TerritoryLevel.National, IndicatorCodes.National, PeriodKind.All, first, $"weeks:{facts.Set}", facts.Weeks.Count, null));
        }
    }

    /// <summary>Whether a week has a school day in zone A, B or C, and so must have visits somewhere. Where no calendar tells it may have none.</summary>
    private static bool IsAtSchool(int monday) => new[] { SchoolZone.A, SchoolZone.B, SchoolZone.C }.Any(zone =>
        SchoolCalendar.BuiltIn.Covers(LocalCalendar.DateOf(monday), zone) && SchoolCalendar.BuiltIn.Covers(LocalCalendar.DateOf(monday + DaysOfWeek - 1), zone)
        && SchoolCalendar.BuiltIn.CountSchoolDays(new DayRange(monday, monday + DaysOfWeek), zone) > 0);

    private static Finding OfYear(Control control, TerritoryLevel level, string code, DateOnly year, string subject, double figure, double expected) =>
        new(control, level, code, PeriodKind.SchoolYear, year, subject, figure, expected);
}
