using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>A file.</summary>
internal sealed class FileInput(string name, string path) : InputSource(name)
{
    /// <inheritdoc/>
    public override string FilePath => path;

    /// <inheritdoc/>
    public override long? Length
    {
        get
        {
            try
            {
                var info = new FileInfo(path);
                return info.Exists ? info.Length : null;
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public override RawInput Open()
    {
        try
        {
            var stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
            });
            return new RawInput(Name, stream, leaveOpen: false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EngineException(ErrorId.UnreadableInput, Name, "cannot be opened", "check that it exists and may be read", cause);
        }
    }
}
