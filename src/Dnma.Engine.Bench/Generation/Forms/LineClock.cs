using System.Globalization;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>How the logs write an instant. The last minute's text is kept, so that a line mostly costs two digits.</summary>
internal sealed class LineClock
{
    private readonly string _minuteFormat;
    private readonly int _secondsAt;
    private readonly bool _isUtc;
    private readonly bool _hasOffset;
    private readonly byte[] _text = new byte[40];
    private int _length;
    private long _minute = long.MinValue;

    private LineClock(string format, bool isUtc, bool hasOffset)
    {
        _minuteFormat = format;
        _secondsAt = TextLengthBeforeSeconds(format);
        _isUtc = isUtc;
        _hasOffset = hasOffset;
    }

    /// <summary><c>05/Sep/2022:08:00:01 +0200</c>.</summary>
    public static LineClock Ncsa() => new("dd/MMM/yyyy:HH:mm:'00 '", isUtc: false, hasOffset: true);

    /// <summary><c>2022-09-05T08:00:01+02:00</c>.</summary>
    public static LineClock Iso() => new("yyyy-MM-ddTHH:mm:'00'", isUtc: false, hasOffset: true);

    /// <summary><c>2022-09-05T06:00:01Z</c>.</summary>
    public static LineClock IsoUtc() => new("yyyy-MM-ddTHH:mm:'00Z'", isUtc: true, hasOffset: false);

    /// <summary>Date and time in UTC with <paramref name="separator"/> between them.</summary>
    public static LineClock Utc(char separator) => new($"yyyy-MM-dd'{separator}'HH:mm:'00'", isUtc: true, hasOffset: false);

    /// <summary>Appends an instant, to the second below it.</summary>
    public void Append(RecordBuffer buffer, long instantMs)
    {
        var minute = Math.DivRem(instantMs, 60_000, out var restMs);
        if (minute != _minute)
        {
            _minute = minute;
            Render(minute * 60_000);
        }

        var seconds = (int)(restMs / 1000);
        _text[_secondsAt] = (byte)('0' + (seconds / 10));
        _text[_secondsAt + 1] = (byte)('0' + (seconds % 10));
        buffer.Append(_text.AsSpan(0, _length));
    }

    /// <summary>Where the quoted seconds of a format stand in its text: every letter and sign before them is one character, quotes none, <c>MMM</c> three.</summary>
    private static int TextLengthBeforeSeconds(string format) =>
        format[..format.IndexOf("'00", StringComparison.Ordinal)].Replace("'", "", StringComparison.Ordinal).Length;

    private void Render(long minuteMs)
    {
        var offset = TimeSpan.FromMilliseconds(_isUtc ? 0 : CivilZone.Paris.OffsetAt(minuteMs));
        var local = DateTimeOffset.FromUnixTimeMilliseconds(minuteMs).ToOffset(offset);
        local.TryFormat(_text, out _length, _minuteFormat, CultureInfo.InvariantCulture);
        if (_hasOffset)
        {
            // Paris is always ahead of Greenwich by whole hours: +01 or +02, then the minutes with or without a colon.
            var minutes = _minuteFormat.Contains('T', StringComparison.Ordinal) ? ":00"u8 : "00"u8;
            _text[_length++] = (byte)'+';
            _text[_length++] = (byte)'0';
            _text[_length++] = (byte)('0' + offset.Hours);
            minutes.CopyTo(_text.AsSpan(_length));
            _length += minutes.Length;
        }
    }
}
