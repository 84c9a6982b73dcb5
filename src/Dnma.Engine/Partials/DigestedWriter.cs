using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dnma.Engine.Partials;

/// <summary>
/// Writes the elements that a partial result is made of, and in the end the digest of all of them. Integers are LEB128: seven bits a byte, the lowest
/// first, the top bit says that more follow. Not thread safe.
/// </summary>
internal sealed class DigestedWriter(Stream stream) : IDisposable
{
    private const int LongestInteger = 10;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _filled;

    public void Dispose() => _digest.Dispose();

    public void WriteByte(byte value)
    {
        Room(1);
        _buffer[_filled++] = value;
    }

    public void WriteUInt32(uint value)
    {
        Room(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(uint);
    }

    public void WriteUInt64(ulong value)
    {
        Room(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(ulong);
    }

    /// <summary>Writes what is not negative.</summary>
    /// <exception cref="OverflowException">It is negative: a defect.</exception>
    public void WriteCount(long value) => WriteInteger((ulong)value);

    /// <summary>Writes what may be negative: 0, −1, 1, −2, … as 0, 1, 2, 3, …</summary>
    public void WriteSigned(long value) => WriteInteger(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Writes a text: how many bytes, then the bytes.</summary>
    public void WriteUtf8(ReadOnlySpan<byte> text)
    {
        WriteCount(text.Length);
        Write(text);
    }

    public void WriteText(string text) => WriteUtf8(Encoding.UTF8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Room(1);
            var part = Math.Min(bytes.Length, _buffer.Length - _filled);
            bytes[..part].CopyTo(_buffer.AsSpan(_filled));
            _filled += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Writes the digest; the last call.</summary>
    public void Finish()
    {
        Drain();
        stream.Write(_digest.GetHashAndReset());
    }

    private void WriteInteger(ulong value)
    {
        Room(LongestInteger);
        while (value > 127)
        {
            _buffer[_filled++] = (byte)((value & 127) | 128);
            value >>= 7;
        }

        _buffer[_filled++] = (byte)value;
    }

    private void Room(int bytes)
    {
        if (_buffer.Length - _filled < bytes)
        {
            Drain();
        }
    }

    private void Drain()
    {
        var bytes = _buffer.AsSpan(0, _filled);
        _digest.AppendData(bytes);
        stream.Write(bytes);
        _filled = 0;
    }
}
