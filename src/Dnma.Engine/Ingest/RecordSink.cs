using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest;

/// <summary>Where a worker's decoders put what they read. Not thread safe: one for each worker.</summary>
public abstract class RecordSink
{
    /// <summary>The column or parameter names of the custom dimensions that the definition asks for, as UTF-8, in order; see <see cref="HitFields.CustomRanges"/>.</summary>
    public abstract ReadOnlySpan<byte[]> CustomNames { get; }

    /// <summary>How many records it was given so far, of all three kinds; 0 from a sink that does not count them.</summary>
    public virtual long Read => 0;

    /// <summary>How far a hit's own clock may be from its server's, in milliseconds, and still be believed (24 h by default).</summary>
    public abstract long ClockToleranceMs { get; }

    /// <summary>Accepts a record as a hit.</summary>
    public abstract void Accept(scoped in HitFields hit);

    /// <summary>Rejects a record. <paramref name="sample"/> is its raw text: the sink cuts it and strips it of identifiers.</summary>
    public abstract void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample);

    /// <summary>
    /// Sets aside a record that is one part of a split hit. The sink joins the parts by site, browser and id at the end of the run.
    /// </summary>
    public abstract void AcceptPart(in SplitHitPart part);
}
