using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Encodes profiles, each as itself. One for each worker; not thread safe.</summary>
internal sealed class ProfileColumn
{
    private readonly LabelCache _known = new(1 << 10);

    /// <summary>The profile of a text; one that no vocabulary knows is none, flagged.</summary>
    public EncodedLabel Encode(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return default;
        }

        if (_known.TryGet(raw, out var known, out var slot))
        {
            return known;
        }

        var isKnown = ProfileVocabulary.TryParse(raw, out var profile);
        var isUnknown = !isKnown && !LabelText.Trim(raw).IsEmpty;
        var value = new EncodedLabel((int)profile, 0, isUnknown ? HitFlags.ProfileUnknown : HitFlags.None);
        _known.Remember(raw, value, slot);
        return value;
    }
}
