using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Where a visit can come from that makes a row grow: the territories beside its own, what lies inside and around them, and the modalities there. A few of each, those that
/// are withheld first. Not thread safe.
/// </summary>
internal sealed class MovePlaces(CellFrame frame, CellIndex index, TerritoryChains chains, RelationSet relations, WithheldUnits withheld, int totals, SearchBreadth breadth)
{
    /// <summary>Cells beside one in the same period and modality, in other territories of the same level: in the same larger one, else in the next larger.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isOfTotals">Whether they are cells of totals instead, so that any visit can go from there.</param>
    public IEnumerable<int> Partners(int cell, bool isOfTotals = false)
    {
        var territory = frame.Territory[cell];
        var (level, period, modality) = (frame.Territories[territory].Level, frame.Period[cell], isOfTotals ? totals : frame.Modality[cell]);
        if (level == TerritoryLevel.National)
        {
            return [];
        }

        var parent = chains.ParentOf(territory);
        bool isOther(int one) => frame.Territory[one] != territory;
        var near = Some(index.Children(period, modality, parent, level), isOther);
        if (near.Count < 2 && level == TerritoryLevel.Establishment)
        {
            // Other départements of the académie, then of other académies.
            foreach (var department in Around(period, modality, parent))
            {
                near.AddRange(Some(index.Children(period, modality, department, level), isOther).Take(2));
                if (near.Count >= breadth.Most)
                {
                    break;
                }
            }
        }
        else if (near.Count < 2 && level == TerritoryLevel.Department)
        {
            foreach (var academy in index.Children(period, modality, chains.Nation, TerritoryLevel.Academy).ToArray().Select(one => frame.Territory[one]).Where(one => one != parent).TakeLast(breadth.Most))
            {
                near.AddRange(Some(index.Children(period, modality, academy, level), isOther).Take(1));
            }
        }

        return near.Take(breadth.Most);
    }

    /// <summary>Some cells that can lose a visit: withheld ones, the greatest and the least.</summary>
    /// <param name="cells">The cells, the least amount first.</param>
    /// <param name="isFit">Which of them.</param>
    public List<int> Some(ReadOnlySpan<int> cells, Func<int, bool> isFit)
    {
        var (some, greatest, least) = (new List<int>(), -1, -1);
        for (var (place, seen) = (0, 0); place < cells.Length && (least < 0 || (some.Count < breadth.Most - 2 && seen < 8 * breadth.Most)); place++)
        {
            if (frame.Amount[cells[place]] >= 2 && isFit(cells[place]))
            {
                least = least < 0 ? cells[place] : least;
                seen++;
                if (withheld.Holds(relations.UnitOf[cells[place]]))
                {
                    some.Add(cells[place]);
                }
            }
        }

        for (var place = cells.Length - 1; place >= 0 && greatest < 0 && least >= 0; place--)
        {
            greatest = frame.Amount[cells[place]] >= 2 && isFit(cells[place]) ? cells[place] : -1;
        }

        return [.. some.Append(greatest).Append(least).Where(one => one >= 0).Distinct()];
    }

    /// <summary>Whether a modality can lose a visit in a territory on a day, for all that the table tells of it.</summary>
    public bool CanLose(int modality, int territory, int day)
    {
        if (!frame.Tells(territory, modality))
        {
            return true;
        }

        var cell = index.FindIn(index.Series(territory, modality), index.PeriodOf(chains.HasDays(territory) ? PeriodKind.Day : PeriodKind.Week, day));
        return cell >= 0 && frame.Amount[cell] >= 2;
    }

    /// <summary>The least territory inside one that can have had visits of a modality on a day; the territory itself where it has no parts; −1 where none can.</summary>
    public int LeastIn(int territory, int day, int modality)
    {
        var level = chains.PartsOf(territory);
        if (level is null)
        {
            return territory;
        }

        // Where nothing is told of the parts by this dimension, any of them can have had such visits.
        var told = frame.Tells(level.Value, frame.Modalities[modality].Dimension) ? modality : totals;
        var period = index.PeriodOf(level == TerritoryLevel.Establishment ? PeriodKind.Week : PeriodKind.Day, day);
        int[] inside = [.. index.Children(period, told, territory, level.Value).ToArray().Where(one => HasMonth(one, day))];
        return inside.Length == 0 ? -1 : LeastIn(frame.Territory[Preferred(inside)], day, modality);
    }

    /// <summary>A territory, or the least one around it of which the table tells by a dimension.</summary>
    public int TellingOf(int territory, string dimension)
    {
        while (territory != chains.Nation && !frame.Tells(frame.Territories[territory].Level, dimension))
        {
            territory = chains.ParentOf(territory);
        }

        return territory;
    }

    /// <summary>The rows of a dimension on the day of a visit in its territory: of the shortest period of which the table tells there.</summary>
    /// <param name="territory">The territory, or one inside that of which the table tells by the dimension.</param>
    /// <param name="times">The periods around the day, the shortest first.</param>
    /// <param name="dimension">The dimension.</param>
    public ReadOnlySpan<int> BlockOf(int territory, List<(int Period, int Gain)> times, string dimension)
    {
        var telling = TellingOf(territory, dimension);
        return index.Block(times[chains.HasDays(telling) ? 0 : 1].Period, telling, dimension);
    }

    /// <summary>A territory of the nation's own parts, such as a platform, that can have had visits of a modality on a day; −1 where none has.</summary>
    public int PartOfNation(TerritoryLevel level, int day, int modality)
    {
        var told = frame.Tells(level, frame.Modalities[modality].Dimension) ? modality : totals;
        int[] parts = [.. index.Children(index.PeriodOf(PeriodKind.Week, day), told, chains.Nation, level).ToArray().Where(one => HasMonth(one, day))];
        return parts.Length == 0 ? -1 : frame.Territory[Preferred(parts)];
    }

    /// <summary>Whether a cell's territory and modality have a row of the month of a day as well: a week can lie in two.</summary>
    private bool HasMonth(int cell, int day) => index.FindIn(index.Series(frame.Territory[cell], frame.Modality[cell]), index.PeriodOf(PeriodKind.Month, day)) >= 0;

    /// <summary>Other modalities of a row's dimension in its place, that can lose a visit.</summary>
    public IEnumerable<int> ModalitiesBeside(int cell) =>
        Some(index.Block(frame.Period[cell], frame.Territory[cell], frame.Modalities[frame.Modality[cell]].Dimension), one => one != cell).Select(one => frame.Modality[one]);

    private int Preferred(ReadOnlySpan<int> cells)
    {
        for (var place = cells.Length - 1; place >= 0 && place >= cells.Length - 8; place--)
        {
            if (withheld.Holds(relations.UnitOf[cells[place]]))
            {
                return cells[place];
            }
        }

        return cells[^1];
    }

    private IEnumerable<int> Around(int period, int modality, int department)
    {
        var academy = chains.ParentOf(department);
        int[] near = [.. index.Children(period, modality, academy, TerritoryLevel.Department).ToArray().Select(cell => frame.Territory[cell]).Where(one => one != department).Reverse()];
        int[] far = [.. index.Children(period, modality, chains.Nation, TerritoryLevel.Academy).ToArray().Select(cell => frame.Territory[cell]).Where(one => one != academy).TakeLast(breadth.Most).Reverse()];
        return near.Take(breadth.Most).Concat(far.SelectMany(one => index.Children(period, modality, one, TerritoryLevel.Department).ToArray().TakeLast(1).Select(cell => frame.Territory[cell])));
    }
}
