using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Rejects;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Qualification;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Reports;
using Dnma.Engine.Store;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// From bytes to scattered hits: every input is read, decoded, encoded, qualified and scattered by visitor, by as many workers as threads; then
/// the split hits are joined. Worker and block numbers never show in the outcome.
/// </summary>
/// <param name="options">How to work.</param>
/// <param name="definition">What is measured.</param>
/// <param name="dictionaries">Filled with labels.</param>
/// <param name="secret">The key of the pseudonyms.</param>
/// <param name="shard">Whose hits are qualified; null for everybody's.</param>
/// <param name="tally">Is told how many hits there are of whom; null where nobody asks.</param>
internal sealed class ReadingStage(
    EngineOptions options, MeasurementDefinition definition, HitDictionaries dictionaries, byte[] secret, VisitorShard? shard = null, SampleTally? tally = null)
{
    /// <summary>How many rejected records of each reason are listed; the ledger counts them all.</summary>
    private const int ListedRejects = 1000;

    private static readonly HitFlags[] Notices =
    [
        HitFlags.UaiMalformed, HitFlags.UaiLetterWrong, HitFlags.ProfileUnknown, HitFlags.ServiceUnknown, HitFlags.SplitIncomplete, HitFlags.ClockIgnored,
    ];

    /// <summary>Takes what is observed of hits; null where nobody asks.</summary>
    public ObservationSum? Observations { get; init; }

    private readonly long _contentSeed = BitConverter.ToInt64(HMACSHA256.HashData(secret, "content"u8));
    private readonly PseudonymCache _pseudonyms = new(BitConverter.ToInt64(HMACSHA256.HashData(secret, "pseudonyms"u8)));
    private readonly byte[][] _customNames = [.. definition.CustomDimensions.Select(Encoding.UTF8.GetBytes)];

    public async Task<ReadingOutcome> RunAsync(
        HitLog log, VisitorIndex visitors, SortedPartitions<PackedHit, HitOrder> hits, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        using var parts = new SplitHitStore(options.MemoryLimit.Bytes / 16, options.TemporaryFolder);
        var workers = new List<Worker>();
        try
        {
            return await RunAsync(log, visitors, hits, parts, workers, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    private async Task<ReadingOutcome> RunAsync(
        HitLog log,
        VisitorIndex visitors,
        SortedPartitions<PackedHit, HitOrder> hits,
        SplitHitStore parts,
        List<Worker> workers,
        IProgress<MeasurementProgress>? progress,
        CancellationToken cancellation)
    {
        var result = await PipelineOf().RunAsync(
            log,
            new IngestOptions { Threads = options.Threads, BlockBytes = options.BlockBytes },
            _ => AddWorker().Sink,
            progress is null ? null : new Relay(progress),
            cancellation).ConfigureAwait(false);

        // The joined hits are a worker of their own: what it is given was read by the others.
        var joiner = AddWorker();
        var joined = parts.Join(joiner.Sink, cancellation);
        workers.ForEach(worker => worker.Complete(Observations));
        return OutcomeOf(result, workers, joiner.Sink.Read, joined.Merged);

        Worker AddWorker()
        {
            var worker = new Worker(this, parts, visitors, hits.OpenWriter());
            workers.Add(worker);
            return worker;
        }
    }

    private IngestPipeline PipelineOf()
    {
        var mapping = MatomoMapping.Default with { Structures = definition.Structures.Count > 0 ? new StructureLookup(definition.Structures) : null };
        var budget = options.MemoryLimit.Bytes / 4;
        var settings = new DuckDbSettings { MemoryLimitBytes = budget, Threads = options.Threads, TempDirectory = options.TemporaryFolder };
        return new IngestPipeline(
            new RequestFormats(sink => new XitiRequestDecoder(sink), sink => new MatomoRequestDecoder(sink, mapping)),
            [new HitTableDetector(mapping)],
            new ParquetInputs(settings),
            new MatomoTableSet(mapping, budget, settings));
    }

    private static ReadingOutcome OutcomeOf(IngestResult result, List<Worker> workers, long rejoined, long merged)
    {
        var rejects = new RejectLedger(ListedRejects);
        var (notices, qualification, read, elsewhere) = (new NoticeLedger(), new QualificationLedger(), 0L, 0L);
        foreach (var worker in workers)
        {
            rejects.Merge(worker.Sink.Rejects);
            notices.Add(worker.Notices);
            qualification.Add(worker.Qualification);
            read += worker.Sink.Read;
            elsewhere += worker.Elsewhere;
        }

        var inputs = result.Inputs.Select(input => new InputRecord(input.Name, input.Bytes, input.Sha256, input.Lines, input.Records, input.Layout, input.Note ?? "")).ToArray();
        var rejected = Enum.GetValues<RejectReason>().Select(reason => new LedgerLine(reason.Code(), rejects.Count(reason))).ToArray();
        read -= rejoined;
        if (qualification.Accepted + elsewhere == 0 && rejects.Total > 0)
        {
            throw NothingAccepted(rejects, rejected, inputs);
        }

        return new ReadingOutcome(
            inputs,
            read,
            merged,
            rejected,
            [.. rejects.Samples([.. inputs.Select(input => input.Name)]).Select(sample => new RejectRow(sample.File, sample.Line, sample.ByteOffset, sample.Reason.Code(), sample.Text))],
            [.. Notices.Select(flag => new LedgerLine(NameOf(flag), notices[flag]))],
            elsewhere,
            qualification);
    }

    private static EngineException NothingAccepted(RejectLedger rejects, LedgerLine[] rejected, InputRecord[] inputs)
    {
        var first = rejects.Samples([.. inputs.Select(input => input.Name)])[0];
        var reasons = string.Join(", ", rejected.Where(line => line.Count > 0).Select(line => $"{line.Count} {line.Name}"));
        return new EngineException(
            ErrorId.NothingAccepted,
            first.File,
            $"none of {rejects.Total} records is a hit ({reasons}); the first one, line {first.Line}, byte {first.ByteOffset}, looks like: {first.Text}",
            "check that this is the right file, or say what it holds with another format");
    }

    private static string NameOf(HitFlags flag) => flag switch
    {
        HitFlags.UaiMalformed => "uai-malformed",
        HitFlags.UaiLetterWrong => "uai-letter-wrong",
        HitFlags.ProfileUnknown => "profile-unknown",
        HitFlags.ServiceUnknown => "service-unknown",
        HitFlags.SplitIncomplete => "split-hit-incomplete",
        _ => "clock-ignored",
    };

    /// <summary>What one worker has to itself.</summary>
    private sealed class Worker : IDisposable
    {
        private readonly HitEncoder _encoder;
        private readonly Pseudonymizer _pseudonymizer;
        private readonly ShardFilter? _shard;
        private readonly HitQualifier _qualifier;
        private readonly HitObserver? _observer;
        private readonly SortedPartitions<PackedHit, HitOrder>.Writer _writer;
        private readonly SampleTally? _allTally;
        private readonly SampleTally? _tally;

        public Worker(ReadingStage stage, SplitHitStore parts, VisitorIndex visitors, SortedPartitions<PackedHit, HitOrder>.Writer writer)
        {
            _writer = writer;
            _observer = stage.Observations is null ? null : new HitObserver(stage.Dictionaries);
            _qualifier = new HitQualifier(stage.Definition.Norm.Counting, stage.Dictionaries, _observer);
            _shard = stage.Shard is { } shard ? new ShardFilter(shard, stage.Definition.Norm.VisitsKeyedBy) : null;
            (_allTally, _tally) = (stage.Tally, stage.Tally is null ? null : new SampleTally());
            var packer = new HitPacker(stage.Definition.Norm, stage.Dictionaries, visitors);
            var consumer = new QualifyingConsumer(_shard, _qualifier, new HitScatter(packer, writer, _tally));
            _pseudonymizer = new Pseudonymizer(stage.Secret);
            var needsClients = stage.Definition.Norm.VisitsKeyedBy == VisitorKey.ClientElsePerson;
            _encoder = new HitEncoder(stage.Dictionaries, _pseudonymizer, stage.Definition.DeviceRules, needsClients, stage._contentSeed, consumer, stage._pseudonyms, stage.HoursOf());
            Sink = new EncodingSink(
                _encoder, parts, new RejectLedger(ListedRejects), stage._customNames, (long)stage.Definition.ClockTolerance.TotalMilliseconds);
        }

        public EncodingSink Sink { get; }

        public NoticeLedger Notices => _encoder.Notices;

        public QualificationLedger Qualification => _qualifier.Ledger;

        public long Elsewhere => _shard?.Elsewhere ?? 0;

        public void Complete(ObservationSum? observations)
        {
            _encoder.Flush();
            _writer.Complete();
            if (_tally is not null)
            {
                _allTally!.Add(_tally);
            }

            if (_observer is not null)
            {
                _observer.Complete();
                observations?.Add(_observer);
            }
        }

        public void Dispose() => _pseudonymizer.Dispose();
    }

    /// <summary>The computed dimension, where it was asked for.</summary>
    private WeekHourColumn? HoursOf() =>
        definition.CustomDimensions.Index().Where(custom => custom.Item == Dimension.LocalHour.Code).Select(custom => new WeekHourColumn(custom.Index, definition.Zone)).FirstOrDefault();

    private MeasurementDefinition Definition => definition;

    private HitDictionaries Dictionaries => dictionaries;

    private byte[] Secret => secret;

    private VisitorShard? Shard => shard;

    private SampleTally? Tally => tally;

    /// <summary>Says in the measurement's terms how far reading has come.</summary>
    private sealed class Relay(IProgress<MeasurementProgress> progress) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) =>
            progress.Report(new MeasurementProgress(MeasurementStage.Reading, value.BytesRead, value.TotalBytes ?? 0, 0, 0, value.Input));
    }
}
