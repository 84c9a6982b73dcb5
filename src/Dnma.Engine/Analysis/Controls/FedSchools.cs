using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>The establishments of a table with their visits, from its weeks: those are there whatever was asked for. Immutable.</summary>
internal sealed class FedSchools
{
    private readonly Dictionary<string, List<(int Start, long Visits)>> _weeks = new(StringComparer.Ordinal);

    private FedSchools()
    {
    }

    /// <summary>Their UAI, in no order that means anything.</summary>
    public IEnumerable<string> Codes => _weeks.Keys;

    public static FedSchools Of(IndicatorTable table)
    {
        var fed = new FedSchools();
        var columns = table.Columns;
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] == PeriodKind.Week && columns.Level[row] == TerritoryLevel.Establishment
                && Blocks.Is(columns.Dimension[row], Dimension.Total) && columns.Visits[row] > 0 && columns.Code[row] != IndicatorCodes.Unknown)
            {
                if (!fed._weeks.TryGetValue(columns.Code[row], out var weeks))
                {
                    fed._weeks.Add(columns.Code[row], weeks = []);
                }

                weeks.Add((columns.PeriodStart[row], columns.Visits[row]));
            }
        }

        return fed;
    }

    public bool Contains(string uai) => _weeks.ContainsKey(uai);

    /// <summary>The visits of an establishment.</summary>
    /// <param name="uai">One of <see cref="Codes"/>.</param>
    /// <param name="before">Only weeks that end on or before this day; all of them without it.</param>
    public long Visits(string uai, int before = int.MaxValue) => _weeks[uai].Where(week => week.Start <= before - 7).Sum(week => week.Visits);

    /// <summary>The first week with visits of an establishment, by its Monday.</summary>
    public int FirstWeek(string uai) => _weeks[uai][0].Start;
}
