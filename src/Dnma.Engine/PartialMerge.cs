using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Partials;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine;

/// <summary>
/// Adds the files of all shards up: first every file is checked and all of them are compared, then their rows are read one file after the other, then users
/// that no shard could count are, from all files side by side. What memory must hold is the sum, one file's labels and one person. Used once.
/// </summary>
internal sealed class PartialMerge(MeasurementDefinition definition)
{
    private readonly HitDictionaries _dictionaries = new(definition.CustomDimensions.Count)
    {
        KeepsOperators = definition.NeedsOperators,
        KeepsCollectivities = definition.NeedsCollectivities,
    };

    private readonly QualificationLedger _qualification = new();
    private readonly VisitLedger _visits = new();
    private readonly ObservationSum _observations = new();

    public CountedLog Run(IReadOnlyList<string> paths, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        if (paths.Count == 0)
        {
            throw new EngineException(ErrorId.InvalidOption, "partial results", "none is named", "name the file of every shard");
        }

        var files = paths.Select(path => PartialFile.Check(path, cancellation)).ToArray();
        PartialAgreement.Check(files, CertificateAssembly.EngineVersion, CertifiedDefinition.AsAsked(definition));

        var plan = new CountingPlan(definition.CountedPeriods, definition.CountedLevels);
        var territories = new TerritoryIndex(_dictionaries, definition.Annuaire, plan);
        var rows = new RollUp(plan, _dictionaries, territories);
        var (done, total) = (0L, files.Sum(file => file.Bytes));
        var open = new List<OpenPartial>();
        try
        {
            foreach (var file in files)
            {
                Report(MeasurementStage.Reading, file.Path);
                open.Add(file.Open());
                Add(open[^1].Reader, rows, territories, cancellation);
                done += file.Bytes;
            }

            Report(MeasurementStage.Counting, "");
            var users = new IndicatorCounter(plan, _dictionaries, territories, deferred: null);
            UserMerge.Count(open.Select(file => new UserMarkReader(file.Reader, _dictionaries, territories)), users, cancellation);
            rows.Run([users], cancellation);
            for (var i = 0; i < files.Length; i++)
            {
                files[i].Finish(open[i]);
            }
        }
        finally
        {
            open.ForEach(file => file.Dispose());
        }

        Report(MeasurementStage.Publishing, "");
        var observed = HitObservations.Of(_observations, _dictionaries);
        return new CountedLog(ReadingOf(files[0].Head), _visits, observed, _dictionaries, territories, rows, SpilledBytes: 0, files.Length);

        void Report(MeasurementStage stage, string subject) => progress?.Report(new MeasurementProgress(stage, done, total, 0, 0, subject));
    }

    /// <summary>Adds one file's ledgers and rows, and leaves the reader before its users.</summary>
    private void Add(DigestedReader file, RollUp rows, TerritoryIndex territories, CancellationToken cancellation)
    {
        var head = PartialHeadReader.Read(file);
        _qualification.Add(head.Qualification);
        _visits.Add(head.Visits);
        var table = new RowTableReader(file, territories);
        foreach (var (cells, texts) in PartialTables.Of(rows, _dictionaries, definition.CustomDimensions))
        {
            table.AddTo(cells, texts, cancellation);
        }

        new ObservationReader(file, _dictionaries).AddTo(_observations, cancellation);
    }

    /// <summary>What all shards read alike, and the hits of all of them.</summary>
    private ReadingOutcome ReadingOf(PartialHead head) =>
        new(head.Inputs, head.Read, head.Merged, head.Rejected, head.Rejects, head.Notices, Elsewhere: 0, _qualification);
}
