using Dnma.Engine.Partials;
using Dnma.Engine.Reports;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>Writes the file of a shard.</summary>
internal sealed class PartialPublication(MeasurementDefinition definition, VisitorShard shard, string secretFingerprint)
{
    public PartialMeasurement Write(string path, CountedLog counted, DeferredUsers? users, CancellationToken cancellation)
    {
        using var files = new AtomicFiles(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        files.Write(Path.GetFileName(path), stream =>
        {
            using var file = new DigestedWriter(stream);
            PartialHeadWriter.Write(file, HeadOf(counted));
            var rows = new RowTableWriter(file, counted.Territories);
            foreach (var (cells, texts) in PartialTables.Of(counted.Rows, counted.Dictionaries, definition.CustomDimensions))
            {
                rows.Write(cells, texts, cancellation);
            }

            ObservationWriter.Write(file, counted.Observations, cancellation);
            var marks = new UserMarkWriter(file, counted.Dictionaries);
            users?.Write(marks, cancellation);
            marks.Finish();
            file.Finish();
        });
        cancellation.ThrowIfCancellationRequested();
        files.Publish();
        var hits = counted.Read.Qualification.Accepted;
        return new PartialMeasurement(path, shard, hits, hits + counted.Read.Elsewhere, counted.Visits.Counted);
    }

    private PartialHead HeadOf(CountedLog counted) => new()
    {
        Engine = CertificateAssembly.EngineVersion,
        Shard = shard,
        SecretFingerprint = secretFingerprint,
        Definition = CertifiedDefinition.AsAsked(definition),
        Inputs = counted.Read.Inputs,
        Read = counted.Read.Read,
        Merged = counted.Read.Merged,
        Rejected = counted.Read.Rejected,
        Notices = counted.Read.Notices,
        Rejects = counted.Read.Rejects,
        Elsewhere = counted.Read.Elsewhere,
        Qualification = counted.Read.Qualification,
        Visits = counted.Visits,
    };
}
