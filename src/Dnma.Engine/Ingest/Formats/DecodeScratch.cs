using System.Numerics;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Where a decoder puts the decoded values of one request. It is sized once at the start of each request, so spans into it stay good until the
/// next one, and a decoder in its stride allocates nothing. Not thread safe.
/// </summary>
internal sealed class DecodeScratch
{
    private byte[] _bytes = new byte[4096];
    private int _used;

    /// <summary>What was written since <see cref="Begin"/>; ranges of <see cref="Append"/> point into it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _used);

    /// <summary>Forgets the last request and makes room.</summary>
    /// <param name="capacity">The most bytes that will be written until the next call.</param>
    public void Begin(int capacity)
    {
        _used = 0;
        if (_bytes.Length < capacity)
        {
            _bytes = new byte[checked((int)BitOperations.RoundUpToPowerOf2((uint)capacity))];
        }
    }

    /// <summary>The decoded value: the span given where nothing is encoded, else a span of this scratch.</summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value)
    {
        if (!PercentDecoding.IsNeeded(value))
        {
            return value;
        }

        var start = _used;
        _used += PercentDecoding.Decode(value, _bytes.AsSpan(_used));
        return _bytes.AsSpan(start, _used - start);
    }

    /// <summary>Decodes a value into this scratch whether it is encoded or not.</summary>
    /// <returns>Where it stands in <see cref="Bytes"/>.</returns>
    public Range Append(ReadOnlySpan<byte> value)
    {
        var start = _used;
        _used += PercentDecoding.Decode(value, _bytes.AsSpan(_used));
        return start.._used;
    }

    /// <summary>Puts three texts, already decoded, one behind the other.</summary>
    public ReadOnlySpan<byte> Concat(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        var start = _used;
        Copy(first);
        Copy(second);
        Copy(third);
        return _bytes.AsSpan(start, _used - start);
    }

    private void Copy(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
    }
}
