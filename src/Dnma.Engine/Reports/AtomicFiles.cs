using System.Globalization;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Reports;

/// <summary>
/// Files that appear in a folder together: each is written under a temporary name beside its own and flushed to the disk, and
/// <see cref="Publish"/> renames all of them, over those of an earlier run. Disposed before that, nothing remains and the earlier files
/// are untouched. Not thread safe.
/// </summary>
/// <example>
/// <code>
/// using var files = new AtomicFiles("out");
/// files.Write(IndicatorCsv.FileName, stream => IndicatorCsv.Write(stream, indicators));
/// files.Publish();
/// </code>
/// </example>
public sealed class AtomicFiles : IDisposable
{
    private const int MostLeftovers = 10_000;
    private readonly string _folder;
    private readonly List<(string Temporary, string Target)> _pending = [];
    private readonly List<string> _removed = [];

    /// <summary>Opens a folder, and makes it where it does not exist.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder cannot be made.</exception>
    public AtomicFiles(string folder)
    {
        _folder = folder;
        Guard(folder, () => Directory.CreateDirectory(folder));
    }

    /// <summary>Writes one file under a temporary name.</summary>
    /// <param name="name">The name that it will have in the folder: a bare file name.</param>
    /// <param name="write">Writes the bytes; the stream is closed afterwards. Its I/O errors are taken for those of this file.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnwritableOutput"/>: the disk is full, or the folder cannot be written to. <see cref="ErrorId.InvalidOption"/>:
    /// the name is that of a path, or was given before.
    /// </exception>
    public void Write(string name, Action<Stream> write)
    {
        var target = Path.Combine(_folder, name);
        if (name.Length == 0 || Path.GetFileName(name) != name || _pending.Exists(file => file.Target == target))
        {
            throw new EngineException(ErrorId.InvalidOption, name, "is no name for a new file of the folder", "give each file its own bare name");
        }

        Guard(target, () =>
        {
            using var stream = OpenTemporary(name, out var temporary);
            _pending.Add((temporary, target));
            write(stream);
            stream.Flush(flushToDisk: true);
        });
    }

    /// <summary>Has one file written by somebody who opens it, under a temporary name.</summary>
    /// <param name="name">The name that it will have in the folder: a bare file name.</param>
    /// <param name="write">Makes a file at the path that it is given, where there is none.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder cannot be written to.</exception>
    internal void WriteAt(string name, Action<string> write)
    {
        var path = "";
        Guard(Path.Combine(_folder, name), () =>
        {
            OpenTemporary(name, out path).Dispose();
            File.Delete(path);
        });
        _pending.Add((path, Path.Combine(_folder, name)));
        write(path);
    }

    /// <summary>Lets a file of an earlier run go when the others appear, if there is one.</summary>
    /// <param name="name">A bare file name.</param>
    public void Remove(string name) => _removed.Add(Path.Combine(_folder, name));

    /// <summary>
    /// Gives every file its name, in the order of writing, and replaces those that have it. Each replacement is atomic; should one fail, the
    /// files before it stay published.
    /// </summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: a file cannot be replaced.</exception>
    public void Publish()
    {
        foreach (var target in _removed)
        {
            Guard(target, () => File.Delete(target));
        }

        while (_pending.Count > 0)
        {
            var (temporary, target) = _pending[0];
            Guard(target, () => File.Move(temporary, target, overwrite: true));
            _pending.RemoveAt(0);
        }
    }

    /// <summary>Removes what was written and not published.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in _pending)
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception error) when (IsDenied(error))
            {
                // The error that led here is the one to tell; a leftover has a hidden name and is never read.
            }
        }

        _pending.Clear();
    }

    /// <summary>Creates the first free name: two runs into one folder do not write into each other's files.</summary>
    private FileStream OpenTemporary(string name, out string temporary)
    {
        for (var attempt = 0; ; attempt++)
        {
            temporary = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $".{name}.{attempt}.tmp"));
            try
            {
                return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(temporary) && attempt < MostLeftovers)
            {
                // Another run's, or the leftover of one that was killed: the next number is free.
            }
        }
    }

    private static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (IsDenied(error))
        {
            throw new EngineException(
                ErrorId.UnwritableOutput, path, $"cannot be written ({error.Message})", "free disk space, or choose a folder that can be written to", error);
        }
    }

    private static bool IsDenied(Exception error) => error is IOException or UnauthorizedAccessException;
}
