using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// What it takes to move visits of one modality in some territories and some periods at once: whether every row is there, keeps a visit, and how much of it readers
/// lose. Not thread safe.
/// </summary>
/// <param name="frame">The cells.</param>
/// <param name="index">Finds them.</param>
/// <param name="chains">Which territories have days.</param>
/// <param name="relations">The units.</param>
/// <param name="withheld">Which units are withheld.</param>
/// <param name="fixedUnit">The unit that always stays published; −1 where there is none.</param>
internal sealed class MoveLines(CellFrame frame, CellIndex index, TerritoryChains chains, RelationSet relations, WithheldUnits withheld, int fixedUnit)
{
    private static readonly PeriodKind[] Kinds = [PeriodKind.Day, PeriodKind.Week, PeriodKind.Month, PeriodKind.SchoolYear, PeriodKind.All];

    /// <summary>What the periods gain where a visit comes to one day, and one goes from another.</summary>
    public List<(int Period, int Gain)> Over(int to, int? from)
    {
        var gains = new List<(int, int)>();
        foreach (var kind in Kinds)
        {
            var (gaining, losing) = (index.PeriodOf(kind, to), from is { } day ? index.PeriodOf(kind, day) : -1);
            if (gaining == losing)
            {
                continue;
            }

            gains.Add((gaining, 1));
            if (losing >= 0)
            {
                gains.Add((losing, -1));
            }
        }

        return gains;
    }

    /// <summary>What a line takes from readers; null where one of its rows is not there, always published, or would fall to nothing.</summary>
    /// <param name="times">Periods with what they gain.</param>
    /// <param name="places">Territories with what they gain.</param>
    /// <param name="modality">The modality.</param>
    /// <param name="sign">1 where it gains, −1 where it loses.</param>
    public int? CostOf(List<(int Period, int Gain)> times, (int Territory, int Gain)[] places, int modality, int sign)
    {
        var cost = 0;
        foreach (var (territory, placed) in places)
        {
            if (!frame.Tells(territory, modality))
            {
                continue;
            }

            var series = index.Series(territory, modality);
            var (hasDays, last) = (chains.HasDays(territory), -1);
            foreach (var (period, timed) in times)
            {
                if (!hasDays && frame.Periods[period].Kind == PeriodKind.Day)
                {
                    continue;
                }

                var cell = index.FindIn(series, period);
                if (cell < 0 || (timed * placed * sign < 0 && frame.Amount[cell] < 2) || relations.UnitOf[cell] == fixedUnit)
                {
                    return null;
                }

                var unit = relations.UnitOf[cell];
                cost += unit == last || withheld.Holds(unit) ? 0 : withheld.CostOf(unit);
                last = unit;
            }
        }

        return cost;
    }

    /// <summary>Adds the changes of a line's cells.</summary>
    public void AddTo(List<(int Cell, int Change)> changes, VisitMove move)
    {
        foreach (var (territory, placed) in move.Places.Where(place => frame.Tells(place.Territory, move.Modality)))
        {
            var series = index.Series(territory, move.Modality);
            foreach (var (period, timed) in move.Times)
            {
                if (chains.HasDays(territory) || frame.Periods[period].Kind != PeriodKind.Day)
                {
                    changes.Add((index.FindIn(series, period), timed * placed * move.Sign));
                }
            }
        }
    }
}
