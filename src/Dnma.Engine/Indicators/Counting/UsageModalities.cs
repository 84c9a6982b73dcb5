using Dnma.Engine.Hits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The modalities of usages, by their codes in <see cref="HitDictionaries.Usages"/>: services, types, tools, values of custom dimensions, numbered in
/// the order in which they are asked for, so that what is used most has the lowest numbers.
/// </summary>
internal sealed class UsageModalities : IModalities
{
    private readonly HitDictionaries _dictionaries;
    private readonly List<(int Dimension, int Value)> _rows = [];

    // By dimension and value, from 1; 0 for one not numbered yet.
    private readonly int[][] _numbers;

    // By usage, one place a dimension; below 0 where the usage was not asked for yet.
    private int[] _ofUsage = [];
    private UInt128[] _masks = [];

    public UsageModalities(HitDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        Dimensions = UseDimensions.FirstCustom + dictionaries.Custom.Length;
        _numbers = new int[Dimensions][];
        Array.Fill(_numbers, []);
    }

    public int Dimensions { get; }

    public int Count => _rows.Count;

    public ReadOnlySpan<int> Of(int code)
    {
        var start = code * Dimensions;
        if (start >= _ofUsage.Length)
        {
            var known = _ofUsage.Length;
            Array.Resize(ref _ofUsage, Math.Max(start + Dimensions, known * 2));
            _ofUsage.AsSpan(known).Fill(-1);
            Array.Resize(ref _masks, (_ofUsage.Length / Dimensions) + 1);
        }

        var modalities = _ofUsage.AsSpan(start, Dimensions);
        if (modalities[0] < 0)
        {
            var usage = _dictionaries.Usages[code];
            for (var dimension = 0; dimension < modalities.Length; dimension++)
            {
                modalities[dimension] = NumberOf(dimension, usage[dimension]);
            }

            _masks[code] = FirstSights.MaskOf(modalities);
        }

        return modalities;
    }

    /// <summary>The modalities of a usage that <see cref="Of"/> was asked for, as bits (<see cref="FirstSights.MaskOf"/>).</summary>
    public UInt128 MaskOf(int code) => _masks[code];

    public (int Dimension, int Value) RowOf(int modality) => _rows[modality];

    private int NumberOf(int dimension, int value)
    {
        ref var numbers = ref _numbers[dimension];
        if (value >= numbers.Length)
        {
            Array.Resize(ref numbers, Math.Max(value + 1, numbers.Length * 2));
        }

        if (numbers[value] == 0)
        {
            _rows.Add((dimension, value));
            numbers[value] = _rows.Count;
        }

        return numbers[value] - 1;
    }
}
