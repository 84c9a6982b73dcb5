using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Partials;

/// <summary>
/// Reads what <see cref="DigestedWriter"/> wrote, and believes nothing of it: whatever a file claims, no more memory is taken than it has bytes for.
/// Every error names the file, what is wrong and at which byte. Not thread safe.
/// </summary>
internal sealed class DigestedReader : IDisposable
{
    private const int ShortText = 1 << 12;
    private readonly Stream _stream;
    private readonly string _path;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly long _end;
    private byte[] _text = new byte[ShortText];
    private long _read;
    private int _position;
    private int _filled;

    /// <param name="stream">The file, from its beginning; its length must be known.</param>
    /// <param name="path">The name for errors.</param>
    public DigestedReader(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
        _end = stream.Length - PartialFormat.DigestBytes;
        if (_end < 0)
        {
            throw Broken("it is too short");
        }
    }

    /// <summary>The place of the next byte, from 0.</summary>
    public long Offset => _read - _filled + _position;

    /// <summary>Bytes left before the digest.</summary>
    public long Remaining => _end - Offset;

    public void Dispose() => _digest.Dispose();

    /// <summary>The error of a file whose bytes cannot be right.</summary>
    public EngineException Broken(string problem) =>
        new(ErrorId.DamagedPartial, _path, $"is no whole partial result: {problem} (byte {Offset})", "measure this shard again");

    /// <summary>The same where <paramref name="holds"/> is false.</summary>
    public void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw Broken(problem);
        }
    }

    public byte ReadByte()
    {
        if (_position == _filled)
        {
            Fill();
        }

        return _buffer[_position++];
    }

    public uint ReadUInt32()
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        Read(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ulong ReadUInt64()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Read(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Reads what is not negative.</summary>
    public long ReadCount()
    {
        var value = ReadInteger();
        return value <= long.MaxValue ? (long)value : throw Broken("a number is too large");
    }

    /// <summary>Reads how many elements follow, each of which takes a byte or more.</summary>
    public int ReadLength()
    {
        var length = ReadCount();
        return length <= Math.Min(Remaining, int.MaxValue) ? (int)length : throw Broken($"it announces {length} elements and goes on for {Remaining} bytes");
    }

    /// <summary>Reads what may be negative.</summary>
    public long ReadSigned()
    {
        var value = ReadInteger();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    /// <summary>Reads a text. The span is valid until the next one is read.</summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        var length = ReadLength();
        Demand(length <= PartialFormat.LongestText, "a text is longer than any can be");
        if (length > _text.Length)
        {
            _text = new byte[length];
        }

        var text = _text.AsSpan(0, length);
        Read(text);
        Demand(Utf8.IsValid(text), "a text is not UTF-8");
        return text;
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadUtf8());

    public void Read(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_position == _filled)
            {
                Fill();
            }

            var part = Math.Min(bytes.Length, _filled - _position);
            _buffer.AsSpan(_position, part).CopyTo(bytes);
            _position += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Passes over all that is left before the digest.</summary>
    /// <param name="cancellation">Stops it.</param>
    public void Skip(CancellationToken cancellation)
    {
        while (Remaining > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _position = _filled;
            if (Remaining > 0)
            {
                Fill();
            }
        }
    }

    /// <summary>Compares the digest at the end, to be called where nothing else is left.</summary>
    /// <returns>The digest.</returns>
    public byte[] Finish()
    {
        Demand(Remaining == 0, "bytes are left over");
        var written = new byte[PartialFormat.DigestBytes];
        if (Read(written, written.Length) < written.Length || Read(new byte[1], 1) > 0)
        {
            throw Broken("its length changed while it was read");
        }

        Demand(written.AsSpan().SequenceEqual(_digest.GetHashAndReset()), "its bytes are not those that were written, for they have another SHA-256 than the last ones say");
        return written;
    }

    private int Read(Span<byte> bytes, int least)
    {
        try
        {
            return _stream.ReadAtLeast(bytes, least, throwOnEndOfStream: false);
        }
        catch (IOException error)
        {
            throw new EngineException(ErrorId.UnreadableInput, _path, $"the partial result cannot be read ({error.Message})", "name files that shards were written to", error);
        }
    }

    private ulong ReadInteger()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            Demand(shift < 63 || part < 2, "a number is too large");
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }

        throw Broken("a number is too large");
    }

    private void Fill()
    {
        var wanted = (int)Math.Min(_buffer.Length, _end - _read);
        Demand(wanted > 0, "it ends too early");
        _position = 0;
        _filled = 0;
        var found = Read(_buffer.AsSpan(0, wanted), 1);
        Demand(found > 0, "it ends too early");
        _digest.AppendData(_buffer, 0, found);
        (_read, _filled) = (_read + found, found);
    }
}
