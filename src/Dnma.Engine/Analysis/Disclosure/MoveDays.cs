using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>When a visit that makes a row grow can come, and on which days another can go. A few of each. Not thread safe.</summary>
internal sealed class MoveDays(CellFrame frame, CellIndex index, TerritoryChains chains, DayActivity activity, RelationSet relations, WithheldUnits withheld, int totals, SearchBreadth breadth)
{
    /// <summary>The days to come to and to go from, null for none.</summary>
    public IEnumerable<(int To, int? From)> Times(int cell)
    {
        var (kind, days) = frame.Periods[frame.Period[cell]];
        int[] tos = [.. Days(cell, days)];
        foreach (var to in tos)
        {
            yield return (to, null);
        }

        if (kind == PeriodKind.All)
        {
            yield break;
        }

        foreach (var to in tos.Take(breadth.Most / 2))
        {
            foreach (var from in OtherDays(cell, days, to))
            {
                yield return (to, from);
            }
        }
    }

    /// <summary>Days outside a row's period on which what lies around it had visits: those of the same week and month first, then those of the most visits.</summary>
    public IEnumerable<int> DaysBeside(int cell, int[] around, int to)
    {
        var days = frame.Periods[frame.Period[cell]].Days;
        var isOfTotal = frame.Modalities[frame.Modality[cell]].Dimension == Dimension.Total.Code;
        var territory = around.FirstOrDefault(chains.HasDays, chains.Nation);
        return index.Series(territory, totals).ToArray()
            .Where(one => frame.Periods[frame.Period[one]].Kind == PeriodKind.Day && frame.Amount[one] >= 2)
            .Select(one => (Day: frame.Periods[frame.Period[one]].Days.Start, Amount: frame.Amount[one]))
            .Where(one => one.Day != to && !(isOfTotal && days.Contains(one.Day)))
            .OrderByDescending(one => index.PeriodOf(PeriodKind.Week, one.Day) == index.PeriodOf(PeriodKind.Week, to))
            .ThenByDescending(one => index.PeriodOf(PeriodKind.Month, one.Day) == index.PeriodOf(PeriodKind.Month, to))
            .ThenByDescending(one => one.Amount).ThenBy(one => one.Day)
            .Take(breadth.Most).Select(one => one.Day);
    }

    private IEnumerable<int> Days(int cell, DayRange days)
    {
        if (days.Length == 1)
        {
            return [days.Start];
        }

        var series = index.Series(frame.Territory[cell], frame.Modality[cell]);
        var around = activity.DaysAround(cell).Where(days.Contains);
        if (chains.HasDays(frame.Territory[cell]))
        {
            return around.Select(day => index.FindIn(index.Series(frame.Territory[cell], frame.Modality[cell]), index.PeriodOf(PeriodKind.Day, day)))
                .OrderByDescending(one => frame.Amount[one]).ThenBy(one => one).Take(breadth.Most - 1).Select(one => frame.Periods[frame.Period[one]].Days.Start);
        }

        var found = new List<int>();
        var week = -1;
        foreach (var day in around)
        {
            // One day of each week: those of a week differ in larger territories alone.
            if (index.PeriodOf(PeriodKind.Week, day) is var own && own != week
                && index.FindIn(series, own) >= 0 && index.FindIn(series, index.PeriodOf(PeriodKind.Month, day)) >= 0)
            {
                week = own;
                found.Add(day);
            }
        }

        return found.OrderByDescending(day => frame.Amount[index.FindIn(index.Series(frame.Territory[cell], frame.Modality[cell]), index.PeriodOf(PeriodKind.Week, day))]).ThenBy(day => day).Take(breadth.Most - 1);
    }

    /// <summary>Days outside a cell's period to take a visit from; those of the same week and month first.</summary>
    private IEnumerable<int> OtherDays(int cell, DayRange days, int to)
    {
        var (territory, modality) = (frame.Territory[cell], frame.Modality[cell]);
        var kind = chains.HasDays(territory) ? PeriodKind.Day : PeriodKind.Week;
        return activity.DaysAround(cell)
            .Where(day => !days.Contains(day) && index.FindIn(index.Series(territory, modality), index.PeriodOf(kind, day)) is var one && one >= 0 && frame.Amount[one] >= 2)
            .GroupBy(day => index.PeriodOf(kind, day)).Select(group => group.First())
            .OrderByDescending(day => index.PeriodOf(PeriodKind.Month, day) == index.PeriodOf(PeriodKind.Month, to))
            .ThenByDescending(day => index.PeriodOf(PeriodKind.Week, day) == index.PeriodOf(PeriodKind.Week, to))
            .ThenByDescending(day => withheld.Holds(relations.UnitOf[index.FindIn(index.Series(territory, modality), index.PeriodOf(kind, day))]))
            .ThenBy(day => day).Take(breadth.Most - 1);
    }
}
