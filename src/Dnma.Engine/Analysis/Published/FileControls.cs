using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Published;

/// <summary>Families 1, 3, 6, 9 and 12 of published files: whether rows, columns, weeks and cells are what they should be. Immutable, thread safe.</summary>
public static class FileControls
{
    private const long DaysOfWeek = 7;

    /// <summary>No UAI.</summary>
    public static Control UaiMalformed { get; } = new(
        "uai-malformed", 1, ControlSeverity.Warning,
        new("Des lignes publiées ne portent pas d'UAI (sept chiffres et une lettre) : leurs visites ne sont à aucun établissement.",
            "Published rows carry no UAI (seven digits and a letter): their visits are of no establishment."),
        new("Corriger l'identifiant à la source.", "Correct the identifier at its source."));

    /// <summary>A column that is new.</summary>
    public static Control ColumnUnknown { get; } = new(
        "column-unknown", 3, ControlSeverity.Notice,
        new("Une colonne n'est pas du jeu de données : elle est gardée, et n'entre dans aucun chiffre connu.", "A column is not of the data set: it is kept, and is part of no known figure."),
        new("Vérifier si le schéma publié a changé.", "Check whether the published schema changed."));

    /// <summary>A column that is not there.</summary>
    public static Control ColumnMissing { get; } = new(
        "column-missing", 3, ControlSeverity.Warning,
        new("Une colonne du jeu de données manque : les parts calculées sur les autres seraient celles d'un sous-ensemble.",
            "A column of the data set is missing: shares over the others would be shares of a subset."),
        new("Ne publier aucune part de cette dimension sans elle.", "Publish no share of its dimension without it."));

    /// <summary>Rows that cannot be read.</summary>
    public static Control RowUnreadable { get; } = new(
        "row-unreadable", 3, ControlSeverity.Warning,
        new("Des lignes ne peuvent pas être lues, et manquent à toutes les sommes.", "Rows cannot be read, and are missing from every sum."),
        new("Voir les lignes citées du fichier ; le télécharger de nouveau.", "See the lines of the file that are named; download it again."));

    /// <summary>A file that ends too soon.</summary>
    public static Control FileTruncated { get; } = new(
        "file-truncated", 3, ControlSeverity.Alarm,
        new("Un fichier s'arrête avant sa fin : les lignes qui suivraient manquent.", "A file ends too soon: the rows that would follow are missing."),
        new("Télécharger de nouveau le fichier.", "Download the file again."));

    /// <summary>A row twice, the same.</summary>
    public static Control RowRepeated { get; } = new(
        "row-repeated", 6, ControlSeverity.Notice,
        new("Des lignes sont là deux fois, aux mêmes chiffres : elles ne comptent qu'une fois.", "Rows are there twice, with the same figures: they count once."),
        new("Vérifier si des fichiers se recouvrent.", "Check whether files overlap."));

    /// <summary>A row twice, not the same.</summary>
    public static Control RowContradicted { get; } = new(
        "row-contradicted", 6, ControlSeverity.Alarm,
        new("Une même semaine d'un établissement est là avec d'autres chiffres : la dernière lue compte.", "The same week of an establishment is there with other figures: the one read last counts."),
        new("Demander laquelle des publications vaut ; ne donner qu'elle.", "Ask which publication holds; give that one alone."));

    /// <summary>Rows that are not in order.</summary>
    public static Control RowsUnordered { get; } = new(
        "rows-unordered", 6, ControlSeverity.Notice,
        new("Les lignes ne sont pas par semaine puis UAI : elles ont été triées.", "Rows are not by week, then UAI: they were sorted."),
        new("Rien à faire si le fichier est un export du portail.", "Nothing, if the file is an export of the portal."));

    /// <summary>A week that does not begin on a Monday.</summary>
    public static Control WeekNotMonday { get; } = new(
        "week-not-monday", 9, ControlSeverity.Alarm,
        new("Des semaines ne commencent pas un lundi : un décalage de fuseau, ou d'autres périodes que des semaines.", "Weeks do not begin on a Monday: a shift of time zone, or periods that are no weeks."),
        new("Corriger debutSemaine avant toute comparaison.", "Correct debutSemaine before anything is compared."));

    /// <summary>A week that is yet to come.</summary>
    public static Control WeekInFuture { get; } = new(
        "week-in-future", 9, ControlSeverity.Alarm,
        new("Des semaines ne sont pas encore finies, ou pas encore là, au jour dit.", "Weeks have not ended, or not even begun, on the day that was told."),
        new("Vérifier les dates ; ne pas montrer une semaine inachevée à côté de semaines entières.", "Check the dates; do not show an unfinished week beside whole ones."));

