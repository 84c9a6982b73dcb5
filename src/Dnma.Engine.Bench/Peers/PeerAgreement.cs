using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Peers;

/// <summary>Asserts that a peer gives the core's answer, before either is timed.</summary>
internal static class PeerAgreement
{
    /// <summary>The cells of the published tables among the core's indicators.</summary>
    public static FigureRow[] Of(IndicatorTable indicators) =>
    [
        .. indicators
            .Where(row => row.Period == PeriodKind.Week && row.Level == TerritoryLevel.Establishment && row.Code != IndicatorCodes.Unknown)
            .Where(row => row.Dimension.Code is "total" or "profile" or "device" or "os" or "browser" or "profile-device" or "service")
            .Select(row => new FigureRow(LocalCalendar.DayOf(row.PeriodStart), row.Code, row.Dimension.Code, row.Modality, row.Visits, row.Users, row.DurationMs)),
    ];

    /// <summary>Throws where the two differ, with the first cell that does.</summary>
    public static void Demand(string peer, IEnumerable<FigureRow> core, IEnumerable<FigureRow> other)
    {
        var expected = core.ToHashSet();
        var found = other.ToHashSet();
        if (!expected.SetEquals(found))
        {
            var missing = expected.Except(found).Select(row => row.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();
            var extra = found.Except(expected).Select(row => row.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();
            throw new InvalidOperationException($"{peer} disagrees: the core has {missing}, {peer} has {extra} ({expected.Count} and {found.Count} cells)");
        }
    }
}
