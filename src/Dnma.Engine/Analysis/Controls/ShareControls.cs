using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Family 7: shares of what says little, unusually high. Week by week, for the nation, platforms and establishments: above a bound, or, where there
/// are twenty of a kind and more, above what is usual among them, by more than chance. Immutable, thread safe.
/// </summary>
public static class ShareControls
{
    private const int LeastPeers = 20;
    private const int LeastOfWeek = 50;

    /// <summary>How far above the median of peers is unusual, in robust standard deviations; these count as two points at least.</summary>
    private const double UnusualDeviations = 4;
    private const double LeastDeviation = 0.02;

    /// <summary>How sure it must be that a week's share is above the bound, in standard deviations of chance.</summary>
    private const double Certainty = 3;

    /// <summary>Pages that carry no service.</summary>
    public static Control PageEntShare { get; } = new(
        "page-ent-share", 7, ControlSeverity.Notice,
        new("La part des hits marqués PAGE_ENT est anormalement haute : des services ne sont pas distingués.", "The share of hits tagged PAGE_ENT is unusually high: services are not told apart."),
        new("Faire compléter le plan de marquage des services.", "Have the tagging plan of services completed."));

    /// <summary>Visits without a usable profile.</summary>
    public static Control OtherProfileShare { get; } = new(
        "other-profile-share", 7, ControlSeverity.Warning,
        new("La part des visites de profil autre ou inconnu est anormalement haute : la correspondance des profils est sans doute fausse.",
            "The share of visits of profile autre or inconnu is unusually high: the map of profiles is probably wrong."),
        new("Faire vérifier la correspondance des profils, puis mesurer de nouveau.", "Have the map of profiles checked, then measure again."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [PageEntShare, OtherProfileShare];

    internal static void Run(ControlRequest request, List<Control> asked, List<Finding> findings)
    {
        if (request.Measured.Origins.Hits == FigureOrigin.Unknown)
        {
            // Published tables know neither hits nor the other profiles.
            return;
        }

        asked.AddRange(All);
        var columns = request.Measured.Table.Columns;
        var levels = new Dictionary<TerritoryLevel, Shares> { [TerritoryLevel.National] = new(), [TerritoryLevel.Platform] = new(), [TerritoryLevel.Establishment] = new() };
        foreach (var (from, to) in Blocks.Of(columns))
        {
            if (columns.Period[from] == PeriodKind.Week && levels.TryGetValue(columns.Level[from], out var shares) && columns.Code[from] != IndicatorCodes.Unknown)
            {
                Add(shares, columns, from, to);
            }
        }

        foreach (var (level, shares) in levels)
        {
            Check(shares.Pages, level, PageEntShare, "page_ent", bound: 0.70, floor: 0.50, findings);
            Check(shares.Profiles, level, OtherProfileShare, "profile:autre+inconnu", bound: level == TerritoryLevel.National ? 0.10 : 0.25, floor: 0.08, findings);
        }
    }

    /// <summary>Adds a territory's week: hits and those of PAGE_ENT, visits and those of profiles autre and inconnu.</summary>
    private static void Add(Shares shares, IndicatorColumns columns, int from, int to)
    {
        var (hits, visits, page, other) = (0L, 0L, 0L, 0L);
        for (var row = from; row < to; row++)
        {
            var dimension = columns.Dimension[row];
            if (Blocks.Is(dimension, Dimension.Total))
            {
                (hits, visits) = (columns.Hits[row], columns.Visits[row]);
            }
            else if (Blocks.Is(dimension, Dimension.Service))
            {
                page += columns.Modality[row] == "page_ent" ? columns.Hits[row] : 0;
            }
            else if (Blocks.Is(dimension, Dimension.Profile))
            {
                other += columns.Modality[row] is "autre" or IndicatorCodes.Unknown ? columns.Visits[row] : 0;
            }
        }

        Add(shares.Pages, columns.Code[from], new Part(columns.PeriodStart[from], page, hits));
        Add(shares.Profiles, columns.Code[from], new Part(columns.PeriodStart[from], other, visits));
    }

    private static void Check(
        Dictionary<string, List<Part>> territories, TerritoryLevel level, Control control, string subject, double bound, double floor, List<Finding> findings)
    {
        var limit = Math.Min(bound, Math.Max(floor, Usual(territories)));
        foreach (var (code, weeks) in territories)
        {
            var high = weeks.Where(week => week.IsAbove(limit)).ToArray();
            if (high.Length > 0)
            {
                var share = (double)high.Sum(week => week.Count) / high.Sum(week => week.Of);
                findings.Add(new Finding(control, level, code, PeriodKind.Week, LocalCalendar.DateOf(high[0].Start), subject, share, limit));
            }
        }
    }

    /// <summary>What is still usual among peers; more than everything where they are few.</summary>
    private static double Usual(Dictionary<string, List<Part>> territories)
    {
        double[] shares =
        [
            .. from weeks in territories.Values
               let whole = weeks.Sum(week => week.Of)
               where whole >= LeastOfWeek
               select (double)weeks.Sum(week => week.Count) / whole,
        ];
        if (shares.Length < LeastPeers)
        {
            return 1;
        }

        var median = Medians.Of(shares);
        return median + (UnusualDeviations * Math.Max(LeastDeviation, Medians.Spread(shares, median)));
    }

    private static void Add(Dictionary<string, List<Part>> all, string code, Part part)
    {
        if (part.Of > 0)
        {
            (all.TryGetValue(code, out var parts) ? parts : all[code] = []).Add(part);
        }
    }

    /// <summary>The weeks of every territory of one level.</summary>
    private sealed class Shares
    {
        public Dictionary<string, List<Part>> Pages { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<Part>> Profiles { get; } = new(StringComparer.Ordinal);
    }

    private readonly record struct Part(int Start, long Count, long Of)
    {
        public bool IsAbove(double limit)
        {
            var share = (double)Count / Of;
            return Of >= LeastOfWeek && share - (Certainty * Math.Sqrt(share * (1 - share) / Of)) > limit;
        }
    }
}
