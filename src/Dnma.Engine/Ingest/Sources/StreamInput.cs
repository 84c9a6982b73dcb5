namespace Dnma.Engine.Ingest.Sources;

/// <summary>A stream of the caller's, which is not disposed.</summary>
internal sealed class StreamInput(string name, Stream stream) : InputSource(name)
{
    /// <inheritdoc/>
    public override long? Length => stream.CanSeek ? stream.Length - stream.Position : null;

    /// <inheritdoc/>
    public override RawInput Open() => new(Name, stream, leaveOpen: true);
}
