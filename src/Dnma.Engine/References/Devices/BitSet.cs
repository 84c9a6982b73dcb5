namespace Dnma.Engine.References.Devices;

/// <summary>A set of small integers in a span of words, so that it can live on the stack.</summary>
internal static class BitSet
{
    /// <summary>How many words hold the integers 0 to <paramref name="count"/> − 1.</summary>
    public static int WordsFor(int count) => (count + 63) >> 6;

    /// <summary>Whether an integer is in the set.</summary>
    public static bool Has(ReadOnlySpan<ulong> set, int bit) => (set[bit >> 6] & (1UL << (bit & 63))) != 0;

    /// <summary>Puts an integer into the set.</summary>
    public static void Add(Span<ulong> set, int bit) => set[bit >> 6] |= 1UL << (bit & 63);
}
