using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>The places of one measurement, by platform and by establishment. Immutable, thread safe.</summary>
internal sealed class ObservedUnits(HitObservations observations)
{
    /// <summary>The platforms, in the order of their labels.</summary>
    public IReadOnlyList<ObservedUnit> Platforms { get; } = ObservedUnit.Platforms(observations.Places);

    /// <summary>The establishments, in the order of their codes.</summary>
    public IReadOnlyList<ObservedUnit> Establishments { get; } = ObservedUnit.Establishments(observations.Places);

    /// <summary>
    /// Asks about all platforms, then about the establishments as far as they are on other platforms than those that were found: what is a platform's is not said
    /// again of its schools.
    /// </summary>
    /// <param name="find">Looks at units of one level, beside each other, and says which of them it found.</param>
    public void Descend(Func<IReadOnlyList<ObservedUnit>, IEnumerable<ObservedUnit>> find)
    {
        var found = find(Platforms).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        _ = find(found.Count == 0
            ? Establishments
            : ObservedUnit.Establishments(observations.Places.Where(place => !found.Contains(ObservedUnit.CodeOf(place.Platform)))));
    }
}
