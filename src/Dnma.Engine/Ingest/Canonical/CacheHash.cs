using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// A hash for the fixed tables of recent values: a few instructions for the short texts they hold. Its quality decides on speed alone, since every table
/// compares what it finds.
/// </summary>
internal static class CacheHash
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>Hashes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seed">Tells apart texts that are equal.</param>
    public static uint Of(ReadOnlySpan<byte> text, uint seed = 0)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        unchecked
        {
            var hash = ((ulong)seed << 32) ^ (uint)length;
            for (var i = 0; i + sizeof(ulong) < length; i += sizeof(ulong))
            {
                hash = (hash ^ Read<ulong>(ref start, i)) * Factor;
                hash ^= hash >> 32;
            }

            // The last eight bytes, some of them once more.
            hash = (hash ^ EndOf(text)) * Factor;
            return (uint)(hash >> 32) ^ (uint)(hash >> 47);
        }
    }

    /// <summary>The last eight bytes of a text as a number; of a shorter one all of them, in a form of their own.</summary>
    public static ulong EndOf(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        return length >= sizeof(ulong) ? Read<ulong>(ref start, length - sizeof(ulong))
            : length >= sizeof(uint) ? ((ulong)Read<uint>(ref start, 0) << 32) | Read<uint>(ref start, length - sizeof(uint))
            : length > 0 ? ((ulong)start << 16) | ((ulong)Read<byte>(ref start, length / 2) << 8) | Read<byte>(ref start, length - 1)
            : 0;
    }

    private static T Read<T>(ref byte start, int offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref start, offset));
}
