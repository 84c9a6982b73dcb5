using System.Text;
using System.Text.Unicode;
using System.Threading.Channels;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Store;

namespace Dnma.Engine.History.Reading;

/// <summary>Reads published files one after the other, cuts them into blocks of whole lines, and has these parsed by several threads. Not thread safe.</summary>
/// <param name="options">How to read.</param>
internal sealed class FileReader(HistoryOptions options)
{
    /// <summary>The longest header that is read.</summary>
    private const int HeaderBytes = 1 << 16;

    private readonly BlockPool _pool = new(options.BlockBytes);
    private readonly SharedNumbers<string> _establishments = new();
    private readonly SharedNumbers<EstablishmentLabels> _labels = new();
    private readonly List<RowBlock> _blocks = [];
    private readonly List<HistoryFile> _files = [];

    /// <summary>Reads all files.</summary>
    /// <exception cref="EngineException">A file cannot be read, is no published data set, or holds rows and none that can be read.</exception>
    public async Task<FilesRead> ReadAsync(IReadOnlyList<InputSource> sources, CancellationToken cancellationToken)
    {
        BlockParser[] parsers = [.. Enumerable.Range(0, options.Threads).Select(_ => new BlockParser(_establishments, _labels))];
        for (var ordinal = 0; ordinal < sources.Count; ordinal++)
        {
            await ReadAsync(sources[ordinal], ordinal, parsers, cancellationToken).ConfigureAwait(false);
        }

        return new FilesRead(_files, [.. _blocks.OrderBy(block => block.Ordinal).ThenBy(block => block.Line)], _establishments.ToArray(), _labels.ToArray());
    }

