namespace Dnma.Engine.Ingest.Formats;

/// <summary>Lines that each hold the body of one bulk request of Matomo's tracker (domain §4.4). Immutable, thread safe.</summary>
/// <remarks>Such a body has no time of its own, so each of its requests must have <c>cdt</c>.</remarks>
public sealed class MatomoBulkLayout : RecordLayout
{
    private readonly MatomoMapping _mapping;

    /// <summary>Makes a layout.</summary>
    /// <param name="mapping">What the site's dimensions hold; <see cref="MatomoMapping.Default"/> where absent.</param>
    public MatomoBulkLayout(MatomoMapping? mapping = null) => _mapping = mapping ?? MatomoMapping.Default;

    /// <inheritdoc/>
    public override string Description => "lines of Matomo bulk requests";

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) => new MatomoBulkDecoder(_mapping, sink);
}
