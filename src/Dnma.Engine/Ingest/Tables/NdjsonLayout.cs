namespace Dnma.Engine.Ingest.Tables;

/// <summary>JSON lines of hits: one object a line, whose keys are the canonical names in any case (design §6). Stateless, shared by all workers.</summary>
internal sealed class NdjsonLayout : RecordLayout
{
    private NdjsonLayout()
    {
    }

    /// <summary>The only one: this layout has nothing to remember.</summary>
    public static NdjsonLayout Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "JSON lines of hits";

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) => new NdjsonBlockDecoder(sink);
}
