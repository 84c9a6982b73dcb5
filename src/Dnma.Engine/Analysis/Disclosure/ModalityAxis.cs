using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>What changes together on the axis of modalities: a profile or a device with one of the pairs that it makes. Never changed.</summary>
internal sealed class ModalityAxis
{
    private const char Joint = '_';

    private readonly CellFrame _frame;
    private readonly CellIndex _index;
    private readonly MovePlaces _places;
    private readonly (int Profile, int Device)[] _parents;

    public ModalityAxis(CellFrame frame, CellIndex index, MovePlaces places)
    {
        (_frame, _index, _places) = (frame, index, places);
        var numbers = frame.Modalities.Select((modality, number) => (modality, number)).ToDictionary(pair => pair.modality, pair => pair.number);
        Total = numbers.GetValueOrDefault((Dimension.Total.Code, IndicatorCodes.Total), -1);
        var dimensions = frame.Modalities.Select(modality => modality.Dimension).Distinct(StringComparer.Ordinal).Where(dimension => dimension != Dimension.Total.Code).ToArray();
        var isCrossed = dimensions.Contains(Dimension.ProfileDevice.Code);
        Dimensions = [.. dimensions.Where(dimension => !isCrossed || (dimension != Dimension.Profile.Code && dimension != Dimension.Device.Code))];
        _parents = new (int, int)[frame.Modalities.Count];
        for (var modality = 0; modality < _parents.Length; modality++)
        {
            var (dimension, name) = frame.Modalities[modality];
            var joint = name.LastIndexOf(Joint);
            _parents[modality] = dimension == Dimension.ProfileDevice.Code
                ? (numbers[(Dimension.Profile.Code, name[..joint])], numbers[(Dimension.Device.Code, name[(joint + 1)..])])
                : (-1, -1);
        }
    }

    /// <summary>The one modality of the total.</summary>
    public int Total { get; }

    /// <summary>The dimensions of which every visit has a modality, profiles and devices as pairs.</summary>
    public string[] Dimensions { get; }

    /// <summary>Which of these a modality belongs to; empty for the total.</summary>
    public string AxisOf(int modality) => _frame.Modalities[modality].Dimension is var dimension && dimension == Dimension.Total.Code ? ""
        : Dimensions.Contains(dimension) ? dimension : Dimension.ProfileDevice.Code;

    /// <summary>Modalities to gain together with the row's, and those to lose for them.</summary>
    /// <param name="cell">The row.</param>
    /// <param name="block">The rows of its dimension, the least amount first.</param>
    /// <param name="growing">What has to grow: the row's modality, or a profile or device of it.</param>
    /// <param name="canLose">Which modalities can lose a visit where there are the fewest.</param>
    public IEnumerable<(int[] Gaining, int[] Losing)> Swaps(int cell, ReadOnlySpan<int> block, int growing, Func<int, bool> canLose)
    {
        var modality = _frame.Modality[cell];
        var dimension = _frame.Modalities[modality].Dimension;
        if (dimension != Dimension.Profile.Code && dimension != Dimension.Device.Code && dimension != Dimension.ProfileDevice.Code)
        {
            return _places.Some(block, one => one != cell && canLose(_frame.Modality[one])).Select(one => (new[] { modality }, new[] { _frame.Modality[one] }));
        }

        int[] pairs = [.. _index.Block(_frame.Period[cell], _frame.Territory[cell], Dimension.ProfileDevice.Code).ToArray().Select(one => _frame.Modality[one])];
        var gaining = pairs.Where(pair => pair == modality || _parents[pair].Profile == modality || _parents[pair].Device == modality).Reverse().Take(3);
        return gaining.SelectMany(gain => pairs.Where(loss => loss != gain && IsAnother(loss, growing) && canLose(loss)).Reverse().Take(6).Select(loss => Swap(gain, loss)));
    }

    /// <summary>The rows of the pairs that make the row of a profile or a device, the greatest first; none of other dimensions.</summary>
    public IEnumerable<int> PairsOf(int cell)
    {
        var modality = _frame.Modality[cell];
        return _index.Block(_frame.Period[cell], _frame.Territory[cell], Dimension.ProfileDevice.Code).ToArray()
            .Where(one => _parents[_frame.Modality[one]] is var parents && (parents.Profile == modality || parents.Device == modality)).Reverse();
    }

    /// <summary>Modalities of a dimension that a visit can have which makes a row grow.</summary>
    public IEnumerable<int[]> Choices(int cell, string dimension, ReadOnlySpan<int> block, int most)
    {
        var modality = _frame.Modality[cell];
        var own = _frame.Modalities[modality].Dimension;
        if (own == dimension)
        {
            return [With(modality)];
        }

        int[] choices = [.. block.ToArray().Select(one => _frame.Modality[one]).Where(one => dimension != Dimension.ProfileDevice.Code || own == Dimension.Total.Code
            || (own != Dimension.Profile.Code && own != Dimension.Device.Code) || _parents[one].Profile == modality || _parents[one].Device == modality)];
        return choices.Take(2).Concat(choices.Skip(2).TakeLast(most - 2).Reverse()).Select(With);
    }

    /// <summary>Any modalities of a dimension, for a visit that goes.</summary>
    public IEnumerable<int[]> Others(ReadOnlySpan<int> block, int most)
    {
        int[] choices = [.. block.ToArray().Select(one => _frame.Modality[one])];
        return choices.TakeLast(most).Reverse().Select(With);
    }

    /// <summary>Whether a pair neither is nor has the modality that is to grow.</summary>
    private bool IsAnother(int loss, int growing) => loss != growing && _parents[loss].Profile != growing && _parents[loss].Device != growing;

    private (int[] Gaining, int[] Losing) Swap(int gain, int loss)
    {
        var (gaining, losing) = (With(gain), With(loss));
        return ([.. gaining.Except(losing)], [.. losing.Except(gaining)]);
    }

    private int[] With(int modality) => _parents[modality] is ( >= 0, var device) and (var profile, _) ? [modality, profile, device] : [modality];
}
