using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest;

/// <summary>
/// From bytes to records: one reader cuts the inputs into blocks, any number of workers decode them, each into its own sink. Which worker
/// gets which block is chance; what all sinks together hold is not. One pipeline serves any number of runs, also at once.
/// </summary>
/// <param name="formats">The hit formats that requests carry.</param>
/// <param name="tables">The tables by lines, asked in this order.</param>
/// <param name="parquet">Reads Parquet; without it such files are an error.</param>
/// <param name="sets">Reads sets of raw tables; without it they are asked nothing.</param>
internal sealed class IngestPipeline(
    RequestFormats formats,
    IReadOnlyList<ITableDetector> tables,
    IParquetReader? parquet = null,
    ITableSetReader? sets = null)
{
    /// <summary>A worker forgets its decoders beyond this many layouts: many small files may each have their own.</summary>
    private const int MaxDecodersPerWorker = 64;

    private readonly FormatDetector _detector = new(formats, tables);

    /// <summary>Reads all inputs of a log.</summary>
    /// <param name="log">What to read.</param>
    /// <param name="options">How to use the machine.</param>
    /// <param name="sinkOf">The sink of each worker, by number; called before any of them starts.</param>
    /// <param name="progress">Told now and then, from the reading thread.</param>
    /// <param name="cancellationToken">Stops the run within a block's time, also while a read hangs.</param>
    /// <exception cref="Contracts.EngineException">An input cannot be read or its format not decided; the first failure stops everything.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IngestResult> RunAsync(
        HitLog log,
        IngestOptions options,
        Func<int, RecordSink> sinkOf,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        options.Validate();
        return await RunAsync(log, options, sinkOf, progress, new BlockPool(options.BlockBytes), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same with a pool that a test can look into.</summary>
    internal async Task<IngestResult> RunAsync(
        HitLog log,
        IngestOptions options,
        Func<int, RecordSink> sinkOf,
        IProgress<IngestProgress>? progress,
        BlockPool pool,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sources = await Task.Run(log.Resolve, cancellationToken).ConfigureAwait(false);
        var accounts = new InputAccount[sources.Count];
        for (var i = 0; i < accounts.Length; i++)
        {
            accounts[i] = new InputAccount(sources[i].Name);
        }

        var meter = new ProgressMeter(progress, TotalBytes(sources));
        var inFlight = options.BlocksInFlight > 0 ? options.BlocksInFlight : 2 * options.Threads;
        var work = Channel.CreateBounded<IngestWork>(new BoundedChannelOptions(inFlight) { SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var failure = new FirstFailure(stop);
        var sinks = new RecordSink[options.Threads];
        for (var i = 0; i < sinks.Length; i++)
        {
            sinks[i] = sinkOf(i);
        }

        var workers = new Task[options.Threads + 1];
        for (var i = 0; i < sinks.Length; i++)
        {
            var sink = sinks[i];
            workers[i] = failure.Guard(() => DecodeAsync(work.Reader, sink, pool, meter, stop.Token));
        }

        var reader = new InputReader(_detector, parquet, sets, log.Format, options.Threads, pool, meter, work.Writer, stop.Token);
        workers[^1] = failure.Guard(async () =>
        {
            try
            {
                for (var i = 0; i < sources.Count; i++)
                {
                    await reader.ReadAsync(sources[i], i, accounts[i]).ConfigureAwait(false);
                }

                await reader.FinishAsync().ConfigureAwait(false);
            }
            finally
            {
                work.Writer.Complete();
            }
        });

        await Task.WhenAll(workers).ConfigureAwait(false);
        while (work.Reader.TryRead(out var left))
        {
            ReturnBuffer(left, pool);
        }

        failure.ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();
        return new IngestResult { Inputs = Array.ConvertAll(accounts, static account => account.ToSummary()) };
    }

    private static long? TotalBytes(IReadOnlyList<InputSource> sources)
    {
        long? total = 0;
        foreach (var source in sources)
        {
            total += source.Length;
        }

        return total;
    }

    private static async Task DecodeAsync(ChannelReader<IngestWork> work, RecordSink sink, BlockPool pool, ProgressMeter meter, CancellationToken stop)
    {
        var decoders = new Dictionary<RecordLayout, BlockDecoder>(ReferenceEqualityComparer.Instance);
        while (await work.WaitToReadAsync(stop).ConfigureAwait(false))
        {
            while (work.TryRead(out var item))
            {
                try
                {
                    stop.ThrowIfCancellationRequested();
                    if (item.Block is { } block)
                    {
                        var before = sink.Read;
                        DecoderOf(block.Layout, decoders, sink).Decode(block);
                        item.Account?.AddRecords(sink.Read - before);
                    }

                    meter.AddLines(item.ReadTable is { } read ? await read(sink, stop).ConfigureAwait(false) : item.Lines);
                }
                finally
                {
                    ReturnBuffer(item, pool);
                }
            }
        }
    }

    private static BlockDecoder DecoderOf(RecordLayout layout, Dictionary<RecordLayout, BlockDecoder> decoders, RecordSink sink)
    {
        if (!decoders.TryGetValue(layout, out var decoder))
        {
            if (decoders.Count == MaxDecodersPerWorker)
            {
                decoders.Clear();
            }

            decoder = layout.CreateDecoder(sink);
            decoders.Add(layout, decoder);
        }

        return decoder;
    }

    private static void ReturnBuffer(in IngestWork item, BlockPool pool)
    {
        if (item.Buffer is { } buffer)
        {
            pool.Return(buffer);
        }
    }

    /// <summary>Keeps the first failure of several tasks and stops the others.</summary>
    private sealed class FirstFailure(CancellationTokenSource stop)
    {
        private ExceptionDispatchInfo? _first;

        public Task Guard(Func<Task> body) => Task.Run(async () =>
        {
            try
            {
                await body().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Either the caller's wish or the echo of a failure that is kept already.
            }
            catch (Exception cause)
            {
                Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(cause), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        });

        public void ThrowIfAny() => _first?.Throw();
    }
}
