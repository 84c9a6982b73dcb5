using Dnma.Engine.Hits;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users of visits, of what they used, and of events. To be told everything of one user, in order of days, before the next one begins. Not
/// thread safe: each worker has its own, and as no user is in two of them, their counts add up.
/// </summary>
internal sealed class UserCounter(
    CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories, FinestCells atoms, FinestCells? days, UsageModalities usageModalities)
{
    /// <summary>Users of all that has a bit.</summary>
    public FirstSights Sights { get; } = new(plan, dictionaries, territories, atoms, days);

    /// <summary>Users of events, and of what is too rare to have a bit.</summary>
    public LabelUsers Labels { get; } = new(plan, dictionaries, territories);

    /// <summary>Another user begins, or none does.</summary>
    public void BeginUser()
    {
        Sights.BeginUser();
        Labels.BeginUser();
    }

    /// <summary>The current user has a visit.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="area">The place's académie and département (<see cref="EstablishmentFacts.Area"/>).</param>
    /// <param name="visit">The modalities of the visit.</param>
    /// <param name="slices">What it used.</param>
    public void Mark(in DayPeriods.Periods periods, int place, int area, ModalitySet visit, ReadOnlySpan<UsageSlice> slices)
    {
        foreach (ref readonly var slice in slices)
        {
            var usage = usageModalities.Of(slice.Usage);
            visit |= usage.Set;
            if (usage.HasRare)
            {
                MarkRare(periods, place, usage);
            }
        }

        Sights.Mark(periods, place, area, visit);
    }

    private void MarkRare(in DayPeriods.Periods periods, int place, UsageModality usage)
    {
        foreach (var modality in usage.Modalities)
        {
            if (modality >= ModalitySet.Size)
            {
                var (dimension, value) = usageModalities.RowOf(modality);
                Labels.Mark(periods, place, dimension, value);
            }
        }
    }
}
