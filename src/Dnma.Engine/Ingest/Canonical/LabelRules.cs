using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>The rules of the canonical columns (design §6).</summary>
internal static class LabelRules
{
    /// <summary>A UAI in normal form; what has not its form is none, flagged. A wrong letter is kept, flagged.</summary>
    public static int Establishment(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags)
    {
        if (Uai.TryNormalize(raw, destination, out var letterIsRight))
        {
            flags = letterIsRight ? HitFlags.None : HitFlags.UaiLetterWrong;
            return Uai.Length;
        }

        flags = LabelText.Canonicalize(raw, destination, LabelCase.Lower) == 0 ? HitFlags.None : HitFlags.UaiMalformed;
        return 0;
    }

    /// <summary>A service's code; an unknown one's label in lower case, flagged.</summary>
    public static int Service(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags)
    {
        var isKnown = ServiceVocabulary.TryCanonicalize(raw, destination, out var written);
        flags = isKnown || written == 0 ? HitFlags.None : HitFlags.ServiceUnknown;
        return written;
    }

    /// <summary>A type's code; an unknown one's label in lower case.</summary>
    public static int Type(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags)
    {
        flags = HitFlags.None;
        HitTypeVocabulary.TryCanonicalize(raw, destination, out var written);
        return written;
    }

    /// <summary>A label whose case means nothing.</summary>
    public static int Lower(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags)
    {
        flags = HitFlags.None;
        return LabelText.Canonicalize(raw, destination, LabelCase.Lower);
    }

    /// <summary>A label that is kept as it came: names of projects, platforms, sites, downloads.</summary>
    public static int Kept(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags)
    {
        flags = HitFlags.None;
        return LabelText.Canonicalize(raw, destination, LabelCase.Kept);
    }
}
