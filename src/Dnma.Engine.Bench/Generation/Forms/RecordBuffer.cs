using System.Buffers.Text;
using System.Diagnostics;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>
/// A megabyte of records on their way to a stream. A writer calls <see cref="Begin"/> once for a record, then appends without further
/// checks than the array's own. Not thread safe; does not own the stream.
/// </summary>
internal sealed class RecordBuffer(Stream stream)
{
    /// <summary>No record is longer than this.</summary>
    public const int LongestRecord = 64 * 1024;

    private readonly byte[] _bytes = new byte[1024 * 1024];
    private int _position;

    /// <summary>How many bytes were appended since the beginning.</summary>
    public long Length { get; private set; }

    /// <summary>Makes room for one record.</summary>
    public void Begin()
    {
        if (_bytes.Length - _position < LongestRecord)
        {
            Flush();
        }
    }

    /// <summary>Appends bytes.</summary>
    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void Append(byte value) => _bytes[_position++] = value;

    /// <summary>Appends a number in decimal.</summary>
    public void AppendNumber(long value)
    {
        var done = Utf8Formatter.TryFormat(value, _bytes.AsSpan(_position), out var written);
        Debug.Assert(done, "Begin makes room.");
        _position += written;
    }

    /// <summary>Appends a number of at most 99 as two digits.</summary>
    public void AppendTwoDigits(int value)
    {
        _bytes[_position] = (byte)('0' + (value / 10));
        _bytes[_position + 1] = (byte)('0' + (value % 10));
        _position += 2;
    }

    /// <summary>Appends 64 bits as 16 hexadecimal digits.</summary>
    public void AppendHex(ulong value)
    {
        var target = _bytes.AsSpan(_position, 16);
        for (var i = 15; i >= 0; i--)
        {
            target[i] = "0123456789abcdef"u8[(int)(value & 15)];
            value >>= 4;
        }

        _position += 16;
    }

    /// <summary>Hands everything to the stream.</summary>
    public void Flush()
    {
        stream.Write(_bytes, 0, _position);
        Length += _position;
        _position = 0;
    }
}
