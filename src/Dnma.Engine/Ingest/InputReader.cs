using System.IO.Pipelines;
using System.Threading.Channels;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Containers;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest;

/// <summary>
/// Reads inputs one after the other, cuts them into blocks and hands these to the workers. Decompression runs beside the cutting, in its
/// own task, which is given up and not waited for when a read hangs.
/// </summary>
internal sealed class InputReader(
    FormatDetector detector,
    IParquetReader? parquet,
    ITableSetReader? sets,
    HitFormat asked,
    int workers,
    BlockPool pool,
    ProgressMeter meter,
    ChannelWriter<IngestWork> work,
    CancellationToken stop)
{
    private static readonly PipeOptions Pipes = new(
        pauseWriterThreshold: 2 << 20,
        resumeWriterThreshold: 1 << 20,
        minimumSegmentSize: 1 << 18,
        useSynchronizationContext: false);

    private readonly List<(TableFile File, InputAccount Account)> _setAside = [];

    /// <summary>Of the input that is being read.</summary>
    private InputAccount? _account;

    /// <summary>Reads one input.</summary>
    public async Task ReadAsync(InputSource source, int ordinal, InputAccount account)
    {
        _account = account;
        meter.Enter(source.Name);
        var opening = Task.Run(() => OpenedInput.OpenAsync(source, meter, stop), CancellationToken.None);
        OpenedInput opened;
        try
        {
            opened = await opening.WaitAsync(stop).ConfigureAwait(false);
        }
        catch
        {
            GiveUp(opening, static late => late.Dispose());
            throw;
        }

        if (opened.IsParquet)
        {
            await ReadParquetAsync(source, ordinal, opened, account).ConfigureAwait(false);
        }
        else
        {
            await ReadLinesAsync(source, ordinal, opened, account).ConfigureAwait(false);
        }

        meter.Enter(source.Name);
    }

    /// <summary>Hands over the tables that were put aside, now that all inputs are known.</summary>
    public async Task FinishAsync()
    {
        if (_setAside.Count > 0)
        {
            await work.WriteAsync(new IngestWork(null, null, 0, null, ReadSetAsync), stop).ConfigureAwait(false);
        }
    }

    /// <summary>Lets a task end by itself, after which nobody asks.</summary>
    private static void GiveUp<T>(Task<T> task, Action<T> dispose) =>
        task.ContinueWith(
            late =>
            {
                if (late.IsCompletedSuccessfully)
                {
                    dispose(late.Result);
                }
                else
                {
                    _ = late.Exception;
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    private async Task ReadParquetAsync(InputSource source, int ordinal, OpenedInput opened, InputAccount account)
    {
        if (asked is not (HitFormat.Auto or HitFormat.Parquet or HitFormat.Matomo))
        {
            opened.Dispose();
            throw new EngineException(ErrorId.UndecidedFormat, source.Name, $"{asked} was asked for, but this is a Parquet file", "ask for Parquet, or let the format be detected");
        }

        if (source.FilePath is null || parquet is null)
        {
            opened.Dispose();
            throw new EngineException(ErrorId.UnreadableInput, source.Name, "Parquet cannot be read from a stream", "name the file");
        }

        var draining = Task.Run(
            async () =>
            {
                using (opened)
                {
                    await opened.DrainAsync(account, stop).ConfigureAwait(false);
                }

                return true;
            },
            CancellationToken.None);
        try
        {
            await draining.WaitAsync(stop).ConfigureAwait(false);
        }
        catch
        {
            GiveUp(draining, static _ => { });
            throw;
        }

        var head = parquet.HeadOf(source.FilePath, stop);
        if (sets is not null && head.Role is { } role)
        {
            account.Description = role;
            _setAside.Add((new TableFile(ordinal, source.Name, source.FilePath, role, IsParquet: true), account));
            return;
        }

        var file = new TableFile(ordinal, source.Name, source.FilePath, "", IsParquet: true);
        var readers = Math.Clamp(head.RowGroups, 1, workers);
        var table = new SharedTable((sinks, cancellationToken) => parquet.ReadAsync(file, readers, sinks, cancellationToken), account);
        for (var i = 0; i < readers; i++)
        {
            await work.WriteAsync(new IngestWork(null, null, 0, null, table.JoinAsync), stop).ConfigureAwait(false);
        }
    }

    private async Task ReadLinesAsync(InputSource source, int ordinal, OpenedInput opened, InputAccount account)
    {
        var pipe = new Pipe(Pipes);
        var pump = Task.Run(
            async () =>
            {
                await opened.PumpAsync(pipe.Writer, account, stop).ConfigureAwait(false);
                return true;
            },
            CancellationToken.None);
        try
        {
            var cutter = new LineCutter(pipe.Reader, pool);
            await CutAsync(source, ordinal, cutter, account, pump).ConfigureAwait(false);
            await pump.WaitAsync(stop).ConfigureAwait(false);
            account.Lines = cutter.Lines;
        }
        finally
        {
            // Told that nobody reads any more, the pump ends at its next flush.
            await pipe.Reader.CompleteAsync().ConfigureAwait(false);
            GiveUp(pump, static _ => { });
        }
    }

    private async Task CutAsync(InputSource source, int ordinal, LineCutter cutter, InputAccount account, Task pump)
    {
        var mark = TextEncoding.MarkLength(await cutter.PeekAsync(TextEncoding.MaxMarkBytes, stop).ConfigureAwait(false), source.Name);
        if (mark > 0)
        {
            await cutter.SkipAsync(mark, stop).ConfigureAwait(false);
        }

        RecordLayout? layout = null;
        var hasHeader = false;
        var isAside = false;
        while (true)
        {
            if (layout is null)
            {
                var head = await cutter.PeekLinesAsync(FormatDetector.HeadBytes, stop).ConfigureAwait(false);
                var isCut = head.HoldsAll && await IsCutAsync(pump, account).ConfigureAwait(false);
                if (!(isCut ? head.Lines : head.Lines.IsEmpty ? head.Rest : head.Lines).Span.Trim(" \t\r\n\v\f"u8).IsEmpty)
                {
                    var known = isCut ? head with { Rest = default } : head;
                    isAside = TryPutAside(known, source, ordinal, account);
                    (layout, hasHeader) = isAside ? new Detected(NoRecordsLayout.Instance, false) : detector.Detect(known, asked, source.Name);
                }
            }

            var stretch = await cutter.NextAsync(stop).ConfigureAwait(false);
            switch (stretch.Kind)
            {
                case StretchKind.End:
                    account.Description = account.Description.Length > 0 ? account.Description : (layout ?? NoRecordsLayout.Instance).Description;
                    return;
                case var _ when isAside:
                    pool.Return(stretch.Buffer!);
                    break;
                case StretchKind.TooLong:
                    await SendAsync(ordinal, stretch, 0, stretch.Length, RejectedLayout.TooLong).ConfigureAwait(false);
                    break;
                case StretchKind.LastLine when !stretch.Span.Trim(" \t\r\v\f"u8).IsEmpty && await IsCutAsync(pump, account).ConfigureAwait(false):
                    await SendAsync(ordinal, stretch, 0, stretch.Length, RejectedLayout.Truncated).ConfigureAwait(false);
                    break;
                default:
                    var start = hasHeader ? stretch.Span.IndexOf((byte)'\n') + 1 : 0;
                    start = hasHeader && start == 0 ? stretch.Length : start;
                    hasHeader = false;
                    layout = await SendLinesAsync(source.Name, ordinal, stretch, start, layout ?? NoRecordsLayout.Instance).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>Whether the content broke off; waits for its end, which is known to have been reached.</summary>
    private async Task<bool> IsCutAsync(Task pump, InputAccount account)
    {
        await pump.WaitAsync(stop).ConfigureAwait(false);
        return !account.Ending.IsWhole;
    }

    private bool TryPutAside(LineHead head, InputSource source, int ordinal, InputAccount account)
    {
        if (sets is null || asked is not (HitFormat.Auto or HitFormat.Matomo) || sets.TryRecognise(head.Lines.Span, source.Name) is not { } role)
        {
            return false;
        }

        if (source.FilePath is not { } path)
        {
            throw new EngineException(ErrorId.UnreadableInput, source.Name, $"a raw table ({role}) cannot be read from a stream", "name the file");
        }

        account.Description = role;
        _setAside.Add((new TableFile(ordinal, source.Name, path, role), account));
        return true;
    }

    /// <summary>Sends lines from <paramref name="start"/> on, in as many blocks as there are layouts; returns the last layout.</summary>
    private async Task<RecordLayout> SendLinesAsync(string input, int ordinal, LineStretch stretch, int start, RecordLayout layout)
    {
        var end = start;
        while (layout is IDirectedLayout directed && end < stretch.Length && NextDirective(directed, stretch, end) is var found and >= 0)
        {
            RecordLayout next;
            try
            {
                next = directed.After(stretch.Span[found..], input, stretch.Line + stretch.Span[..found].Count((byte)'\n'));
            }
            catch
            {
                pool.Return(stretch.Buffer!);
                throw;
            }

            if (!ReferenceEquals(next, layout) && found > start)
            {
                await SendAsync(ordinal, Copy(stretch, start, found), 0, found - start, layout).ConfigureAwait(false);
                start = found;
            }

            layout = next;
            var feed = stretch.Span[found..].IndexOf((byte)'\n');
            end = feed < 0 ? stretch.Length : found + feed + 1;
        }

        if (start < stretch.Length)
        {
            await SendAsync(ordinal, stretch, start, stretch.Length, layout).ConfigureAwait(false);
        }
        else
        {
            pool.Return(stretch.Buffer!);
        }

        return layout;
    }

    private static int NextDirective(IDirectedLayout layout, LineStretch stretch, int from)
    {
        var found = layout.IndexOfDirective(stretch.Span[from..]);
        return found < 0 ? -1 : from + found;
    }

    private LineStretch Copy(LineStretch stretch, int start, int end)
    {
        var buffer = pool.Rent(end - start);
        stretch.Span[start..end].CopyTo(buffer);
        return stretch with
        {
            Buffer = buffer,
            Length = end - start,
            Lines = buffer.AsSpan(0, end - start).Count((byte)'\n'),
            Line = stretch.Line + stretch.Span[..start].Count((byte)'\n'),
            Offset = stretch.Offset + start,
        };
    }

    private async Task SendAsync(int ordinal, LineStretch stretch, int start, int end, RecordLayout layout)
    {
        var block = new RecordBlock
        {
            Bytes = stretch.Buffer.AsMemory(start, end - start),
            Start = new RecordPosition(ordinal, stretch.Line + stretch.Span[..start].Count((byte)'\n'), stretch.Offset + start),
            Layout = layout,
            EndsTruncated = layout == RejectedLayout.Truncated,
        };
        var lines = end - start == stretch.Length ? stretch.Lines : Math.Max(1, block.Bytes.Span.Count((byte)'\n'));
        try
        {
            await work.WriteAsync(new IngestWork(block, stretch.Buffer, lines, _account, null), stop).ConfigureAwait(false);
        }
        catch
        {
            pool.Return(stretch.Buffer!);
            throw;
        }
    }

    private async Task<long> ReadSetAsync(RecordSink sink, CancellationToken cancellationToken)
    {
        var readings = await sets!.ReadAsync(_setAside.ConvertAll(static aside => aside.File), sink, cancellationToken).ConfigureAwait(false);
        var rows = 0L;
        for (var i = 0; i < readings.Count; i++)
        {
            var account = _setAside[i].Account;
            (account.Lines, account.Description) = (readings[i].Rows, readings[i].Description);
            account.AddRecords(readings[i].Rows);
            rows += readings[i].Rows;
        }

        return rows;
    }
}
