namespace Dnma.Engine.Ingest.Detection;

/// <summary>An input without records: empty, blank, or directives only.</summary>
internal sealed class NoRecordsLayout : RecordLayout
{
    private NoRecordsLayout()
    {
    }

    /// <summary>The only one.</summary>
    public static NoRecordsLayout Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "no records";

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) => new Decoder();

    private sealed class Decoder : BlockDecoder
    {
        public override void Decode(RecordBlock block)
        {
        }
    }
}
