using System.Runtime.InteropServices;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Finds cells by their place, and the neighbours of a cell on each axis: its periods, the territories beside it, the modalities beside it. Built once, then
/// never changed.
/// </summary>
internal sealed class CellIndex
{
    private const int Levels = 16;

    private readonly CellFrame _frame;
    private readonly Dictionary<ulong, (int Start, int Count)> _series = [];
    private readonly Dictionary<(int Period, int Modality, int Parent, TerritoryLevel Level), (int Start, int Count)> _children = [];
    private readonly Dictionary<(int Period, int Territory, string Dimension), (int Start, int Count)> _blocks = [];
    private readonly int[] _bySeries;
    private readonly int[] _byParent;
    private readonly int[] _byBlock;
    private readonly Dictionary<(PeriodKind Kind, int Day), int> _periods = [];

    /// <param name="frame">The cells.</param>
    /// <param name="chains">Which territories lie in which.</param>
    public CellIndex(CellFrame frame, TerritoryChains chains)
    {
        _frame = frame;
        for (var period = 0; period < frame.Periods.Count; period++)
        {
            var (kind, days) = frame.Periods[period];
            for (var day = days.Start; day < days.End; day++)
            {
                _periods[(kind, day)] = period;
            }
        }

        _bySeries = Sorted(cell => ((ulong)(uint)frame.Territory[cell] << 32) | (uint)frame.Modality[cell], isByAmount: false);
        Mark(_bySeries, cell => ((ulong)(uint)frame.Territory[cell] << 32) | (uint)frame.Modality[cell], _series);
        var pairs = Numbers(frame.Period, frame.Modality);
        _byParent = Sorted(cell => ((ulong)(uint)pairs[cell] << 32) | (uint)(((chains.ParentOf(frame.Territory[cell]) + 1) * Levels) + (int)frame.Territories[frame.Territory[cell]].Level), isByAmount: true);
        Mark(_byParent, cell => (frame.Period[cell], frame.Modality[cell], chains.ParentOf(frame.Territory[cell]), frame.Territories[frame.Territory[cell]].Level), _children);
        var dimensions = frame.Modalities.Select(modality => modality.Dimension).Distinct(StringComparer.Ordinal).Select((dimension, index) => (dimension, index)).ToDictionary(pair => pair.dimension, pair => pair.index, StringComparer.Ordinal);
        int[] dimensionOf = [.. frame.Modalities.Select(modality => dimensions[modality.Dimension])];
        pairs = Numbers(frame.Period, frame.Territory);
        _byBlock = Sorted(cell => ((ulong)(uint)pairs[cell] << 32) | (uint)dimensionOf[frame.Modality[cell]], isByAmount: true);
        Mark(_byBlock, cell => (frame.Period[cell], frame.Territory[cell], frame.Modalities[frame.Modality[cell]].Dimension), _blocks);
    }

    /// <summary>The period of a kind that holds a day; −1 where there is none.</summary>
    public int PeriodOf(PeriodKind kind, int day) => _periods.GetValueOrDefault((kind, day), -1);

    /// <summary>The cells of a territory and modality, in the order of their periods.</summary>
    public ReadOnlySpan<int> Series(int territory, int modality) => Of(_bySeries, _series.GetValueOrDefault(((ulong)(uint)territory << 32) | (uint)modality));

    /// <summary>The cell of a series in a period; −1 where it has none.</summary>
    public int FindIn(ReadOnlySpan<int> series, int period)
    {
        var (low, high) = (0, series.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _frame.Period[series[middle]];
            if (found == period)
            {
                return series[middle];
            }

            (low, high) = found < period ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The cells of a period and modality in the territories of a level inside another one, the least amount first.</summary>
    public ReadOnlySpan<int> Children(int period, int modality, int parent, TerritoryLevel level) => Of(_byParent, _children.GetValueOrDefault((period, modality, parent, level)));

    /// <summary>The cells of a period, territory and dimension, the least amount first.</summary>
    public ReadOnlySpan<int> Block(int period, int territory, string dimension) => Of(_byBlock, _blocks.GetValueOrDefault((period, territory, dimension)));

    private static ReadOnlySpan<int> Of(int[] cells, (int Start, int Count) range) => cells.AsSpan(range.Start, range.Count);

    private int[] Sorted(Func<int, ulong> keyOf, bool isByAmount)
    {
        var keys = new (ulong Key, long Amount)[_frame.Count];
        var cells = new int[_frame.Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            (keys[cell], cells[cell]) = ((keyOf(cell), isByAmount ? _frame.Amount[cell] : 0), cell);
        }

        Array.Sort(cells, (left, right) => keys[left].CompareTo(keys[right]) is var order and not 0 ? order : left.CompareTo(right));
        return cells;
    }

    private static void Mark<TKey>(int[] cells, Func<int, TKey> keyOf, Dictionary<TKey, (int Start, int Count)> ranges)
        where TKey : notnull
    {
        for (var index = 0; index < cells.Length; index++)
        {
            ref var range = ref CollectionsMarshal.GetValueRefOrAddDefault(ranges, keyOf(cells[index]), out var exists);
            range = exists ? (range.Start, range.Count + 1) : (index, 1);
        }
    }

    /// <summary>Numbers for the pairs of places that cells have.</summary>
    private int[] Numbers(int[] first, int[] second)
    {
        var known = new Dictionary<(int, int), int>();
        var numbers = new int[_frame.Count];
        for (var cell = 0; cell < numbers.Length; cell++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (first[cell], second[cell]), out var exists);
            number = exists ? number : known.Count;
            numbers[cell] = number;
        }

        return numbers;
    }
}
