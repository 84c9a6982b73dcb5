namespace Dnma.Engine.Visits;

/// <summary>What a visit did with one usage (service, type, tool, custom values). A visit's slices add up to the visit.</summary>
internal struct UsageSlice
{
    /// <summary>The usage's code.</summary>
    public int Usage;

    public long Hits;

    public long PageViews;

    /// <summary>Σ of the gaps whose opening hit has this usage, milliseconds (domain §3).</summary>
    public long DurationMs;
}
