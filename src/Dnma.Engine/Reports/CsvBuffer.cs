using System.Buffers;
using System.Globalization;
using System.Text;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>
/// Writes RFC 4180 fields as UTF-8 straight into a pooled buffer: no text per cell. A field is quoted when it holds the separator, a
/// quote, a carriage return or a line feed, and only then; spaces are data and lines end with <c>\n</c>. What a spreadsheet might take for
/// a formula is left as it is: the bytes of a label are its value.
/// </summary>
internal sealed class CsvBuffer : IDisposable
{
    /// <summary>What stands for a withheld figure, as the published data have it (domain §5).</summary>
    public const string NotAvailable = "N/A";

    private const int Capacity = 1 << 16;
    private const int LongestNumber = 32;
    private static readonly SearchValues<char> Commas = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Semicolons = SearchValues.Create(";\"\r\n");

    private readonly Stream _stream;
    private readonly byte _separator;
    private readonly SearchValues<char> _quoted;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Capacity);
    private int _length;
    private bool _inLine;

    /// <param name="stream">Where to write; not closed.</param>
    /// <param name="separator"><c>,</c> or <c>;</c>.</param>
    public CsvBuffer(Stream stream, char separator)
    {
        _stream = stream;
        _separator = (byte)separator;
        _quoted = separator == ',' ? Commas : Semicolons;
    }

    /// <summary>A whole line, separators included and nothing to quote.</summary>
    public void Header(string line)
    {
        Raw(line);
        EndLine();
    }

    /// <summary>A text field.</summary>
    public void Text(string value)
    {
        Separate();
        if (!value.AsSpan().ContainsAny(_quoted))
        {
            Raw(value);
            return;
        }

        Byte((byte)'"');
        var rest = value.AsSpan();
        for (var quote = rest.IndexOf('"'); quote >= 0; quote = rest.IndexOf('"'))
        {
            Raw(rest[..(quote + 1)]);
            Byte((byte)'"');
            rest = rest[(quote + 1)..];
        }

        Raw(rest);
        Byte((byte)'"');
    }

    /// <summary>An integer field.</summary>
    public void Number(long value)
    {
        Separate();
        _ = value.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A field of six decimals, empty where the ratio has no value.</summary>
    public void Number(Ratio value)
    {
        Separate();
        var written = value.Format(Room(LongestNumber));
        _length += written;
    }

    /// <summary>A date field, <c>YYYY-MM-DD</c>.</summary>
    /// <param name="day">A day number.</param>
    public void Date(int day)
    {
        Separate();
        _ = LocalCalendar.DateOf(day).TryFormat(Room(LongestNumber), out var written, "O", CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A duration field, <c>HH:MM:SS</c>, with more digits for the hours from 100 on.</summary>
    /// <param name="seconds">At least 0.</param>
    public void Duration(long seconds)
    {
        Separate();
        var (minutes, second) = Math.DivRem(seconds, 60);
        var (hours, minute) = Math.DivRem(minutes, 60);
        TwoDigits(hours);
        Byte((byte)':');
        TwoDigits(minute);
        Byte((byte)':');
        TwoDigits(second);
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        Byte((byte)'\n');
        _inLine = false;
    }

    /// <summary>Hands everything written to the stream.</summary>
    public void Flush()
    {
        _stream.Write(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Returns the buffer; does not flush, so that an error is not followed by half a line.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Separate()
    {
        if (_inLine)
        {
            Byte(_separator);
        }

        _inLine = true;
    }

    private void TwoDigits(long value)
    {
        _ = value.TryFormat(Room(LongestNumber), out var written, "D2", CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Raw(ReadOnlySpan<char> value)
    {
        // Not `_length += …`: that would read the length before Room empties the buffer.
        var written = Encoding.UTF8.GetBytes(value, Room(Encoding.UTF8.GetMaxByteCount(value.Length)));
        _length += written;
    }

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    /// <summary>The free end of the buffer, at least <paramref name="size"/> bytes long.</summary>
    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _length < size)
        {
            Flush();
            if (_buffer.Length < size)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(size);
            }
        }

        return _buffer.AsSpan(_length);
    }
}
