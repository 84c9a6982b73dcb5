using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Text;

namespace Dnma.Engine.Hits;

/// <summary>
/// The distinct labels of one canonical column, each with a dense code; code 0 is "none". Codes depend on arrival order, so nothing
/// that is published may depend on them: order by <see cref="Compare"/>, hash by <see cref="HashOf"/>. Thread safe; looking up a known label allocates nothing.
/// </summary>
public sealed class LabelDictionary
{
    private readonly ConcurrentDictionary<byte[], int> _codes = new(Utf8Comparer.Instance);
    private readonly ConcurrentDictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly Lock _growth = new();
    private byte[][] _labels = new byte[64][];
    private ulong[] _hashes = new ulong[64];
    private int _count = 1;

    /// <summary>Creates an empty dictionary, with <c>none</c> as code 0.</summary>
    public LabelDictionary()
    {
        _labels[0] = [];
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>How many codes there are, <c>none</c> included: the codes are 0 to <c>Count − 1</c>.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The code of a label, made on first sight; 0 for the empty label.</summary>
    /// <param name="label">The label as UTF-8.</param>
    public int CodeOf(ReadOnlySpan<byte> label)
    {
        if (label.IsEmpty)
        {
            return 0;
        }

        return _lookup.TryGetValue(label, out var code) ? code : Add(label);
    }

    /// <summary>The label of a code, as UTF-8; empty for 0.</summary>
    public ReadOnlySpan<byte> Utf8(int code) => Volatile.Read(ref _labels)[code];

    /// <summary>The label of a code; empty for 0.</summary>
    public string Text(int code) => Encoding.UTF8.GetString(Utf8(code));

    /// <summary>A hash of the label's bytes: the same in every run and on every machine.</summary>
    public ulong HashOf(int code) => Volatile.Read(ref _hashes)[code];

    /// <summary>Orders two codes by their labels' bytes.</summary>
    public int Compare(int left, int right) => left == right ? 0 : Utf8(left).SequenceCompareTo(Utf8(right));

    private int Add(ReadOnlySpan<byte> label)
    {
        lock (_growth)
        {
            if (_lookup.TryGetValue(label, out var code))
            {
                return code;
            }

            code = _count;
            var copy = label.ToArray();
            if (code == _labels.Length)
            {
                // New arrays first, then published: a reader holds an old or a new one, both right for every code it can know.
                var labels = new byte[code * 2][];
                var hashes = new ulong[code * 2];
                Array.Copy(_labels, labels, code);
                Array.Copy(_hashes, hashes, code);
                Volatile.Write(ref _labels, labels);
                Volatile.Write(ref _hashes, hashes);
            }

            _labels[code] = copy;
            _hashes[code] = XxHash3.HashToUInt64(copy);
            Volatile.Write(ref _count, code + 1);
            _codes[copy] = code;
            return code;
        }
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => unchecked((int)XxHash3.HashToUInt64(alternate));

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
