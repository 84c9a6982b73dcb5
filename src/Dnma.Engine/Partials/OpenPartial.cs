using Dnma.Engine.Contracts;

namespace Dnma.Engine.Partials;

/// <summary>A partial result that is being read, from behind its version on. Not thread safe.</summary>
internal sealed class OpenPartial : IDisposable
{
    private readonly FileStream _stream;

    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: it cannot be opened. <see cref="ErrorId.DamagedPartial"/>: it is no partial result, or of another version.
    /// </exception>
    public OpenPartial(string path)
    {
        _stream = Open(path);
        try
        {
            Reader = new DigestedReader(_stream, path);
            PartialHeadReader.ReadVersion(Reader, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Reads it.</summary>
    public DigestedReader Reader { get; }

    /// <summary>Its size in bytes.</summary>
    public long Bytes => _stream.Length;

    public void Dispose()
    {
        Reader?.Dispose();
        _stream.Dispose();
    }

    private static FileStream Open(string path)
    {
        try
        {
            // Unbuffered: the reader has a buffer of its own.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, $"the partial result cannot be read ({error.Message})", "name files that shards were written to", error);
        }
    }
}
