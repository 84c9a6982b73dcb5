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
    public void MarkVisit(in DayPeriods.Periods periods, int place, int region, VisitFacts facts) =>
        _visits.Mark(periods, place, region, facts.Bits, _visitModalities.Of(facts.Bits));

    /// <summary>The current user has used something.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="region">The place's region.</param>
    /// <param name="usage">The usage's code.</param>
    public void MarkUsage(in DayPeriods.Periods periods, int place, int region, int usage)
    {
        var modalities = usageModalities.Of(usage);
        _uses.Mark(periods, place, region, usage, modalities);
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
