namespace Dnma.Engine.Ingest.Sources;

/// <summary>Something whose bytes can be read from start to end.</summary>
internal abstract class InputSource(string name)
{
    /// <summary>Shown to users: the path as given, or the stream's name.</summary>
    public string Name { get; } = name;

    /// <summary>The file's path; null for a stream, which can be read once and by position only.</summary>
    public virtual string? FilePath => null;

    /// <summary>How many bytes are stored, where that is known without reading.</summary>
    public abstract long? Length { get; }

    /// <summary>Opens the bytes.</summary>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.UnreadableInput"/>.</exception>
    public abstract RawInput Open();
}
