using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Dnma.Engine.References;

/// <summary>
/// The spellings of a vocabulary, each with its meaning. Looking one up ignores case, accents and the white space around it, and allocates
/// nothing. Immutable, thread safe.
/// </summary>
/// <typeparam name="T">What a spelling means.</typeparam>
internal sealed class TermTable<T>
{
    /// <summary>Open addressing, at most half full, so that a probe ends soon.</summary>
    private readonly byte[]?[] _keys;
    private readonly T[] _values;
    private readonly int _mask;

    /// <summary>Builds a table; spellings must be ASCII, and stay distinct when folded.</summary>
    /// <param name="name">The vocabulary's name and version, the first line of what is digested.</param>
    /// <param name="terms">Spelling and meaning.</param>
    /// <param name="code">How a meaning is written in what is digested.</param>
    public TermTable(string name, IReadOnlyCollection<(string Spelling, T Meaning)> terms, Func<T, string> code)
    {
        var size = 4;
        while (size < terms.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _keys = new byte[]?[size];
        _values = new T[size];
        var lines = new List<string>(terms.Count);
        Span<byte> key = stackalloc byte[TermFolding.MaxBytes];
        foreach (var (spelling, meaning) in terms)
        {
            var length = TermFolding.Fold(Encoding.UTF8.GetBytes(spelling), key);
            var slot = SlotOf(key[..length]);
            if (length == 0 || _keys[slot] is not null)
            {
                throw new ArgumentException($"\"{spelling}\" is empty, too long or given twice.", nameof(terms));
            }

            _keys[slot] = key[..length].ToArray();
            _values[slot] = meaning;
            lines.Add($"{Encoding.UTF8.GetString(key[..length])}={code(meaning)}\n");
        }

        lines.Sort(StringComparer.Ordinal);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{string.Concat(lines)}")));
    }

    /// <summary>SHA-256, as lower-case hexadecimal, of the name and the sorted lines <c>spelling=meaning</c>, each ended by a line feed.</summary>
    public string Digest { get; }

    /// <summary>Finds what a text means.</summary>
    /// <param name="text">UTF-8, not necessarily valid.</param>
    /// <param name="meaning">The meaning; the default when the text is no term.</param>
    public bool TryFind(ReadOnlySpan<byte> text, out T? meaning)
    {
        Span<byte> key = stackalloc byte[TermFolding.MaxBytes];
        var length = TermFolding.Fold(text, key);
        var slot = SlotOf(key[..length]);
        if (length == 0 || _keys[slot] is null)
        {
            meaning = default;
            return false;
        }

        meaning = _values[slot];
        return true;
    }

    /// <summary>The slot that holds the key, else the empty one where it would go.</summary>
    private int SlotOf(ReadOnlySpan<byte> key)
    {
        var slot = unchecked((int)XxHash3.HashToUInt64(key)) & _mask;
        while (_keys[slot] is { } other && !key.SequenceEqual(other))
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
