using System.Security.Cryptography;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

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
public sealed class AudienceEngine : IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly SlabStore _slabs = new();

    private AudienceEngine(EngineOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
    }

    /// <summary>Creates an engine.</summary>
    /// <param name="configure">Changes the default options with a <c>with</c> expression; null for the defaults.</param>
    /// <param name="clock">Dates runs in certificates; never reaches a figure. Null for the system's.</param>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.InvalidOption"/>: an option has no usable value.</exception>
    public static AudienceEngine Create(Func<EngineOptions, EngineOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = configure is null ? new EngineOptions() : configure(new EngineOptions());
        options.Validate();
        return new AudienceEngine(options, clock ?? TimeProvider.System);
    }

    /// <summary>Measures a log. The figures depend on the set of its hits and on the definition alone.</summary>
    /// <param name="log">The hits.</param>
    /// <param name="definition">What is measured; null for the scheme's norm over all days of the log.</param>
    /// <param name="progress">Is told how far the work has come, some times a second at most.</param>
    /// <param name="cancellationToken">Stops the work; temporary files are removed.</param>
    /// <exception cref="Contracts.EngineException">
    /// An input cannot be read or understood, nothing of it is accepted, the definition makes no sense, or the disk is full; see
    /// <see cref="Contracts.ErrorId"/>.
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
        return Task.Run(() => RunAsync(log, definition, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Frees the memory that is kept from one measurement to the next. A measurement under way goes on, and frees its own.</summary>
    public ValueTask DisposeAsync()
    {
        _slabs.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Measurement> RunAsync(
        HitLog log, MeasurementDefinition definition, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var secret = _options.Secret.IsEmpty ? RandomNumberGenerator.GetBytes(32) : _options.Secret.ToArray();
        var dictionaries = new HitDictionaries(definition.CustomDimensions.Count);
        var budget = new MemoryBudget(_options.HitBytes > 0 ? _options.HitBytes : _options.MemoryLimit.Bytes / 2);
        using var spill = new SpillFile(_options.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(dictionaries), budget, _slabs, spill, cancellation);
        using var visitors = new VisitorIndex(new VisitorHomes(1 << _options.PartitionBits, _options.PartitionVisitors), budget);

        var reading = new ReadingStage(_options, definition, dictionaries, secret);
        var read = await reading.RunAsync(log, visitors, hits, progress, cancellation).ConfigureAwait(false);

        // From here on visitors are their codes, and counting may have the memory.
        visitors.Dispose();

        var territories = new TerritoryIndex(dictionaries, definition.Annuaire);
        var plan = new CountingPlan(definition.Periods, definition.Levels);
        var counting = new VisitStage(_options, definition, dictionaries, territories, plan);
        var done = 0;
        var counters = counting.Count(hits, budget, _slabs, spill, _ => Report(MeasurementStage.Counting, Interlocked.Increment(ref done)), cancellation);
        read.Qualification.Add(counting.Exclusions);
        var rollUp = new RollUp(plan, dictionaries, territories);
        rollUp.Run(counters, cancellation);

        Report(MeasurementStage.Publishing, hits.Count);
        var range = RangeOf(definition, counting.Visits);
        var order = new TableOrder(territories, range?.Start ?? 0);
        cancellation.ThrowIfCancellationRequested();
        var indicators = new IndicatorTableBuilder(rollUp.Indicators, order, dictionaries, definition.CustomDimensions).Build(range ?? default);
        var events = EventTableBuilder.Build(rollUp.Events, order, dictionaries.Labels, definition.Periods, definition.Levels);
        cancellation.ThrowIfCancellationRequested();
        var certificate = new CertificateAssembly(_options, definition, read, counting.Visits)
            .Assemble(indicators, range, spill.Length, _clock, started);
        cancellation.ThrowIfCancellationRequested();
        return new Measurement(definition, range, indicators, events, read.Rejects, certificate);

        void Report(MeasurementStage stage, int partsDone) =>
            progress?.Report(new MeasurementProgress(stage, read.BytesRead, read.BytesRead, partsDone, hits.Count, ""));
    }

    /// <summary>The measured days: open ends are those of the qualified hits; null when no hit qualified.</summary>
    private static DayRange? RangeOf(MeasurementDefinition definition, VisitLedger visits)
    {
        if (visits.FirstDay > visits.LastDay)
        {
            return null;
        }

        var start = definition.From is { } from ? LocalCalendar.DayOf(from) : visits.FirstDay;
        var end = definition.To is { } to ? LocalCalendar.DayOf(to) : visits.LastDay + 1;
        return new DayRange(start, Math.Max(start, end));
    }
}
