using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Core;

/// <summary>The least that can be asked of visits: how many, of how many users, of what duration. One for each worker.</summary>
internal sealed class NationalTotal : IVisitSink
{
    private bool _isCounted;

    public long Visits { get; private set; }

    public long Users { get; private set; }

    public long DurationMs { get; private set; }

    public void BeginVisitor() => _isCounted = false;

    public void Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices)
    {
        Visits++;
        DurationMs += visit.DurationMs;
        if (!_isCounted)
        {
            _isCounted = true;
            Users++;
        }
    }

    public void AcceptEvent(in PackedHit hit, int day)
    {
    }

    public void Add(NationalTotal other)
    {
        Visits += other.Visits;
        Users += other.Users;
        DurationMs += other.DurationMs;
    }
}
