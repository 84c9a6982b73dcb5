using System.Diagnostics;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.Recount;
using Dnma.Engine.Store;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// The recount beside a measurement: chooses whose hits are counted twice, hands them to SQL while the engine counts, and compares. Of a sample the engine
/// keeps a count of its own. Used once.
/// </summary>
internal sealed class RecountStage : IDisposable
{
    /// <summary>How many differences are listed; all are counted.</summary>
    private const int ListedDifferences = 20;

    /// <summary>What SQL needs at least, whatever the engine's limit: below it, it cannot even put aside.</summary>
    private const long LeastBytes = 128L << 20;

    private readonly EngineOptions _options;
    private readonly MeasurementDefinition _definition;
    private readonly RecountDatabase _database;
    private PersonSample? _sample;
    private SampleCount? _sampleCount;
    private int _bits;
    private RecountLedger _ledger;

    private RecountStage(EngineOptions options, MeasurementDefinition definition)
    {
        _options = options;
        _definition = definition;
        Tally = options.Recount == RecountScope.Sample ? new SampleTally() : null;
        _database = RecountDatabase.Open(new DuckDbSettings
        {
            MemoryLimitBytes = Math.Max(options.MemoryLimit.Bytes / 4, LeastBytes),
            Threads = options.Threads,
            TempDirectory = options.TemporaryFolder,
        });
    }

    /// <summary>Ends when its memory and its temporary files are gone, once it is disposed of.</summary>
    public Task Closed => _database.Closed;

    /// <summary>Is told of every scattered hit while they are read; null where the sample need not be chosen.</summary>
    public SampleTally? Tally { get; }

    /// <summary>The recount that the options ask for; null for none.</summary>
    public static RecountStage? Of(EngineOptions options, MeasurementDefinition definition) =>
        options.Recount == RecountScope.None ? null : new RecountStage(options, definition);

    /// <summary>Chooses whose hits are recounted; to be called when all are read, and visitors still known.</summary>
    public void Choose(VisitorIndex visitors)
    {
        _bits = Tally?.BitsWithin(_options.RecountHits) ?? 0;
        _sample = _bits > 0 ? new PersonSample(visitors, _bits) : null;
    }

    /// <summary>Gets ready to be handed hits.</summary>
    /// <param name="dictionaries">What codes mean.</param>
    /// <param name="territories">Which territories places belong to.</param>
    /// <param name="plan">Which periods and levels are counted.</param>
    /// <param name="perimeter">Whose visits are measured; null for all.</param>
    /// <param name="marks">Makes room for marks of users, where visits are not keyed by person.</param>
    public void Begin(
        HitDictionaries dictionaries, TerritoryIndex territories, CountingPlan plan, IPlaceSet? perimeter, Func<SortedPartitions<UserMark, UserMarkOrder>> marks)
    {
        if (_sample is not null)
        {
            _sampleCount = new SampleCount(
                _definition, dictionaries, territories, plan, perimeter, _definition.Norm.VisitsKeyedBy == VisitorKey.Person ? null : marks());
        }
    }

    /// <summary>Takes one worker's hits.</summary>
    public RecountTap OpenTap() => new(_database.OpenWriter(), _sample, _sampleCount?.OpenWorker());

    /// <summary>Ends the engine's own count of what is recounted, when all hits were taken.</summary>
    /// <param name="counting">What the engine counted of everybody.</param>
    /// <param name="qualified">How many hits qualified by themselves, everybody's.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Complete(VisitStage counting, long qualified, CancellationToken cancellation)
    {
        _sampleCount?.Complete(counting, cancellation);
        _ledger = _sampleCount is { } sample
            ? LedgerOf(sample.Qualified, sample.Visits, sample.Exclusions)
            : LedgerOf(qualified, counting.Visits, counting.Exclusions);
    }

    /// <summary>Counts in SQL, and compares.</summary>
    /// <param name="counted">What was counted.</param>
    /// <param name="indicators">Everybody's indicators.</param>
    /// <param name="events">Everybody's events.</param>
    /// <param name="range">The measured days; null when no hit qualified.</param>
    /// <param name="cancellation">Stops it.</param>
    public RecountOutcome Run(CountedLog counted, IndicatorTable indicators, EventTable events, DayRange? range, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (_sampleCount is { } sample)
        {
            (indicators, events) = sample.Tables(counted, range, cancellation);
        }

        _database.Count(RequestOf(range), new RecountMeanings(counted.Dictionaries, _definition.Annuaire), cancellation);
        var comparison = new RecountComparison(_database, _definition.CustomDimensions, !_definition.Perimeter.IsEverything, ListedDifferences);
        var recounted = _database.ReadLedger(cancellation);
        comparison.Run(indicators, events, _ledger, recounted, cancellation);
        var outcome = new RecountOutcome
        {
            Scope = _sample is null ? RecountScope.Full : RecountScope.Sample,
            OneIn = 1L << _bits,
            Hits = recounted.Qualified,
            Persons = _database.ReadPersons(cancellation),
            Visits = recounted.Visits,
            Cells = comparison.Differences.Compared,
            Differing = comparison.Differences.Differing,
            Differences = comparison.Differences.First,
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };

        // The certificate needs no database: its memory is another's from here on.
        _database.Close(cancellation);
        return outcome;
    }

    public void Dispose()
    {
        _sampleCount?.Dispose();
        _database.Dispose();
    }

    private RecountRequest RequestOf(DayRange? range)
    {
        var plan = new CountingPlan(_definition.CountedPeriods, _definition.CountedLevels);
        var pairs =
            from period in Enum.GetValues<PeriodKind>()
            from level in Enum.GetValues<TerritoryLevel>()
            where plan.Counts(period, level)
            select new RecountPair(period, level, plan.CountsEvents(period, level) && _definition.Periods.Contains(period) && _definition.Levels.Contains(level));
        return new RecountRequest
        {
            Norm = _definition.Norm,
            ZoneId = _definition.Zone.Id,
            From = _definition.From is { } from ? LocalCalendar.DayOf(from) : null,
            To = _definition.To is { } to ? LocalCalendar.DayOf(to) : null,
            IsSample = _sample is not null,
            Range = range,
            Pairs = [.. pairs],
            CustomNames = _definition.CustomDimensions,
            Perimeter = _definition.Perimeter,
        };
    }

    private static RecountLedger LedgerOf(long qualified, VisitLedger visits, QualificationLedger exclusions) => new(
        qualified,
        exclusions[ExclusionReason.NotCountedByNorm],
        exclusions[ExclusionReason.Duplicate],
        visits.RobotVisits,
        exclusions[ExclusionReason.Robot],
        visits.Counted,
        visits.CountedHits,
        visits.OutOfPeriod,
        visits.OutOfPeriodHits,
        visits.OutOfPerimeter,
        visits.OutOfPerimeterHits);
}
