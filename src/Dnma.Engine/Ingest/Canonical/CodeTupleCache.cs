using System.Runtime.CompilerServices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers what tuples of codes came to, as <see cref="TextTupleCache{T}"/> does for texts. A fixed table. One for each worker; not thread safe.
/// </summary>
/// <typeparam name="TCodes">The tuple.</typeparam>
/// <typeparam name="TValue">What it comes to.</typeparam>
/// <param name="slots">How many tuples are remembered at most, a power of two.</param>
internal sealed class CodeTupleCache<TCodes, TValue>(int slots)
    where TCodes : unmanaged, IEquatable<TCodes>
    where TValue : unmanaged
{
    private readonly Slot[] _slots = new Slot[slots];

    /// <summary>Where it stands what a tuple came to; when that is not known, it must be written there at once.</summary>
    /// <param name="codes">The tuple.</param>
    /// <param name="hash">Any number that tells most tuples apart.</param>
    /// <param name="isKnown">Whether what stands there is the tuple's.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TValue At(in TCodes codes, uint hash, out bool isKnown)
    {
        ref var slot = ref _slots[hash & (uint)(_slots.Length - 1)];
        isKnown = slot.IsUsed && slot.Codes.Equals(codes);
        if (!isKnown)
        {
            (slot.IsUsed, slot.Codes) = (true, codes);
        }

        return ref slot.Value;
    }

    private struct Slot
    {
        public TCodes Codes;
        public TValue Value;
        public bool IsUsed;
    }
}
