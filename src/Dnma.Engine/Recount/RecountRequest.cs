using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Recount;

/// <summary>What is to be recounted: the definition, as far as figures depend on it. Immutable.</summary>
internal sealed record RecountRequest
{
    /// <summary>What a visit is.</summary>
    public required Norm Norm { get; init; }

    /// <summary>The zone in which days are cut.</summary>
    public required string ZoneId { get; init; }

    /// <summary>The first local day that was asked for; null: that of the first visit.</summary>
    public required int? From { get; init; }

    /// <summary>The local day after the last one that was asked for; null: that after the last visit.</summary>
    public required int? To { get; init; }

    /// <summary>Whether the hits are a sample's.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The measured days of all visitors, which a sample cannot know; null where there are none.</summary>
    public required DayRange? Range { get; init; }

    /// <summary>Which periods and levels.</summary>
    public required IReadOnlyList<RecountPair> Pairs { get; init; }

    /// <summary>Which places count.</summary>
    public required PerimeterDefinition Perimeter { get; init; }

    /// <summary>The custom dimensions' names.</summary>
    public required IReadOnlyList<string> CustomNames { get; init; }
}
