using System.Security.Cryptography;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Objects;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dnma.Engine;

/// <summary>
/// Measures audiences: hit logs in, certified indicators out. Thread safe: one engine may serve several measurements at once, each of
/// which takes its own memory and threads. The memory of hits, at most the limit, is kept for the next measurement until the engine is disposed.
/// </summary>
/// <example>
/// <code>
/// await using var engine = AudienceEngine.Create(o => o with { MemoryLimit = ByteSize.GiB(1) });
/// var measurement = await engine.MeasureAsync(HitLog.Files("logs/*.log.gz"), MeasurementDefinition.Of(Norm.Dnma));
/// await measurement.PublishAsync("out");
/// </code>
/// </example>
public sealed class AudienceEngine : IAsyncDisposable, IDisposable
{
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SlabStore _slabs = new();
    private readonly Lock _leaving = new();
    private Task _left = Task.CompletedTask;

    private AudienceEngine(EngineOptions options, TimeProvider clock, ILogger logger)
    {
        _options = options;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Creates an engine.</summary>
    /// <param name="configure">Changes the default options with a <c>with</c> expression; null for the defaults.</param>
    /// <param name="clock">Dates runs in certificates; never reaches a figure. Null for the system's.</param>
    /// <param name="logger">Is told what is done, never of whom; null for nobody. Event ids: docs/embedding.md.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: an option has no usable value.</exception>
    public static AudienceEngine Create(Func<EngineOptions, EngineOptions>? configure = null, TimeProvider? clock = null, ILogger? logger = null)
    {
        var options = configure is null ? new EngineOptions() : configure(new EngineOptions());
        options.Validate();
        return new AudienceEngine(options, clock ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>Measures a log. The figures depend on the set of its hits and on the definition alone.</summary>
    /// <param name="log">The hits.</param>
    /// <param name="definition">What is measured; null for the scheme's norm over all days of the log.</param>
    /// <param name="progress">Is told how far the work has come, some times a second at most.</param>
    /// <param name="cancellationToken">Stops the work; temporary files are removed.</param>
    /// <exception cref="EngineException">
    /// An input cannot be read or understood, nothing of it is accepted, the definition makes no sense, or the disk is full; see
    /// <see cref="ErrorId"/>.
    /// </exception>
    public Task<Measurement> MeasureAsync(
        HitLog log,
        MeasurementDefinition? definition = null,
        IProgress<MeasurementProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        definition ??= new MeasurementDefinition();
        definition.Validate();

        // Off the caller's thread: a user interface stays alive, and a synchronization context is never waited for.
        return Traced("measure", progress, (trace, told) => RunAsync(log, definition, trace, told, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Measures the visitors of one shard into a file, so that several processes share the work on one log: each measures another shard of the same
    /// inputs under the same definition and secret, and <see cref="MergeAsync"/> makes one measurement of their files, byte for byte what one process
    /// would have made. The same hits under the same definition and secret make the same file.
    /// </summary>
    /// <param name="log">The hits, all of them: every process reads the same inputs, by the same names and in the same order.</param>
    /// <param name="definition">What is measured; null for the scheme's norm over all days of the log.</param>
    /// <param name="shard">Whose visits are counted.</param>
    /// <param name="path">
    /// The file, written under a temporary name and renamed, over that of an earlier run; its folder is made when missing. It holds counts by label, and
    /// pseudonyms where the norm keys visits by browser: then persons are whole only at the merge.
    /// </param>
    /// <param name="progress">Is told how far the work has come, some times a second at most.</param>
    /// <param name="cancellationToken">Stops the work; temporary files are removed, and no file is left.</param>
    /// <exception cref="EngineException">
    /// As <see cref="MeasureAsync"/>; <see cref="ErrorId.InvalidOption"/>: the engine has no <see cref="EngineOptions.Secret"/>, without which processes do
    /// not agree on who is who; <see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take the file.
    /// </exception>
    public Task<PartialMeasurement> MeasureShardAsync(
        HitLog log,
        MeasurementDefinition? definition,
        VisitorShard shard,
        string path,
        IProgress<MeasurementProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        ArgumentException.ThrowIfNullOrEmpty(path);
        definition ??= new MeasurementDefinition();
        definition.Validate();
        RecountCheck.Refuse(_options, "a shard");
        if (_options.Secret.IsEmpty)
        {
            throw new EngineException(
                ErrorId.InvalidOption, "secret", "shards are told apart by pseudonyms, and there is no key for them", "give every shard the same secret");
        }

        return Traced("measure_shard", progress, (trace, told) => RunAsync(log, definition, shard, path, trace, told, cancellationToken), cancellationToken);
    }

    /// <summary>Makes one measurement of the files of all shards: equal to what <see cref="MeasureAsync"/> makes of the log in one process.</summary>
    /// <param name="paths">The files that <see cref="MeasureShardAsync"/> wrote, one of each shard, in any order. No secret is needed.</param>
    /// <param name="definition">The definition that the shards were measured under; null for the scheme's norm over all days of the log.</param>
    /// <param name="progress">Is told how many bytes of the files were read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: no file is named, or the definition makes no sense. <see cref="ErrorId.UnreadableInput"/>: a file cannot be
    /// read. <see cref="ErrorId.DamagedPartial"/>: a file is no partial result, of another version, or not as it was written.
    /// <see cref="ErrorId.UnfitPartials"/>: a shard is missing or there twice, or shards differ in their number, secret, definition or inputs.
    /// </exception>
    public Task<Measurement> MergeAsync(
        IEnumerable<string> paths,
        MeasurementDefinition? definition = null,
        IProgress<MeasurementProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        RecountCheck.Refuse(_options, "a merge");
        string[] given = [.. paths];
        definition ??= new MeasurementDefinition();
        definition.Validate();
        return Traced("merge", progress, (trace, told) => Task.FromResult(Merge(given, definition, trace, told, cancellationToken)), cancellationToken);
    }

    /// <summary>
    /// The same hit with keyed pseudonyms for the ids of person and browser, to be stored instead of it: under the same secret equal ids have equal pseudonyms, so
    /// figures are those of the hit itself, and without the secret nothing leads back. Marks of opting out, and missing ids, stay what they are. Page, label and
    /// user agent stay as well: who stores hits sees to it that they name nobody.
    /// </summary>
    /// <param name="hit">The hit.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the engine has no <see cref="EngineOptions.Secret"/>.</exception>
    public Hit Pseudonymize(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return _options.Secret.IsEmpty
            ? throw new EngineException(ErrorId.InvalidOption, "secret", "what is stored must have the same pseudonyms tomorrow, and there is no key for them", "set EngineOptions.Secret (WithSecretFile), or SecretFile in the configuration of AudienceEngine (--AudienceEngine:SecretFile FILE, AudienceEngine__SecretFile=FILE)")
            : StoredPseudonyms.Of(hit, _options.Secret.Span);
    }

    /// <summary>
    /// Frees the memory that is kept from one measurement to the next, and waits until the memory and the temporary files of recounts that were cancelled are gone.
    /// A measurement under way goes on, and frees its own.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        Task left;
        lock (_leaving)
        {
            left = _left;
        }

        await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, but nothing is waited for.</summary>
    public void Dispose() => _slabs.Dispose();

    /// <summary>Has the engine's disposal wait for something that a cancelled operation left behind.</summary>
    internal void Leave(Task closing)
    {
        lock (_leaving)
        {
            _left = closing.IsCompleted ? _left : Task.WhenAll(_left, closing);
        }
    }

    private Task<T> Traced<T>(
        string operation, IProgress<MeasurementProgress>? progress, Func<OperationTrace, IProgress<MeasurementProgress>?, Task<T>> work, CancellationToken cancellation) =>
        Task.Run(
            () => OperationTrace.RunAsync(operation, _logger, _clock, trace => work(trace, progress is null ? null : new TimedProgress(progress, _clock)), cancellation),
            cancellation);

    private async Task<Measurement> RunAsync(
        HitLog log, MeasurementDefinition definition, OperationTrace trace, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var secret = _options.Secret.IsEmpty ? RandomNumberGenerator.GetBytes(32) : _options.Secret.ToArray();
        var recount = RecountStage.Of(_options, definition);
        try
        {
            var counted = await new LogCounting(_options, definition, _slabs, secret, recount) { Trace = trace }.RunAsync(log, progress, cancellation).ConfigureAwait(false);
            return Assembled(counted, definition, started, recount, trace, cancellation);
        }
        finally
        {
            if (recount is not null)
            {
                recount.Dispose();
                Leave(recount.Closed);
            }
        }
    }

    private Task<PartialMeasurement> RunAsync(
        HitLog log,
        MeasurementDefinition definition,
        VisitorShard shard,
        string path,
        OperationTrace trace,
        IProgress<MeasurementProgress>? progress,
        CancellationToken cancellation)
    {
        var secret = _options.Secret.ToArray();
        var publication = new PartialPublication(definition, shard, SecretFingerprint.Of(secret));
        return new LogCounting(_options, definition, _slabs, secret) { Trace = trace }.RunAsync(
            log,
            shard,
            (counted, users) => trace.Stage("write", () => publication.Write(path, counted, users, cancellation)),
            progress,
            cancellation);
    }

    private Measurement Merge(
        IReadOnlyList<string> paths, MeasurementDefinition definition, OperationTrace trace, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        try
        {
            var counted = trace.Stage("read", () => new PartialMerge(definition).Run(paths, progress, cancellation));
            return Assembled(counted, definition, started, null, trace, cancellation);
        }
        catch (OverflowException error)
        {
            throw new EngineException(
                ErrorId.DamagedPartial, "partial results", "their figures are too large to be added up", "no log has so many hits: measure the shards again", error);
        }
    }

    private Measurement Assembled(
        CountedLog counted, MeasurementDefinition definition, long started, RecountStage? recount, OperationTrace trace, CancellationToken cancellation)
    {
        var measurement = new MeasurementAssembly(_options, definition, _clock, started, recount, trace).Assemble(counted, cancellation);
        measurement.Observe(_logger, _clock);
        trace.Measured(measurement, counted.SpilledBytes);
        return measurement;
    }
}
