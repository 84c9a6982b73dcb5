using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Brings the labels of one column to their normal form and code: by a vocabulary of domain §4, else as the label itself, for unknown ones
/// are kept, counted and flagged. One for each worker; not thread safe.
/// </summary>
internal sealed class LabelColumn
{
    private readonly LabelDictionary _labels;
    private readonly LabelRule _rule;
    private readonly LabelCache _cache;
    private readonly byte[] _normal = new byte[LabelText.MaxBytes];

    /// <param name="labels">The column's dictionary, shared by all workers.</param>
    /// <param name="rule">What a normal form is.</param>
    /// <param name="remembered">How many labels are remembered, a power of two.</param>
    public LabelColumn(LabelDictionary labels, LabelRule rule, int remembered = 1 << 10)
    {
        _labels = labels;
        _rule = rule;
        _cache = new LabelCache(remembered);
    }

    public EncodedLabel Encode(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return default;
        }

        if (_cache.TryGet(raw, out var label, out var slot))
        {
            return label;
        }

        var written = _rule(raw, _normal, out var flags);
        var code = _labels.CodeOf(_normal.AsSpan(0, written));
        label = new EncodedLabel(code, _labels.HashOf(code), flags);
        _cache.Remember(raw, label, slot);
        return label;
    }
}