    /// <summary>Cells without a figure.</summary>
    public static Control CellsAbsent { get; } = new(
        "cells-absent", 12, ControlSeverity.Notice,
        new("Des cellules ne disent rien (N/A, vides, ou colonne absente) : les sommes de cette modalité sont des minorants.",
            "Cells say nothing (N/A, empty, or no column): sums of this modality are lower bounds."),
        new("Montrer le nombre de cellules à côté des sommes.", "Show the number of cells beside the sums."));

    /// <summary>Means that are none.</summary>
    public static Control MeanOverDay { get; } = new(
        "mean-over-day", 12, ControlSeverity.Warning,
        new("Des visites dureraient en moyenne plus d'un jour : ces durées sont sans doute des totaux.", "Visits would last more than a day in the mean: these times are probably totals."),
        new("Demander ce que dit la colonne de durée ; ne pas la multiplier par les visites.", "Ask what the column of times says; do not multiply it by visits."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } =
        [UaiMalformed, ColumnUnknown, ColumnMissing, RowUnreadable, FileTruncated, RowRepeated, RowContradicted, RowsUnordered, WeekNotMonday, WeekInFuture, CellsAbsent, MeanOverDay];

    internal static void Run(PublishedFacts facts, DateOnly? knownOn, List<Control> asked, List<Finding> findings)
    {
        asked.AddRange(All.Where(control => control != WeekInFuture || knownOn is not null));
        DateOnly? start = facts.Weeks.Count > 0 ? LocalCalendar.DateOf(facts.Weeks[0]) : null;
        void Add(Control control, string subject, double figure, double? expected)
        {
            if (figure > 0)
            {
                findings.Add(new Finding(control, TerritoryLevel.National, IndicatorCodes.National, PeriodKind.All, start, subject, figure, expected));
            }
        }

        Add(RowUnreadable, $"rows:{facts.Set}", facts.Unreadable, 0);
        Add(FileTruncated, $"files:{facts.Set}", facts.Truncated, 0);
        Add(RowRepeated, $"rows:{facts.Set}", facts.Repeated, 0);
        Add(RowContradicted, $"rows:{facts.Set}", facts.Contradicted, 0);
        Add(RowsUnordered, $"rows:{facts.Set}", facts.Unordered, 0);
        foreach (var name in facts.UnknownColumns)
        {
            Add(ColumnUnknown, $"column:{facts.Set}:{name}", 1, 0);
        }

        foreach (var name in facts.MissingColumns)
        {
            Add(ColumnMissing, $"column:{facts.Set}:{name}", 1, 0);
        }

        for (var part = 0; part < facts.Parts.Count; part++)
        {
            var absent = Enumerable.Range(0, facts.Weeks.Count).Sum(week => facts.Absent(week, part));
            Add(CellsAbsent, $"cells:{facts.Parts[part].Subject}", absent, facts.Rows);
            Add(MeanOverDay, $"cells:{facts.Parts[part].Subject}", facts.Parts[part].OverADay, 0);
        }

        AddEstablishments(facts, start, findings);
        AddWeeks(facts, knownOn, findings);
    }

    private static void AddEstablishments(PublishedFacts facts, DateOnly? start, List<Finding> findings)
    {
        for (var code = 0; code < facts.Codes.Count; code++)
        {
            var number = code;
            if (!Uai.TryNormalize(facts.Codes[code], out _, out _) && facts.ByYear.Values.Sum(year => year[number]) is > 0 and var visits)
            {
                findings.Add(new Finding(UaiMalformed, TerritoryLevel.Establishment, facts.Codes[code], PeriodKind.All, start, "visits", visits, 0));
            }
        }
    }

    private static void AddWeeks(PublishedFacts facts, DateOnly? knownOn, List<Finding> findings)
    {
        for (var week = 0; week < facts.Weeks.Count; week++)
        {
            var start = facts.Weeks[week];
            if (LocalCalendar.WeekStart(start) != start)
            {
                Add(WeekNotMonday);
            }

            if (knownOn is { } day && start + DaysOfWeek > LocalCalendar.DayOf(day))
            {
                Add(WeekInFuture);
            }

            void Add(Control control) => findings.Add(new Finding(
                control, TerritoryLevel.National, IndicatorCodes.National, PeriodKind.Week, LocalCalendar.DateOf(start), $"rows:{facts.Set}", facts.RowsOfWeek[week], 0));
        }
    }
}