    private async Task ReadAsync(InputSource source, int ordinal, BlockParser[] parsers, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var opened = await OpenedInput.OpenAsync(source, new ProgressMeter(null, null), stopping.Token).ConfigureAwait(false);
        var account = new InputAccount(source.Name);
        await using var input = opened.IsParquet ? null : LineInput.Of(opened, source.Name, _pool, stopping.Token);
        if (input is null)
        {
            using (opened)
            {
                await opened.DrainAsync(account, stopping.Token).ConfigureAwait(false);
            }
        }

        var (skipped, read) = (new SkippedRows(), _blocks.Count);
        var stretches = Channel.CreateBounded<Stretch>(2 * options.Threads);
        Task[] parsing = [.. parsers.Select(parser => Task.Run(() => ParseAsync(parser, ordinal, stretches.Reader, skipped, stopping), CancellationToken.None))];
        FileLayout layout;
        try
        {
            layout = input is null
                ? await CutAsync(source, stretches.Writer, stopping.Token).ConfigureAwait(false)
                : await CutAsync(input, skipped, stretches.Writer, stopping.Token).ConfigureAwait(false);
        }
        catch
        {
            // What is left of the file need not be read.
            await stopping.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(parsing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // A parser that failed has stopped the rest: its own exception says more.
            await (Array.Find(parsing, task => task.IsFaulted) ?? Task.CompletedTask).ConfigureAwait(false);
            throw;
        }

        _ = stretches.Writer.TryComplete();
        await Task.WhenAll(parsing).ConfigureAwait(false);
        _files.Add(FileOf(layout, input?.Account ?? account, skipped, _blocks.Skip(read).Sum(block => (long)block.Count)));
    }

    private static HistoryFile FileOf(FileLayout layout, InputAccount account, SkippedRows skipped, long rows)
    {
        var told = skipped.ToArray();
        if (rows == 0 && skipped.Count > 0)
        {
            throw new EngineException(ErrorId.NothingAccepted, account.Name, $"none of its {skipped.Count} rows can be read; line {told[0].Line}: {told[0].Reason}", "give the file as it was published: semicolons, UTF-8");
        }

        return new HistoryFile
        {
            Name = account.Name,
            Set = layout.Set,
            Bytes = account.Bytes,
            Sha256 = account.Sha256,
            Rows = rows,
            SkippedRows = skipped.Count,
            Skipped = told,
            UnknownColumns = layout.Unknown,
            MissingColumns = layout.Missing,
            IsTruncated = !account.Ending.IsWhole,
            Note = account.Ending.Note,
        };
    }

    /// <summary>Reads the columns of a Parquet file, then hands over its rows as lines; the names would be the first line.</summary>
    private async Task<FileLayout> CutAsync(InputSource source, ChannelWriter<Stretch> stretches, CancellationToken cancellationToken)
    {
        var path = source.FilePath ?? throw new EngineException(ErrorId.UndecidedFormat, source.Name, "is a Parquet stream, and Parquet is read from files", "name the file");
        using var lines = ParquetLines.Open(path, options.Threads, cancellationToken);
        var layout = FileLayout.Of([.. lines.Names.Select(name => name.Trim())], source.Name);
        for (var line = 2L; ;)
        {
            var (buffer, length, count) = lines.Next(_pool.Rent, _pool.BlockBytes);
            if (count == 0)
            {
                _pool.Return(buffer);
                return layout;
            }

            await stretches.WriteAsync(new Stretch(new LineStretch(StretchKind.Lines, buffer, length, line, 0, count), 0, layout), cancellationToken).ConfigureAwait(false);
            line += count;
        }
    }

    /// <summary>Reads the header, then hands over what follows, stretch by stretch.</summary>
    private async Task<FileLayout> CutAsync(LineInput input, SkippedRows skipped, ChannelWriter<Stretch> stretches, CancellationToken cancellationToken)
    {
        var (cutter, name) = (input.Lines, input.Account.Name);
        var mark = TextEncoding.MarkLength(await cutter.PeekAsync(TextEncoding.MaxMarkBytes, cancellationToken).ConfigureAwait(false), name);
        if (mark > 0)
        {
            await cutter.SkipAsync(mark, cancellationToken).ConfigureAwait(false);
        }

        var head = await cutter.PeekLinesAsync(HeaderBytes, cancellationToken).ConfigureAwait(false);
        var layout = FileLayout.Of(NamesOf(head.Lines.IsEmpty ? head.Rest.Span : head.Lines.Span, name), name);
        var isHeader = true;
        while (await cutter.NextAsync(cancellationToken).ConfigureAwait(false) is { Kind: not StretchKind.End } stretch)
        {
            var start = isHeader ? stretch.Span.IndexOf((byte)'\n') + 1 : 0;
            start = isHeader && start == 0 ? stretch.Length : start;
            isHeader = false;
            if (stretch.Kind == StretchKind.TooLong)
            {
                skipped.Add(stretch.Line, $"it is longer than {IngestOptions.MaxRecordBytes} bytes");
                start = stretch.Length;
            }
            else if (stretch.Kind == StretchKind.LastLine && start < stretch.Length)
            {
                // Whether it is whole is known once the content has ended, which it has.
                if (!(await input.EndAsync(cancellationToken).ConfigureAwait(false)).IsWhole)
                {
                    skipped.Add(stretch.Line, "the file ends within it");
                    start = stretch.Length;
                }
            }

            if (start == stretch.Length)
            {
                _pool.Return(stretch.Buffer!);
                continue;
            }

            await stretches.WriteAsync(new Stretch(stretch, start, layout), cancellationToken).ConfigureAwait(false);
        }

        // What reading went wrong with is the reader's to tell.
        _ = await input.EndAsync(cancellationToken).ConfigureAwait(false);
        return layout;
    }

    private async Task ParseAsync(BlockParser parser, int ordinal, ChannelReader<Stretch> stretches, SkippedRows skipped, CancellationTokenSource stopping)
    {
        try
        {
            await foreach (var (lines, start, layout) in stretches.ReadAllAsync(stopping.Token).ConfigureAwait(false))
            {
                var block = parser.Parse(lines, start, ordinal, layout, skipped);
                _pool.Return(lines.Buffer!);
                if (block.Count > 0)
                {
                    lock (_blocks)
                    {
                        _blocks.Add(block);
                    }
                }
            }
        }
        catch
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The names of a header line.</summary>
    private static List<string> NamesOf(ReadOnlySpan<byte> lines, string name)
    {
        var end = lines.IndexOf((byte)'\n');
        var line = (end < 0 ? lines : lines[..end]).TrimEnd((byte)'\r');
        if (line.IsEmpty)
        {
            throw new EngineException(ErrorId.UndecidedFormat, name, "it has no header", "name files of the four data sets fr-en-dnma-par-uai-*, as they were published");
        }

        if (!Utf8.IsValid(line))
        {
            throw new EngineException(ErrorId.InvalidReference, name, "line 1: it is not UTF-8", "convert the file to UTF-8");
        }

        var names = new List<string>();
        for (var at = 0; ; at++)
        {
            if (!FieldText.TryField(line, ref at, out var field))
            {
                throw new EngineException(ErrorId.InvalidReference, name, "line 1: a quote is not closed", "give the file as it was published");
            }

            names.Add(Encoding.UTF8.GetString(LabelText.Trim(field)));
            if (at >= line.Length)
            {
                return names;
            }
        }
    }

    /// <summary>Lines to parse.</summary>
    private readonly record struct Stretch(LineStretch Lines, int Start, FileLayout Layout);
}
