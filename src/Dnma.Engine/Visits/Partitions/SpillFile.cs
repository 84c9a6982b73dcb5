using System.Runtime.InteropServices;
using Dnma.Engine.Contracts;
using Microsoft.Win32.SafeHandles;

namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// A temporary file of sorted runs of records. It holds pseudonyms and codes only, no raw id. Made on first use; deleted when disposed,
/// and by the operating system when the process dies. Thread safe: runs are appended to places reserved at once.
/// </summary>
internal sealed class SpillFile(string folder) : IDisposable
{
    private readonly Lock _opening = new();
    private FileStream? _file;
    private SafeFileHandle? _handle;
    private long _length;

    /// <summary>Bytes written so far.</summary>
    public long Length => Interlocked.Read(ref _length);

    /// <summary>Appends a run; gives back where it begins.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    public long Append<T>(ReadOnlySpan<T> records)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(records);
        var offset = Interlocked.Add(ref _length, bytes.Length) - bytes.Length;
        try
        {
            RandomAccess.Write(Open(), bytes, offset);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnwritableOutput, folder, "a temporary file cannot be written", "free disk space, choose another temporary folder or raise the memory limit", error);
        }

        return offset;
    }

    /// <summary>Fills <paramref name="records"/> from the place <paramref name="offset"/> in bytes.</summary>
    public void Read<T>(long offset, Span<T> records)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(records);
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(Open(), bytes, offset);
            if (read == 0)
            {
                throw new EngineException(ErrorId.UnwritableOutput, folder, "a temporary file was cut short by someone else", "run again");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    public void Dispose() => _file?.Dispose();

    private SafeFileHandle Open()
    {
        lock (_opening)
        {
            if (_handle is null)
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, $"dnma-{Path.GetRandomFileName()}.spill");
                var options = new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.Delete,
                    Options = FileOptions.DeleteOnClose,
                    BufferSize = 0,
                };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                _file = new FileStream(path, options);
                _handle = _file.SafeFileHandle;
                if (!OperatingSystem.IsWindows())
                {
                    // Nameless from the start: a killed process leaves nothing behind.
                    File.Delete(path);
                }
            }

            return _handle;
        }
    }
}
