using System.Runtime.InteropServices;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// The cells of a table on their three axes: period, territory, modality. Cells without anything counted are left out, as a table shows that they hold
/// nothing. Filled once, then never changed. Not thread safe.
/// </summary>
internal sealed class CellFrame
{
    // Which levels are told of by which dimensions.
    private readonly HashSet<(TerritoryLevel Level, string Dimension)> _told;
    private readonly Dictionary<TerritoryLevel, bool[]> _toldModalities = [];

    private CellFrame(int rows, HashSet<(TerritoryLevel Level, string Dimension)> told)
    {
        _told = told;
        Row = new int[rows];
        Period = new int[rows];
        Territory = new int[rows];
        Modality = new int[rows];
        Amount = new long[rows];
        Users = new long[rows];
    }

    /// <summary>How many cells there are.</summary>
    public int Count => Row.Length;

    /// <summary>Each cell's row in the table.</summary>
    public int[] Row { get; }

    /// <summary>Each cell's place on the axis of <see cref="Periods"/>.</summary>
    public int[] Period { get; }

    /// <summary>Each cell's place on the axis of <see cref="Territories"/>.</summary>
    public int[] Territory { get; }

    /// <summary>Each cell's place on the axis of <see cref="Modalities"/>.</summary>
    public int[] Modality { get; }

    /// <summary>What each cell counts that adds up, visits; at least 1.</summary>
    public long[] Amount { get; }

    /// <summary>Each cell's exact users; at least 1.</summary>
    public long[] Users { get; }

    /// <summary>The periods, with their days inside the measured range.</summary>
    public List<(PeriodKind Kind, DayRange Days)> Periods { get; } = [];

    /// <summary>The territories.</summary>
    public List<(TerritoryLevel Level, string Code)> Territories { get; } = [];

    /// <summary>The modalities, each with its dimension or kind.</summary>
    public List<(string Dimension, string Name)> Modalities { get; } = [];

    /// <summary>Whether the table tells of a level by a dimension, anywhere: where it does not, nobody knows which rows there are.</summary>
    public bool Tells(TerritoryLevel level, string dimension) => _told.Contains((level, dimension));

    /// <summary>Whether the table tells of a territory by the dimension of a modality.</summary>
    /// <param name="territory">A place on the axis of <see cref="Territories"/>.</param>
    /// <param name="modality">A place on the axis of <see cref="Modalities"/>.</param>
    public bool Tells(int territory, int modality) => ToldOf(Territories[territory].Level)[modality];

    /// <summary>Puts the rows of a table, sorted as its file is, in place.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="range">The measured days: periods end with them.</param>
    /// <param name="isKept">Which of the rows.</param>
    public static CellFrame Of(CountedRows rows, DayRange range, Func<int, bool> isKept)
    {
        var frame = new CellFrame(Enumerable.Range(0, rows.Count).Count(row => rows.Amount[row] > 0 && isKept(row)), []);
        var periods = new Dictionary<(PeriodKind, int), int>();
        var territories = new Dictionary<(TerritoryLevel, string), int>();
        var modalities = new Dictionary<(string, string), int>();
        for (var (row, cell) = (0, 0); row < rows.Count; row++)
        {
            if (rows.Amount[row] == 0 || !isKept(row))
            {
                continue;
            }

            frame.Row[cell] = row;
            frame.Period[cell] = PlaceOf(periods, (rows.Period[row], rows.PeriodStart[row]), frame.Periods, period => (period.Item1, PeriodSpan.Of(period.Item1, period.Item2, range)));
            frame.Territory[cell] = PlaceOf(territories, (rows.Level[row], rows.Code[row]), frame.Territories, territory => territory);
            frame.Modality[cell] = PlaceOf(modalities, (rows.DimensionOf(row), rows.Name[row]), frame.Modalities, modality => modality);
            frame.Amount[cell] = rows.Amount[row];
            frame.Users[cell] = rows.Users[row];
            frame._told.Add((rows.Level[row], rows.DimensionOf(row)));
            cell++;
        }

        return frame;
    }

    /// <summary>A frame in which each of some groups of cells, all of one territory and modality, is one cell of one period.</summary>
    /// <param name="groups">The groups, at most one of each territory and modality.</param>
    /// <param name="kind">What that period passes for.</param>
    public CellFrame Collapse(int[][] groups, PeriodKind kind)
    {
        var frame = new CellFrame(groups.Length, _told);
        frame.Periods.Add((kind, default));
        frame.Territories.AddRange(Territories);
        frame.Modalities.AddRange(Modalities);
        for (var cell = 0; cell < groups.Length; cell++)
        {
            var first = groups[cell][0];
            (frame.Territory[cell], frame.Modality[cell], frame.Amount[cell]) = (Territory[first], Modality[first], groups[cell].Min(one => Amount[one]));
        }

        return frame;
    }

    /// <summary>Groups of cells that have the same place on two axes, in the order of these places; cells of a group are in the order of the table.</summary>
    /// <param name="first">Places on the one axis.</param>
    /// <param name="second">Places on the other.</param>
    public IEnumerable<int[]> GroupsBy(int[] first, int[] second)
    {
        var keys = new ulong[Count];
        var cells = new int[Count];
        for (var cell = 0; cell < Count; cell++)
        {
            (keys[cell], cells[cell]) = (((ulong)(uint)first[cell] << 32) | (uint)second[cell], cell);
        }

        Array.Sort(keys, cells);
        for (var start = 0; start < Count;)
        {
            var end = start + 1;
            while (end < Count && keys[end] == keys[start])
            {
                end++;
            }

            var group = cells[start..end];
            Array.Sort(group);
            yield return group;
            start = end;
        }
    }

    // Asked at every step of a search: by place, not by name.
    private bool[] ToldOf(TerritoryLevel level)
    {
        if (!_toldModalities.TryGetValue(level, out var told))
        {
            told = [.. Modalities.Select(modality => Tells(level, modality.Dimension))];
            _toldModalities.Add(level, told);
        }

        return told;
    }

    private static int PlaceOf<TKey, TPlace>(Dictionary<TKey, int> index, TKey key, List<TPlace> places, Func<TKey, TPlace> make)
        where TKey : notnull
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out var exists);
        if (!exists)
        {
            place = places.Count;
            places.Add(make(key));
        }

        return place;
    }
}
