using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What is compared under the holidays of one zone: weeks of equal rank that both periods have measured whole. Immutable.</summary>
internal sealed class ZoneWeeks
{
    private const int DaysOfWeek = 7;
    private readonly Dictionary<int, (bool IsLater, int Slot)> _slots = [];

    private ZoneWeeks(bool hasCalendar, bool isWhole, WeekPair[] pairs, PeriodWeeks a, PeriodWeeks b)
    {
        (HasCalendar, IsWhole, Pairs, A, B) = (hasCalendar, isWhole, pairs, a, b);
        for (var slot = 0; slot < pairs.Length; slot++)
        {
            _slots[pairs[slot].A] = (false, slot);
            _slots[pairs[slot].B] = (true, slot);
        }

        Put(a, isLater: false);
        Put(b, isLater: true);
    }

    /// <summary>The slot of a week that is compared without a partner: those without school of whole years.</summary>
    public int Unpaired => Pairs.Length;

    /// <summary>The slot of a week that is not compared.</summary>
    public int Outside => Pairs.Length + 1;

    /// <summary>Whether the calendar tells the school days of both years.</summary>
    public bool HasCalendar { get; }

    /// <summary>Whether both school years are compared whole.</summary>
    public bool IsWhole { get; }

    /// <summary>The weeks that are compared, by rank.</summary>
    public WeekPair[] Pairs { get; }

    /// <summary>The weeks of period A.</summary>
    public PeriodWeeks A { get; }

    /// <summary>The weeks of period B.</summary>
    public PeriodWeeks B { get; }

    /// <summary>Where the figures of a week belong; null when it is of neither period.</summary>
    public (bool IsLater, int Slot)? Find(int monday) => _slots.TryGetValue(monday, out var slot) ? slot : null;

    /// <summary>All Mondays that are compared in a period, in order.</summary>
    public int[] Mondays(bool isLater)
    {
        int[] mondays = [.. Pairs.Select(pair => isLater ? pair.B : pair.A), .. (isLater ? B : A).Unpaired];
        Array.Sort(mondays);
        return mondays;
    }

    /// <summary>The school days of all weeks that are compared in a period; 0 where the calendar does not tell.</summary>
    public int SchoolDays(bool isLater) => Pairs.Sum(pair => isLater ? pair.DaysB : pair.DaysA) + (isLater ? B : A).UnpairedSchoolDays;

    /// <summary>Finds the weeks of a rule.</summary>
    /// <param name="request">The rule and the years.</param>
    /// <param name="zone">The zone; null where it is not known.</param>
    /// <param name="measured">The weeks that were measured whole.</param>
    /// <param name="peaks">The highest weeks of September, where the rule asks for them.</param>
    public static ZoneWeeks Of(ComparisonRequest request, SchoolZone? zone, WeekGrid measured, PeakWeeks? peaks)
    {
        var (a, b) = (RankedWeeks.Of(request.Calendar, zone, request.EarlierYear), RankedWeeks.Of(request.Calendar, zone, request.LaterYear));
        if (!a.HasCalendar || !b.HasCalendar)
        {
            (a, b) = (RankedWeeks.Of(request.Calendar, null, request.EarlierYear), RankedWeeks.Of(request.Calendar, null, request.LaterYear));
        }

        return peaks is not null ? OfPeaks(a, b, peaks) : OfRanks(request.Rule, a, b, measured);
    }

    private static ZoneWeeks OfPeaks(RankedWeeks a, RankedWeeks b, PeakWeeks peaks)
    {
        WeekPair[] pairs = peaks is { A: { } first, B: { } second } ? [new(first, a.SchoolDays(first), second, b.SchoolDays(second))] : [];
        return new ZoneWeeks(a.HasCalendar, false, pairs, Weeks(peaks.A, peaks.MissingA), Weeks(peaks.B, peaks.MissingB));

        PeriodWeeks Weeks(int? peak, int missing) => new([], pairs.Length == 0 && peak is { } lonely ? [lonely] : [], missing);
    }

