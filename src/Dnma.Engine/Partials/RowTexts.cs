using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>
/// What modalities of rows are called in a file: numbers of slots are one engine's, and codes of labels one process's own. Not thread safe.
/// </summary>
internal sealed class RowTexts
{
    private readonly List<string> _dimensions = [];

    // By place among the dimensions: what the value of a row there is; null where rows are slots.
    private readonly List<LabelDictionary?> _labels = [];
    private readonly int[] _slotPlaces;
    private readonly byte[][] _slotLabels = [.. ModalitySlots.Modalities.Select(Encoding.UTF8.GetBytes)];
    private readonly int _firstUse;

    private RowTexts(bool hasSlots, int firstUse, IEnumerable<(string Dimension, LabelDictionary Labels)> uses)
    {
        if (hasSlots)
        {
            _dimensions.AddRange(ModalitySlots.Dimensions.Select(dimension => dimension.Code).Distinct());
            _labels.AddRange(_dimensions.Select(_ => (LabelDictionary?)null));
        }

        _slotPlaces = [.. ModalitySlots.Dimensions.Select(dimension => _dimensions.IndexOf(dimension.Code))];
        _firstUse = firstUse - _dimensions.Count;
        foreach (var (dimension, labels) in uses)
        {
            _dimensions.Add(dimension);
            _labels.Add(labels);
        }
    }

    /// <summary>The dimensions, in their order in the file.</summary>
    public IReadOnlyList<string> Dimensions => _dimensions;

    /// <summary>The texts of <see cref="RollUp.Indicators"/>: the dimensions that divide visits, then those of what visits use.</summary>
    public static RowTexts OfIndicators(HitDictionaries dictionaries, IReadOnlyList<string> customNames)
    {
        LabelDictionary[] labels = [dictionaries.Services, dictionaries.Types, dictionaries.Tools, .. dictionaries.Custom];
        return new RowTexts(hasSlots: true, UseDimensions.Service, UseDimensions.Of(customNames).Zip(labels, (dimension, texts) => (dimension.Code, texts)));
    }

    /// <summary>The texts of <see cref="RollUp.Events"/>.</summary>
    public static RowTexts OfEvents(HitDictionaries dictionaries) =>
        new(hasSlots: false, UseDimensions.FirstEvent, Enum.GetValues<EventKind>().Select(kind => (kind.Code(), dictionaries.Labels)));

    /// <summary>The place of a modality's dimension among <see cref="Dimensions"/>.</summary>
    public int PlaceOf((int Dimension, int Value) modality) =>
        modality.Dimension == UseDimensions.Slot ? _slotPlaces[modality.Value] : modality.Dimension - _firstUse;

    /// <summary>A modality's label, as UTF-8; empty for none.</summary>
    public ReadOnlySpan<byte> LabelOf((int Dimension, int Value) modality) =>
        modality.Dimension == UseDimensions.Slot ? _slotLabels[modality.Value] : _labels[PlaceOf(modality)]!.Utf8(modality.Value);

    /// <summary>The modality of a label; false where this engine knows none such.</summary>
    public bool TryFind(int place, ReadOnlySpan<byte> label, out (int Dimension, int Value) modality)
    {
        if (_labels[place] is { } labels)
        {
            modality = (place + _firstUse, labels.CodeOf(label));
            return true;
        }

        for (var slot = 0; slot < _slotLabels.Length; slot++)
        {
            if (_slotPlaces[slot] == place && label.SequenceEqual(_slotLabels[slot]))
            {
                modality = (UseDimensions.Slot, slot);
                return true;
            }
        }

        modality = default;
        return false;
    }
}
