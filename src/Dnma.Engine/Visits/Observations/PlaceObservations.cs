using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Visits.Observations;

/// <summary>What was observed at one place. An empty text is none. Immutable, thread safe.</summary>
internal sealed class PlaceObservations(
    string establishment, string project, string platform, long[] hits, long[] visits, IReadOnlyList<OffsetCount> offsets, IReadOnlyList<LabelCount> labels)
{
    /// <summary>The UAI.</summary>
    public string Establishment { get; } = establishment;

    /// <summary>The ENT project.</summary>
    public string Project { get; } = project;

    /// <summary>The platform.</summary>
    public string Platform { get; } = platform;

    /// <summary>Offsets of clocks, by code; those that agree are left out.</summary>
    public IReadOnlyList<OffsetCount> Offsets { get; } = offsets;

    /// <summary>Labels, by column, then by their bytes.</summary>
    public IReadOnlyList<LabelCount> Labels { get; } = labels;

    /// <summary>A count of hits.</summary>
    public long this[HitFact fact] => hits[(int)fact];

    /// <summary>A count of visits.</summary>
    public long this[VisitFact fact] => visits[(int)fact];
}
