using Dnma.Engine.Hits;
using Dnma.Engine.Qualification.Observations;

namespace Dnma.Engine.Qualification;

/// <summary>
/// Says of every hit of a batch whether it is excluded and why, as far as one hit alone can tell; duplicates, pings without a visit and
/// robots by volume show themselves only beside the visitor's other hits (room Visits). One for each worker; not thread safe.
/// </summary>
internal sealed class HitQualifier
{
    /// <summary>Stands for "not excluded" in verdicts.</summary>
    public const byte Counted = 0;

    /// <summary>Stands for "not counted by the norm, but reported as an event".</summary>
    public const byte EventOnly = 1;

    /// <summary>Stands for "excluded, keep nothing".</summary>
    public const byte Dropped = 2;

    /// <summary>2005-01-01 UTC, inclusive.</summary>
    public const long FirstPlausibleMs = 1_104_537_600_000;

    /// <summary>2100-01-01 UTC, exclusive.</summary>
    public const long EndOfPlausibleMs = 4_102_444_800_000;

    private readonly CountingRule _rule;
    private readonly HitDictionaries _dictionaries;
    private readonly HitObserver? _observer;
    private readonly int _testSite;
    private readonly int _native;

    /// <param name="rule">Which kinds of hit the norm counts.</param>
    /// <param name="dictionaries">What the hits' codes mean.</param>
    /// <param name="observer">Is shown all hits and why they are excluded; null where nobody asks.</param>
    public HitQualifier(CountingRule rule, HitDictionaries dictionaries, HitObserver? observer = null)
    {
        _rule = rule;
        _dictionaries = dictionaries;
        _observer = observer;
        _testSite = dictionaries.Collectivities.CodeOf("365203"u8);
        _native = dictionaries.Types.CodeOf("natif"u8);
    }

    public QualificationLedger Ledger { get; } = new();

    /// <summary>Fills <paramref name="verdicts"/> with one of the constants of this type for each hit of the batch.</summary>
    public void Qualify(HitBatch batch, Span<byte> verdicts)
    {
        var tuples = _dictionaries.Usages;
        Ledger.Accepted += batch.Count;
        for (var i = 0; i < batch.Count; i++)
        {
            if (FirstExclusion(batch, i) is { } reason)
            {
                Ledger.Exclude(reason);
                _observer?.Exclude(batch.Place[i], reason);
                verdicts[i] = Dropped;
                continue;
            }

            var kind = batch.Kind[i];
            if (kind == HitKind.Page)
            {
                verdicts[i] = Counted;
                continue;
            }

            var usage = tuples[batch.Usage[i]];
            if (_rule.Counts(kind, usage.Service != 0, usage.Type == _native))
            {
                verdicts[i] = Counted;
            }
            else
            {
                Ledger.Exclude(ExclusionReason.NotCountedByNorm);
                verdicts[i] = kind == HitKind.Ping ? Dropped : EventOnly;
            }
        }

        _observer?.Observe(batch, verdicts);
    }

    private ExclusionReason? FirstExclusion(HitBatch batch, int i)
    {
        var flags = batch.Flags[i];
        const HitFlags Excluding = HitFlags.Robot | HitFlags.Monitor | HitFlags.Prefetch | HitFlags.OptOut;
        if ((flags & Excluding) != 0)
        {
            return (flags & HitFlags.Robot) != 0 ? ExclusionReason.Robot
                : (flags & HitFlags.Monitor) != 0 ? ExclusionReason.Monitor
                : (flags & HitFlags.Prefetch) != 0 ? ExclusionReason.Prefetch
                : ExclusionReason.OptOut;
        }

        if (batch.Person[i].IsNone)
        {
            return ExclusionReason.Anonymous;
        }

        if (batch.Collectivity[i] == _testSite)
        {
            return ExclusionReason.TestSite;
        }

        return batch.InstantMs[i] is >= FirstPlausibleMs and < EndOfPlausibleMs ? null : ExclusionReason.ImplausibleInstant;
    }
}
