namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Raw texts of one hit that mostly come together: what one school's hits say of the school, say.</summary>
internal readonly ref struct TextTuple(
    ReadOnlySpan<byte> first,
    ReadOnlySpan<byte> second,
    ReadOnlySpan<byte> third,
    ReadOnlySpan<byte> fourth = default,
    ReadOnlySpan<byte> fifth = default)
{
    /// <summary>The longest text of a tuple that is remembered.</summary>
    private const int MostTextBytes = 64;
    private readonly ReadOnlySpan<byte> _first = first;
    private readonly ReadOnlySpan<byte> _second = second;
    private readonly ReadOnlySpan<byte> _third = third;
    private readonly ReadOnlySpan<byte> _fourth = fourth;
    private readonly ReadOnlySpan<byte> _fifth = fifth;

    /// <summary>All lengths in one number, which is never 0: by it tuples are told apart before any text is looked at.</summary>
    public ulong Lengths =>
        (1UL << 63) | (uint)_first.Length | ((ulong)_second.Length << 8) | ((ulong)_third.Length << 16) | ((ulong)_fourth.Length << 24) | ((ulong)_fifth.Length << 32);

    /// <summary>Whether the tuple may be remembered in so many bytes.</summary>
    public bool Fits(int bytes) =>
        (_first.Length | _second.Length | _third.Length | _fourth.Length | _fifth.Length) < MostTextBytes
        && _first.Length + _second.Length + _third.Length + _fourth.Length + _fifth.Length <= bytes;

    /// <summary>A number that tells most tuples apart: of their texts' ends, where names of one kind differ.</summary>
    public uint Hash()
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        unchecked
        {
            var hash = CacheHash.EndOf(_first) * Factor;
            hash = (hash ^ (hash >> 32) ^ CacheHash.EndOf(_second)) * Factor;
            hash = (hash ^ (hash >> 32) ^ CacheHash.EndOf(_third)) * Factor;
            hash = (hash ^ (hash >> 32) ^ CacheHash.EndOf(_fourth)) * Factor;
            hash = (hash ^ (hash >> 32) ^ CacheHash.EndOf(_fifth)) * Factor;
            return (uint)(hash >> 32) ^ (uint)(hash >> 47);
        }
    }

    /// <summary>Whether bytes hold these texts, one behind the other. To be asked about bytes of the same <see cref="Lengths"/>.</summary>
    public bool IsAt(ReadOnlySpan<byte> bytes) =>
        Takes(ref bytes, _first) && Takes(ref bytes, _second) && Takes(ref bytes, _third) && Takes(ref bytes, _fourth) && Takes(ref bytes, _fifth);

    /// <summary>Writes the texts, one behind the other.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        _first.CopyTo(bytes);
        bytes = bytes[_first.Length..];
        _second.CopyTo(bytes);
        bytes = bytes[_second.Length..];
        _third.CopyTo(bytes);
        bytes = bytes[_third.Length..];
        _fourth.CopyTo(bytes);
        _fifth.CopyTo(bytes[_fourth.Length..]);
    }

    private static bool Takes(ref ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text)
    {
        var holds = bytes.StartsWith(text);
        bytes = bytes[text.Length..];
        return holds;
    }
}
