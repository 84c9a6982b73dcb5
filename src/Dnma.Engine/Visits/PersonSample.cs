using System.Numerics;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>
/// A share of all persons, told by their pseudonyms: those that end with so many bits of zero, one person in two for each bit. All hits of a person are in
/// it or none, and the same ones in every run under one secret. A bit a visitor of memory. Immutable, thread safe.
/// </summary>
internal sealed class PersonSample
{
    /// <summary>The most bits that tell a share: one person in some 67 million.</summary>
    public const int MostBits = 26;

    // By partition of the code: a bit for each visitor in it; null where none is held.
    private ulong[]?[] _held = [];

    /// <param name="visitors">All visitors.</param>
    /// <param name="bits">How many bits.</param>
    public PersonSample(VisitorIndex visitors, int bits) =>
        visitors.ForEach((pseudonym, code) =>
        {
            if (LevelOf(pseudonym) >= bits)
            {
                Hold(code);
            }
        });

    /// <summary>The number of bits of the smallest share that a person is in, by bits that neither <see cref="VisitorIndex"/> nor shards spread by.</summary>
    public static int LevelOf(Pseudonym person) => Math.Min(MostBits, BitOperations.TrailingZeroCount(person.High));

    /// <summary>Whether a person is in the share.</summary>
    /// <param name="person">The person's code.</param>
    public bool Holds(uint person)
    {
        var partition = VisitorCode.PartitionOf(person);
        var local = VisitorCode.LocalOf(person);
        return partition < _held.Length && _held[partition] is { } held && (held[local >> 6] & (1UL << (local & 63))) != 0;
    }

    private void Hold(uint code)
    {
        var partition = VisitorCode.PartitionOf(code);
        if (partition >= _held.Length)
        {
            Array.Resize(ref _held, Math.Max(partition + 1, _held.Length * 2));
        }

        var held = _held[partition] ??= new ulong[VisitorCode.LocalCount / 64];
        var local = VisitorCode.LocalOf(code);
        held[local >> 6] |= 1UL << (local & 63);
    }
}
