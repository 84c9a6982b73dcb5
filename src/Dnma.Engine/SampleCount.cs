using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>What the engine counts of a sample of persons, by the same code as of everybody, so that SQL has something to compare with. Used once.</summary>
/// <param name="definition">What is measured.</param>
/// <param name="dictionaries">What codes mean.</param>
/// <param name="territories">Which territories places belong to.</param>
/// <param name="plan">Which periods and levels are counted.</param>
/// <param name="perimeter">Whose visits are measured; null for all.</param>
/// <param name="marks">Takes marks of users; null where visitors are persons. Belongs to this object.</param>
internal sealed class SampleCount(
    MeasurementDefinition definition,
    HitDictionaries dictionaries,
    TerritoryIndex territories,
    CountingPlan plan,
    IPlaceSet? perimeter,
    SortedPartitions<UserMark, UserMarkOrder>? marks) : IDisposable
{
    private readonly List<IndicatorCounter> _counters = [];
    private readonly RollUp _rows = new(plan, dictionaries, territories);

    /// <summary>Hits that the norm counts by themselves.</summary>
    public long Qualified { get; private set; }

    /// <summary>What became of them.</summary>
    public VisitLedger Visits { get; } = new();

    /// <summary>Those that only their neighbours show to be excluded.</summary>
    public QualificationLedger Exclusions { get; } = new();

    /// <summary>Counts one worker's hits.</summary>
    public Worker OpenWorker() => new(this);

    /// <summary>Counts users that were put off, and adds up; to be called when all workers are complete.</summary>
    public void Complete(VisitStage counting, CancellationToken cancellation)
    {
        if (marks is not null)
        {
            counting.CountUsers(_counters, marks, cancellation);
        }

        _rows.Run(_counters, cancellation);
    }

    /// <summary>The sample's tables, over the measured days of everybody.</summary>
    public (IndicatorTable Indicators, EventTable Events) Tables(CountedLog counted, DayRange? range, CancellationToken cancellation)
    {
        var order = new TableOrder(counted.Territories, range?.Start ?? 0);
        return (
            new IndicatorTableBuilder(_rows.Indicators, order, dictionaries, definition.CustomDimensions).Build(range ?? default, cancellation),
            EventTableBuilder.Build(_rows.Events, order, dictionaries.Labels, definition.Periods, definition.Levels, cancellation));
    }

    public void Dispose() => marks?.Dispose();

    /// <summary>Counts one worker's hits. Not thread safe.</summary>
    internal sealed class Worker
    {
        private readonly SampleCount _owner;
        private readonly SortedPartitions<UserMark, UserMarkOrder>.Writer? _writer;
        private readonly IndicatorCounter _counter;
        private readonly Sessionizer _sessionizer;
        private long _qualified;

        internal Worker(SampleCount owner)
        {
            _owner = owner;
            _writer = owner.Marks?.OpenWriter();
            _counter = new IndicatorCounter(owner.Plan, owner.Dictionaries, owner.Territories, _writer);
            _sessionizer = new Sessionizer(owner.Definition.Norm, owner.Dictionaries, owner.Definition.Zone, owner.Definition.Range, _counter, owner.Perimeter);
        }

        /// <summary>Takes the next hits, in order.</summary>
        public void Push(ReadOnlySpan<PackedHit> hits)
        {
            foreach (ref readonly var hit in hits)
            {
                _qualified += hit.IsCounted ? 1 : 0;
            }

            _sessionizer.Push(hits);
        }

        /// <summary>A partition ends.</summary>
        public void Finish() => _sessionizer.Finish();

        /// <summary>No hits follow.</summary>
        public void Complete()
        {
            _counter.Complete();
            _writer?.Complete();
            lock (_owner._counters)
            {
                _owner._counters.Add(_counter);
                _owner.Qualified += _qualified;
                _owner.Visits.Add(_sessionizer.Ledger);
                _owner.Exclusions.Add(_sessionizer.Exclusions);
            }
        }
    }

    private MeasurementDefinition Definition => definition;

    private HitDictionaries Dictionaries => dictionaries;

    private TerritoryIndex Territories => territories;

    private CountingPlan Plan => plan;

    private IPlaceSet? Perimeter => perimeter;

    private SortedPartitions<UserMark, UserMarkOrder>? Marks => marks;
}
