using Dnma.Engine.Hits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The modalities of usages, by their codes in <see cref="HitDictionaries.Usages"/>: services, types, tools, values of custom dimensions. They are numbered
/// after the slots of visits (<see cref="ModalitySlots"/>), in the order in which they are asked for, so that what is used most has the lowest
/// numbers. Not thread safe: each worker numbers its own.
/// </summary>
internal sealed class UsageModalities
{
    private readonly HitDictionaries _dictionaries;
    private readonly List<(int Dimension, int Value)> _rows = [];

    // By dimension and value, from 1; 0 for one not numbered yet.
    private readonly int[][] _numbers;

    // By usage; null where it was not asked for yet.
    private UsageModality?[] _usages = [];

    public UsageModalities(HitDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        _numbers = new int[UseDimensions.FirstCustom + dictionaries.Custom.Length][];
        Array.Fill(_numbers, []);
    }

    /// <summary>One more than the highest number given so far.</summary>
    public int End => ModalitySlots.Count + _rows.Count;

    /// <summary>The modalities of a usage.</summary>
    public UsageModality Of(int usage) => usage < _usages.Length && _usages[usage] is { } known ? known : Add(usage);

    /// <summary>What a modality is: a number of <see cref="UseDimensions"/>, and the value's code there.</summary>
    public (int Dimension, int Value) RowOf(int modality) => _rows[modality - ModalitySlots.Count];

    private UsageModality Add(int usage)
    {
        if (usage >= _usages.Length)
        {
            Array.Resize(ref _usages, Math.Max(usage + 1, _usages.Length * 2));
        }

        var values = _dictionaries.Usages[usage];
        var modalities = new int[_numbers.Length];
        for (var dimension = 0; dimension < modalities.Length; dimension++)
        {
            modalities[dimension] = NumberOf(dimension, values[dimension]);
        }

        return _usages[usage] = new UsageModality(modalities);
    }

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

        return ModalitySlots.Count + numbers[value] - 1;
    }
}
