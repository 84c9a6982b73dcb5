namespace Dnma.Engine.Ingest.Tables;

/// <summary>Writes fields side by side, each behind its length (7 bits a byte, the low ones first). Reused; not thread safe.</summary>
internal sealed class FieldPacker
{
    private byte[] _bytes = new byte[512];
    private int _used;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Packed => _bytes.AsSpan(0, _used);

    /// <summary>Begins anew.</summary>
    public void Clear() => _used = 0;

    /// <summary>Writes a number of fixed length, so that comparing packed bytes compares it first.</summary>
    public void AddOrdered(long value)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(Take(sizeof(long)), unchecked((ulong)value) ^ (1UL << 63));
    }

    /// <summary>Writes a field.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        var length = (uint)field.Length;
        for (; length > 0x7F; length >>= 7)
        {
            Take(1)[0] = (byte)(0x80 | (length & 0x7F));
        }

        Take(1)[0] = (byte)length;
        field.CopyTo(Take(field.Length));
    }

    /// <summary>Takes the next field off packed bytes.</summary>
    public static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> packed)
    {
        var length = 0;
        var at = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = packed[at++];
            length |= (part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                break;
            }
        }

        var field = packed.Slice(at, length);
        packed = packed[(at + length)..];
        return field;
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _used < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + count));
        }

        var taken = _bytes.AsSpan(_used, count);
        _used += count;
        return taken;
    }
}
