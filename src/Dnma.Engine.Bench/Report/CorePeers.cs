using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Bench.Report;

/// <summary>Asks the core's peers whether they agree with it, before anything is timed.</summary>
internal sealed class CorePeers(CoreRun core)
{
    private readonly FigureRow[] _cells = PeerAgreement.Of(core.FourTables(CountingPlan.OpenData).Indicators);
    private readonly NationalTotal _total = core.National().Total;

    public void Demand(string peer, (long Visits, long Users, long DurationMs) total, FigureRow[] cells)
    {
        if ((_total.Visits, _total.Users, _total.DurationMs) != total)
        {
            throw new InvalidOperationException($"{peer} disagrees: {_total.Visits} visits, {_total.Users} users, {_total.DurationMs} ms; {total}");
        }

        PeerAgreement.Demand(peer, _cells, cells);
    }
}
