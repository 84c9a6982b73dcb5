namespace Dnma.Engine.Recount;

/// <summary>
/// What a second count, in SQL, came to. Two are equal when they found the same, however long it took. Immutable, thread safe.
/// </summary>
public sealed record RecountOutcome
{
    /// <summary>Whose hits were recounted: everybody's, or a sample's.</summary>
    public required RecountScope Scope { get; init; }

    /// <summary>The share of persons recounted is one in so many; 1 for everybody.</summary>
    public required long OneIn { get; init; }

    /// <summary>Hits recounted: those that the norm counts, repeated ones included.</summary>
    public required long Hits { get; init; }

    /// <summary>Distinct persons of these hits.</summary>
    public required long Persons { get; init; }

    /// <summary>Visits that start in the measured days.</summary>
    public required long Visits { get; init; }

    /// <summary>Figures compared: those of indicators, of events, and of the ledger.</summary>
    public required long Cells { get; init; }

    /// <summary>How many figures differ.</summary>
    public required long Differing { get; init; }

    /// <summary>The first of those, in the order of cells and columns; none under a disclosure threshold, whose withheld figures they could tell.</summary>
    public required IReadOnlyList<RecountDifference> Differences { get; init; }

    /// <summary>How long it took after counting, in seconds; no part of equality.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether every figure is the same.</summary>
    public bool Agrees => Differing == 0;

    /// <inheritdoc/>
    public bool Equals(RecountOutcome? other) =>
        other is not null
        && (Scope, OneIn, Hits, Persons, Visits, Cells, Differing) == (other.Scope, other.OneIn, other.Hits, other.Persons, other.Visits, other.Cells, other.Differing)
        && Differences.SequenceEqual(other.Differences);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scope, OneIn, Hits, Persons, Visits, Cells, Differing);
}
