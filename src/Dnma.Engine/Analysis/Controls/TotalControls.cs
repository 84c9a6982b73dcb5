using Dnma.Engine.Indicators;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Family 12: whether the figures of a table fit together. Those of this engine do, by the laws of the certificate; those of others, and those that were edited,
/// may not. Immutable, thread safe.
/// </summary>
public static class TotalControls
{
    /// <summary>Parts that do not add up.</summary>
    public static Control PartsNotTotal { get; } = new(
        "parts-not-total", 12, ControlSeverity.Alarm,
        new("La somme des parts n'est pas le total : la différence n'est expliquée par aucune modalité.", "The parts do not add up to the total: no modality explains the difference."),
        new("Ne pas publier de parts avant d'avoir trouvé où sont ces visites.", "Publish no shares before it is known where these visits are."));

    /// <summary>What the four published profiles leave.</summary>
    public static Control ProfilesUnpublished { get; } = new(
        "profiles-unpublished", 12, ControlSeverity.Notice,
        new("Les quatre profils publiés ne font pas le total : il leur manque ces visites (profils autre, collectivité et inconnu, ou rien qui l'explique).",
            "The four published profiles do not make the total: these visits are missing from them (profiles autre, collectivité and inconnu, or nothing that explains it)."),
        new("Publier cet écart à côté des parts.", "Publish this gap beside the shares."));

    /// <summary>More users than visits.</summary>
    public static Control VisitsBelowUsers { get; } = new(
        "visits-below-users", 12, ControlSeverity.Alarm,
        new("Il y a moins de visites que d'utilisateurs, alors que chacun en a fait une au moins.", "There are fewer visits than users, and each of them made one at least."),
        new("Chercher une somme d'utilisateurs uniques.", "Look for unique users that were added up."));

    /// <summary>Users beyond what their parts allow.</summary>
    public static Control UsersOutsideParts { get; } = new(
        "users-outside-parts", 12, ControlSeverity.Alarm,
        new("Les utilisateurs sont moins que ceux d'une part, ou plus que toutes les parts ensemble.", "The users are fewer than those of one part, or more than those of all parts together."),
        new("Chercher un comptage approché, ou une somme d'utilisateurs uniques.", "Look for an approximate count, or unique users that were added up."));

    /// <summary>Visits of more than a day.</summary>
    public static Control DurationOverDay { get; } = new(
        "duration-over-day", 12, ControlSeverity.Alarm,
        new("Les visites durent en moyenne plus que la plus longue journée de la période, alors que la norme les coupe à minuit.",
            "The visits last longer, in the mean, than the longest day of the period, although the norm cuts them at midnight."),
        new("Vérifier les horloges, et l'unité des durées.", "Check the clocks, and the unit of durations."));

    /// <summary>A duration without a second hit.</summary>
    public static Control SingleHitLasts { get; } = new(
        "single-hit-lasts", 12, ControlSeverity.Alarm,
        new("Toutes les visites sont d'un seul hit, et elles durent : sous cette norme elles durent 0 s.", "All visits are of one hit, and they last: under this norm they last 0 s."),
        new("Vérifier comment les durées ont été calculées.", "Check how durations were computed."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [PartsNotTotal, ProfilesUnpublished, VisitsBelowUsers, UsersOutsideParts, DurationOverDay, SingleHitLasts];

    internal static void Run(ControlRequest request, List<Control> asked, List<Finding> findings)
    {
        asked.AddRange([PartsNotTotal, ProfilesUnpublished, VisitsBelowUsers, UsersOutsideParts]);
        if (request.Measured.Origins.Hits == FigureOrigin.Counted)
        {
            asked.Add(SingleHitLasts);
        }

        var columns = request.Measured.Table.Columns;
        var longestDay = request.Norm is { CutsAtMidnight: true } norm ? new LongestDays(request.Zone, norm) : null;
        if (longestDay is not null && request.Measured.Origins.DurationMs == FigureOrigin.Counted)
        {
            asked.Add(DurationOverDay);
        }

        var gaps = new PartGaps(request);
        foreach (var (from, to) in Blocks.Of(columns))
        {
            if (Blocks.TotalOf(columns, from, to) is not (>= 0 and var total))
            {
                continue;
            }

            for (var start = from; start < to;)
            {
                var end = start + 1;
                while (end < to && Blocks.Is(columns.Dimension[end], columns.Dimension[start]))
                {
                    end++;
                }

                CheckUsers(columns, start, end, total, findings);
                gaps.Add(columns, start, end, total);
                start = end;
            }

            if (request.Measured.Origins.DurationMs == FigureOrigin.Counted)
            {
                CheckDurations(columns, total, request, longestDay, findings);
            }
        }

        gaps.AddTo(findings);
    }

    private static void CheckUsers(IndicatorColumns columns, int from, int to, int total, List<Finding> findings)
    {
        var (visits, users, greatest) = (0L, 0L, 0L);
        for (var row = from; row < to; row++)
        {
            visits += columns.Visits[row];
            users += columns.Users[row];
            greatest = Math.Max(greatest, columns.Users[row]);
            if (columns.Users[row] > columns.Visits[row])
            {
                findings.Add(Blocks.Finding(columns, row, VisitsBelowUsers, Blocks.SubjectOf(columns, row), columns.Visits[row], columns.Users[row]));
            }
        }

        // Of parts that are not all there, only the greatest bounds the users.
        var isWhole = visits >= columns.Visits[total];
        if (from != total && (greatest > columns.Users[total] || (isWhole && users < columns.Users[total])))
        {
            findings.Add(Blocks.Finding(columns, total, UsersOutsideParts, $"users:{columns.Dimension[from]}", columns.Users[total], greatest > columns.Users[total] ? greatest : users));
        }
    }

    private static void CheckDurations(IndicatorColumns columns, int total, ControlRequest request, LongestDays? longestDay, List<Finding> findings)
    {
        var (visits, duration) = (columns.Visits[total], columns.DurationMs[total]);
        if (longestDay?.Bound(columns.Period[total], columns.PeriodStart[total], request.Measured.Days, visits) is { } bound && duration > bound)
        {
            findings.Add(Blocks.Finding(columns, total, DurationOverDay, "duration_ms", duration, bound));
        }

        var isSingle = (columns.Hits[total] > 0 && columns.Hits[total] == visits)
            || (columns.TimedVisits[total] == 0 && request.Norm is { TimedVisits: not TimedVisitRule.All });
        if (isSingle && duration > 0)
        {
            findings.Add(Blocks.Finding(columns, total, SingleHitLasts, "duration_ms", duration, 0));
        }
    }
}
