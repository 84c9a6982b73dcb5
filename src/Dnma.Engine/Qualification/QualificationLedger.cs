namespace Dnma.Engine.Qualification;

/// <summary>What became of the accepted hits. A value that is added up over workers; not thread safe.</summary>
public sealed class QualificationLedger
{
    private readonly long[] _excluded = new long[ExclusionReasonCodes.Count];

    /// <summary>Hits that ingestion accepted.</summary>
    public long Accepted { get; internal set; }

    /// <summary>Hits that count: <see cref="Accepted"/> less all the excluded.</summary>
    public long Qualified => Accepted - Excluded;

    /// <summary>Hits excluded for any reason.</summary>
    public long Excluded => _excluded.Sum();

    /// <summary>Hits excluded for one reason.</summary>
    public long this[ExclusionReason reason] => _excluded[(int)reason];

    internal void Exclude(ExclusionReason reason, long hits = 1) => _excluded[(int)reason] += hits;

    internal void Add(QualificationLedger other)
    {
        Accepted += other.Accepted;
        for (var index = 0; index < _excluded.Length; index++)
        {
            _excluded[index] += other._excluded[index];
        }
    }
}
