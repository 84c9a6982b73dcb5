using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What a raw label came to.</summary>
/// <param name="Code">Its code in its column's dictionary (a profile: the profile itself).</param>
/// <param name="Hash">The normal form's hash; 0 for none, and where it was not asked for.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedLabel(int Code, ulong Hash, HitFlags Flags)
{
    /// <summary>Code and flags in one number, which is 0 for no label.</summary>
    public ulong Word => (uint)Code | ((ulong)Flags << 32);

    /// <summary>The label of a word, without its hash.</summary>
    public static EncodedLabel OfWord(ulong word) => new((int)(word & int.MaxValue), 0, (HitFlags)(word >> 32));
}
