using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Partials;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>
/// Adds the files of all shards up: first every file is checked and all of them are compared, then their rows are read one file after the other, so that
/// the rows of the sum and one file's labels are all that memory must hold. Used once.
/// </summary>
internal sealed class PartialMerge(MeasurementDefinition definition)
{
    public CountedLog Run(IReadOnlyList<string> paths, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        if (paths.Count == 0)
        {
            throw new EngineException(ErrorId.InvalidOption, "partial results", "none is named", "name the file of every shard");
        }

        var files = paths.Select(path => PartialFile.Open(path, cancellation)).ToArray();
        PartialAgreement.Check(files, CertificateAssembly.EngineVersion, CertifiedDefinition.AsAsked(definition));

        var dictionaries = new HitDictionaries(definition.CustomDimensions.Count);
        var territories = new TerritoryIndex(dictionaries, definition.Annuaire);
        var rows = new RollUp(new CountingPlan(definition.Periods, definition.Levels), dictionaries, territories);
        var tables = PartialTables.Of(rows, dictionaries, definition.CustomDimensions);
        var (qualification, visits) = (new QualificationLedger(), new VisitLedger());
        var (done, total) = (0L, files.Sum(file => file.Bytes));
        foreach (var file in files)
        {
            Report(MeasurementStage.Reading, file.Path);
            var head = file.ReadAgain(reader =>
            {
                var table = new RowTableReader(reader, territories);
                foreach (var (cells, texts) in tables)
                {
                    table.AddTo(cells, texts, cancellation);
                }
            });
            qualification.Add(head.Qualification);
            visits.Add(head.Visits);
            done += file.Bytes;
        }

        Report(MeasurementStage.Publishing, "");
        return new CountedLog(ReadingOf(files[0].Head, qualification), visits, dictionaries, territories, rows, SpilledBytes: 0, files.Length);

        void Report(MeasurementStage stage, string subject) => progress?.Report(new MeasurementProgress(stage, done, total, 0, 0, subject));
    }

    /// <summary>What all shards read alike, and the hits of all of them.</summary>
    private static ReadingOutcome ReadingOf(PartialHead head, QualificationLedger qualification) =>
        new(head.Inputs, head.Read, head.Merged, head.Rejected, head.Rejects, head.Notices, Elsewhere: 0, qualification);
}
