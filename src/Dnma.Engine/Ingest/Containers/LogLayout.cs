namespace Dnma.Engine.Ingest.Containers;

/// <summary>A log of one container and one hit format.</summary>
/// <param name="description">Said to the user.</param>
/// <param name="createContainer">Makes a container for one decoder.</param>
/// <param name="createFormat">Makes a hit format's decoder for one sink.</param>
internal sealed class LogLayout<TContainer>(string description, Func<TContainer> createContainer, Func<RecordSink, RequestDecoder> createFormat)
    : RecordLayout
    where TContainer : struct, ILineContainer
{
    /// <inheritdoc/>
    public override string Description => description;

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) =>
        new LogBlockDecoder<TContainer>(createContainer(), createFormat(sink), sink);
}
