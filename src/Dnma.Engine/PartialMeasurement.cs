using Dnma.Engine.Partials;
using Dnma.Engine.Reports;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>
/// What one shard of the visitors came to: counts that are of no use alone, to be written to a file and merged with those of the other shards
/// (<see cref="AudienceEngine.MergeAsync"/>). Immutable, thread safe.
/// </summary>
public sealed class PartialMeasurement
{
    private readonly CountedLog _counted;
    private readonly string _secretFingerprint;

    internal PartialMeasurement(MeasurementDefinition definition, VisitorShard shard, string secretFingerprint, CountedLog counted)
    {
        Definition = definition;
        Shard = shard;
        _secretFingerprint = secretFingerprint;
        _counted = counted;
    }

    /// <summary>What was measured.</summary>
    public MeasurementDefinition Definition { get; }

    /// <summary>Whose visits were counted.</summary>
    public VisitorShard Shard { get; }

    /// <summary>Accepted hits of this shard's visitors; those of no visitor at all are the first shard's.</summary>
    public long Hits => _counted.Read.Qualification.Accepted;

    /// <summary>Accepted hits of all visitors.</summary>
    public long HitsOfAllShards => Hits + _counted.Read.Elsewhere;

    /// <summary>Visits of this shard's visitors that start in the measured range.</summary>
    public long Visits => _counted.Visits.Counted;

    /// <summary>
    /// Writes the file: first under a temporary name beside its own, then renamed, over that of an earlier run. The same hits under the same definition
    /// and secret give the same bytes. It holds counts by label, and no identifier or pseudonym.
    /// </summary>
    /// <param name="path">The file; its folder is made when missing.</param>
    /// <param name="cancellationToken">Stops the work, and leaves no file.</param>
    /// <exception cref="Contracts.EngineException"><see cref="Contracts.ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    public Task WriteAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => Write(path, cancellationToken), cancellationToken);
    }

    private void Write(string path, CancellationToken cancellation)
    {
        using var files = new AtomicFiles(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        files.Write(Path.GetFileName(path), stream =>
        {
            using var file = new DigestedWriter(stream);
            PartialHeadWriter.Write(file, Head());
            var rows = new RowTableWriter(file, _counted.Territories);
            foreach (var (cells, texts) in PartialTables.Of(_counted.Rows, _counted.Dictionaries, Definition.CustomDimensions))
            {
                rows.Write(cells, texts, cancellation);
            }

            file.Finish();
        });
        cancellation.ThrowIfCancellationRequested();
        files.Publish();
    }

    private PartialHead Head() => new()
    {
        Engine = CertificateAssembly.EngineVersion,
        Shard = Shard,
        SecretFingerprint = _secretFingerprint,
        Definition = CertifiedDefinition.AsAsked(Definition),
        Inputs = _counted.Read.Inputs,
        Read = _counted.Read.Read,
        Merged = _counted.Read.Merged,
        Rejected = _counted.Read.Rejected,
        Notices = _counted.Read.Notices,
        Rejects = _counted.Read.Rejects,
        Elsewhere = _counted.Read.Elsewhere,
        Qualification = _counted.Read.Qualification,
        Visits = _counted.Visits,
    };
}
