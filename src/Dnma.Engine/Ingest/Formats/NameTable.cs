using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// The names of a format's parameters, of one to sixteen bytes: one look tells which one stands in a query, where a comparison with each would be
/// a row of branches that no processor foresees. Immutable: any thread may ask it.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The answer for what is no name of the table.</summary>
    public const int Unknown = -1;

    private const int Word = sizeof(ulong), MostBytes = 2 * Word, IndexBits = 8, MostTries = 10_000;
    private const ulong LowerCase = 0x2020202020202020;

    private readonly Entry[] _entries = new Entry[1 << IndexBits];
    private readonly ulong _factor = 0x9E3779B97F4A7C15;

    /// <param name="names">The names, each once.</param>
    public NameTable(ReadOnlySpan<ParameterName> names)
    {
        for (var tries = 0; !TryPlace(names); tries++)
        {
            if (tries == MostTries)
            {
                throw new ArgumentException("Two names are the same, or there are too many.", nameof(names));
            }

            _factor = unchecked((_factor * 0xD1342543DE82EF95) | 1);
        }
    }

    /// <summary>The slot of the name of <paramref name="length"/> bytes from <paramref name="start"/> on; <see cref="Unknown"/> where it is none of the table.</summary>
    public int Find(ReadOnlySpan<byte> query, int start, int length)
    {
        if (length is 0 or > MostBytes)
        {
            return Unknown;
        }

        var head = WordAt(query, start, length);
        var tail = length > Word ? WordAt(query, start + Word, length - Word) : 0;
        ref readonly var entry = ref _entries[IndexOf(head, tail, length)];
        return entry.Length == length && ((head ^ entry.Head) & ~entry.HeadCase) == 0 && ((tail ^ entry.Tail) & ~entry.TailCase) == 0 ? entry.Slot : Unknown;
    }

    /// <summary>Eight bytes as a number, or as many as the name has.</summary>
    private static ulong WordAt(ReadOnlySpan<byte> query, int start, int length)
    {
        var rest = query[start..];
        if (rest.Length >= Word)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            return length >= Word ? word : word & ((1UL << (length * 8)) - 1);
        }

        var atEnd = 0UL;
        for (var i = length - 1; i >= 0; i--)
        {
            atEnd = (atEnd << 8) | rest[i];
        }

        return atEnd;
    }

    private int IndexOf(ulong head, ulong tail, int length) =>
        (int)(unchecked(((head | LowerCase) + BitOperations.RotateLeft(tail | LowerCase, 29) + (uint)length) * _factor) >> (64 - IndexBits));

    /// <summary>Gives each name a place of its own; false when two want the same.</summary>
    private bool TryPlace(ReadOnlySpan<ParameterName> names)
    {
        Array.Clear(_entries);
        foreach (var name in names)
        {
            var bytes = Encoding.ASCII.GetBytes(name.Name);
            var tail = bytes.Length > Word ? WordAt(bytes, Word, bytes.Length - Word) : 0;
            var head = WordAt(bytes, 0, bytes.Length);
            ref var entry = ref _entries[IndexOf(head, tail, bytes.Length)];
            if (entry.Length != 0)
            {
                return false;
            }

            entry = new Entry(head, tail, name.InAnyCase ? CaseOf(bytes, 0) : 0, name.InAnyCase ? CaseOf(bytes, Word) : 0, bytes.Length, name.Slot);
        }

        return true;
    }

    /// <summary>The bits that a letter's case changes, of eight bytes.</summary>
    private static ulong CaseOf(ReadOnlySpan<byte> name, int start)
    {
        var bits = 0UL;
        for (var i = start; i < Math.Min(name.Length, start + Word); i++)
        {
            bits |= char.IsAsciiLetter((char)name[i]) ? 0x20UL << ((i - start) * 8) : 0;
        }

        return bits;
    }

    private readonly record struct Entry(ulong Head, ulong Tail, ulong HeadCase, ulong TailCase, int Length, int Slot);
}