    private static ZoneWeeks OfRanks(PeriodRule rule, RankedWeeks a, RankedWeeks b, WeekGrid measured)
    {
        var (first, last) = RanksOf(rule, a, b, measured);
        var pairs = new List<WeekPair>();
        for (var rank = first; rank <= Math.Min(last, Math.Min(a.Weeks.Length, b.Weeks.Length)); rank++)
        {
            var (one, other) = (a.Weeks[rank - 1], b.Weeks[rank - 1]);
            if (IsMeasured(measured, one.Monday) && IsMeasured(measured, other.Monday))
            {
                pairs.Add(new(one.Monday, one.SchoolDays, other.Monday, other.SchoolDays));
            }
        }

        var isWhole = rule.Kind == PeriodRuleKind.SchoolYear && IsYearMeasured(a, measured) && IsYearMeasured(b, measured);
        var withEdge = HoldsEdge(a, measured) && HoldsEdge(b, measured);
        return new ZoneWeeks(
            a.HasCalendar, isWhole, [.. pairs],
            isWhole ? Whole(a, withEdge, pairs.Select(pair => pair.A), measured) : Part(a, first, last, pairs.Select(pair => pair.A), measured),
            isWhole ? Whole(b, withEdge, pairs.Select(pair => pair.B), measured) : Part(b, first, last, pairs.Select(pair => pair.B), measured));
    }

    private static (int First, int Last) RanksOf(PeriodRule rule, RankedWeeks a, RankedWeeks b, WeekGrid measured)
    {
        switch (rule.Kind)
        {
            case PeriodRuleKind.SeptemberToDecember:
                return (1, Math.Min(LastBeforeJanuary(a), LastBeforeJanuary(b)));
            case PeriodRuleKind.ToDate:
                var last = Math.Min(Array.FindLastIndex(b.Weeks, week => IsMeasured(measured, week.Monday)) + 1, a.Weeks.Length);
                return (Math.Max(1, last - rule.Last + 1), last);
            default:
                return (rule.First, Math.Min(rule.Last, Math.Max(a.Weeks.Length, b.Weeks.Length)));
        }
    }

    private static int LastBeforeJanuary(RankedWeeks year) => Array.FindLastIndex(year.Weeks, week => LocalCalendar.DateOf(week.Monday).Month >= 8) + 1;

    private static bool IsMeasured(WeekGrid measured, int monday) => measured.IndexOf(monday) >= 0;

    private static bool IsYearMeasured(RankedWeeks year, WeekGrid measured) => Inner(year).All(monday => IsMeasured(measured, monday));

    /// <summary>The last week, that reaches into August, is compared where both years have measured theirs or have none.</summary>
    private static bool HoldsEdge(RankedWeeks year, WeekGrid measured) => year.Edge is not { } edge || IsMeasured(measured, edge);

    private static IEnumerable<int> Inner(RankedWeeks year) => Enumerable.Range(0, (year.InnerEnd - year.First) / DaysOfWeek).Select(week => year.First + (DaysOfWeek * week));

    private static PeriodWeeks Whole(RankedWeeks year, bool withEdge, IEnumerable<int> paired, WeekGrid measured)
    {
        int[] edge = year.Edge is { } last && IsMeasured(measured, last) ? [last] : [];
        int[] unpaired = [.. Inner(year).Concat(withEdge ? edge : []).Except(paired)];
        return new(unpaired, withEdge ? [] : edge, 0) { UnpairedSchoolDays = unpaired.Sum(year.SchoolDays) };
    }

    private static PeriodWeeks Part(RankedWeeks year, int first, int last, IEnumerable<int> paired, WeekGrid measured)
    {
        int[] due = [.. Enumerable.Range(first, Math.Max(0, Math.Min(last, year.Weeks.Length) - first + 1)).Select(rank => year.Weeks[rank - 1].Monday)];
        int[] there = [.. due.Where(monday => IsMeasured(measured, monday))];
        return new([], [.. there.Except(paired)], due.Length - there.Length);
    }

    private void Put(PeriodWeeks weeks, bool isLater)
    {
        foreach (var monday in weeks.Unpaired)
        {
            _slots[monday] = (isLater, Unpaired);
        }

        foreach (var monday in weeks.Outside)
        {
            _slots[monday] = (isLater, Outside);
        }
    }
}
