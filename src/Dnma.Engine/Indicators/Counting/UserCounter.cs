using Dnma.Engine.Hits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users of visits, of what they used, and of events. To be told everything of one user, in order of days, before the next one begins. Not
/// thread safe: each worker has its own, and as no user is in two of them, their counts add up.
/// </summary>
internal sealed class UserCounter(
    CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories, FinestCells visits, FinestCells uses, UsageModalities usageModalities)
{
    private readonly FirstSights _visits = new(plan, dictionaries, territories, visits);
    private readonly FirstSights _uses = new(plan, dictionaries, territories, uses);
    private readonly VisitModalities _visitModalities = new();

    /// <summary>Users of events, and of what is too rare to have a bit.</summary>
    public LabelUsers Labels { get; } = new(plan, dictionaries, territories);

    /// <summary>Another user begins.</summary>
    public void BeginUser()
    {
        _visits.BeginUser();
        _uses.BeginUser();
        Labels.BeginUser();
    }

    /// <summary>The current user has a visit.</summary>
    public void MarkVisit(in DayPeriods.Periods periods, int place, int region, VisitFacts facts)
    {
        _visits.Enter(periods, place, region);
        var slots = _visitModalities.Of(facts.Bits);
        _visits.Mark(facts.Bits, slots, FirstSights.MaskOf(slots));
    }

    /// <summary>The current user is at a place, and uses there what is marked next.</summary>
    public void EnterUsages(in DayPeriods.Periods periods, int place, int region) => _uses.Enter(periods, place, region);

    /// <summary>The current user uses something at the place that it entered.</summary>
    /// <param name="periods">When, as it entered.</param>
    /// <param name="place">The place.</param>
    /// <param name="usage">The usage's code.</param>
    public void MarkUsage(in DayPeriods.Periods periods, int place, int usage)
    {
        var modalities = usageModalities.Of(usage);
        _uses.Mark(usage, modalities, usageModalities.MaskOf(usage));
        foreach (var modality in modalities)
        {
            if (modality >= SeenModalities.Bits)
            {
                var (dimension, value) = usageModalities.RowOf(modality);
                Labels.Mark(periods, place, dimension, value);
            }
        }
    }
}
