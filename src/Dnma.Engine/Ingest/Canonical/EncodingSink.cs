using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Rejects;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>One worker's sink: hits go to the encoder, parts to the store that all workers share, rejects to the worker's own ledger.</summary>
internal sealed class EncodingSink : RecordSink, ICodedSink
{
    private readonly HitEncoder _encoder;
    private readonly SplitHitStore _parts;
    private readonly byte[][] _customNames;
    private long _read;

    /// <param name="encoder">Takes the hits.</param>
    /// <param name="parts">Takes the parts of split hits.</param>
    /// <param name="rejects">Takes the rejects.</param>
    /// <param name="customNames">The custom dimensions' names, as UTF-8.</param>
    /// <param name="clockToleranceMs">How far a hit's clock may be off.</param>
    public EncodingSink(HitEncoder encoder, SplitHitStore parts, RejectLedger rejects, byte[][] customNames, long clockToleranceMs)
    {
        _encoder = encoder;
        _parts = parts;
        _customNames = customNames;
        Rejects = rejects;
        ClockToleranceMs = clockToleranceMs;
    }

    /// <inheritdoc />
    public override ReadOnlySpan<byte[]> CustomNames => _customNames;

    /// <inheritdoc />
    public override long ClockToleranceMs { get; }

    /// <summary>What this worker rejected.</summary>
    public RejectLedger Rejects { get; }

    /// <inheritdoc />
    public override long Read => _read;

    /// <inheritdoc />
    public bool NeedsClients => _encoder.NeedsClients;

    /// <inheritdoc />
    public ulong CodeOf(CodedColumn column, ReadOnlySpan<byte> text) => _encoder.CodeOf(column, text);

    /// <inheritdoc />
    public override void Accept(scoped in HitFields hit)
    {
        _read++;
        _encoder.Encode(hit);
    }

    /// <inheritdoc />
    public void Accept(scoped in CodedHit hit)
    {
        _read++;
        _encoder.Encode(hit);
    }

    /// <inheritdoc />
    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
        _read++;
        Rejects.Add(reason, position, sample);
    }

    /// <inheritdoc />
    public override void AcceptPart(in SplitHitPart part)
    {
        _read++;
        _parts.Add(part);
    }
}
