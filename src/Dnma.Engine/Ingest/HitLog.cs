using System.IO.Pipelines;
using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Objects;
using Dnma.Engine.Ingest.Sources;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Ingest;

/// <summary>
/// Where hits are read from: what a caller passes. Immutable, thread safe; nothing is opened, and nothing is looked for, before a run starts.
/// A log of files or folders can be measured any number of times, one of a stream once.
/// </summary>
public sealed class HitLog
{
    private readonly Func<IReadOnlyList<InputSource>> _resolve;

    private HitLog(Func<IReadOnlyList<InputSource>> resolve, HitFormat format)
    {
        _resolve = resolve;
        Format = format;
    }

    /// <summary>What a record is; <see cref="HitFormat.Auto"/> unless <see cref="As"/> said otherwise.</summary>
    public HitFormat Format { get; }

    /// <summary>
    /// Files, folders and globs, in the order given. A folder is read recursively, in ordinal order of the path inside it, without
    /// hidden files and folders (a leading dot) and without following links to folders. In a glob <c>*</c>, <c>?</c> and <c>[a-z]</c>
    /// match within one name and <c>**</c> any number of folders; a leading dot must be written out; matches come in
    /// ordinal order, and a folder among them is read like a named one. A path that exists is taken as it stands, even with such characters in it. The same file named twice, directly, by
    /// a folder, a glob or a link, is read once, at its first place. Rotated copies with other names are other files: their equal hits
    /// are excluded as duplicates, not here.
    /// </summary>
    /// <remarks>
    /// The run fails with <see cref="Contracts.ErrorId.UnreadableInput"/> when a path does not exist, a glob matches nothing or a
    /// folder holds no file.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is null.</exception>
    public static HitLog Files(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] given = [.. paths];
        foreach (var path in given)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
        }

        return new HitLog(() => PathExpansion.Expand(given), HitFormat.Auto);
    }

    /// <summary>Files that are called something else than they are, as an auditor has them: names stand in rejects and certificates.</summary>
    internal static HitLog Named(IEnumerable<(string Name, string Path)> files)
    {
        InputSource[] inputs = [.. files.Select(file => new FileInput(file.Name, file.Path))];
        return new HitLog(() => inputs, HitFormat.Auto);
    }

    /// <summary>The process's standard input, to its end.</summary>
    public static HitLog StandardInput() =>
        new(static () => [new StreamInput("standard input", Console.OpenStandardInput())], HitFormat.Auto);

    /// <summary>A stream, read from where it stands to its end; it is not disposed. It must be readable, need not be seekable.</summary>
    /// <param name="name">Shown in messages, rejects and certificates.</param>
    /// <param name="stream">The bytes, compressed or not.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or <paramref name="stream"/> cannot be read.</exception>
    public static HitLog Stream(string name, Stream stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        return new HitLog(() => [new StreamInput(name, stream)], HitFormat.Auto);
    }

    /// <summary>
    /// A pipe, read from where it stands until its writer completes it; the reader is not completed. The pipe's own thresholds hold the writer back while the
    /// engine is behind.
    /// </summary>
    /// <param name="name">Shown in messages, rejects and certificates.</param>
    /// <param name="reader">The bytes, compressed or not.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static HitLog Pipe(string name, PipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Stream(name, reader.AsStream(leaveOpen: true));
    }

    /// <summary>
    /// Hits that a program has at hand, taken one by one as the engine goes on. They are the lines of a canonical CSV table, and the figures are byte for byte
    /// those of that table as a file; the certificate names its bytes. What a line of CSV cannot hold, a line feed or half a surrogate pair in a text, or more than
    /// 1 MiB, is one rejected record, as in a file. The source is disposed at its end, at a failure, and when the run is cancelled between two hits.
    /// </summary>
    /// <param name="name">Shown in messages, rejects and certificates.</param>
    /// <param name="hits">The hits; enumerated once for each run, in one thread at a time. What it throws becomes the cause of an <see cref="Contracts.ErrorId.UnreadableInput"/>.</param>
    /// <param name="customColumns">Which values of <see cref="Hit.Custom"/> are read, for custom dimensions; none by default.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> or a column's name is empty, or a column is canonical, named twice, or holds a line break.</exception>
    public static HitLog Hits(string name, IAsyncEnumerable<Hit> hits, params IEnumerable<string> customColumns)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(hits);
        string[] columns = [.. customColumns];
        foreach (var column in columns)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(column, nameof(customColumns));
            if (HitColumnNames.Find(Encoding.UTF8.GetBytes(column)) != HitColumn.None || column.AsSpan().ContainsAny('\r', '\n') || columns.Count(other => other == column) > 1)
            {
                throw new ArgumentException($"\"{column}\" is canonical, named twice, or holds a line break.", nameof(customColumns));
            }
        }

        return new HitLog(() => [new HitObjectsInput(name, hits, columns)], HitFormat.Csv);
    }

    /// <summary>The same log, whose records are all of the format given; an input that contradicts it fails the run.</summary>
    public HitLog As(HitFormat format) => new(_resolve, format);

    /// <summary>The inputs, in the order in which they are read.</summary>
    internal IReadOnlyList<InputSource> Resolve() => _resolve();
}
