using System.Buffers;
using System.IO.Pipelines;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>
/// Cuts content into stretches of whole lines, with exact line numbers and offsets. A line of any length is passed over in bounded
/// memory. Not thread safe.
/// </summary>
internal sealed class LineCutter(PipeReader input, BlockPool pool, int maxRecordBytes = IngestOptions.MaxRecordBytes)
{
    /// <summary>How much of an over-long line is kept to show.</summary>
    public const int SampleBytes = 1024;

    private const byte LineFeed = (byte)'\n';
    private static readonly SearchValues<byte> Whitespace = SearchValues.Create("\n\r\t \v\f"u8);

    private long _line = 1;
    private long _offset;
    private bool _isPassing;

    /// <summary>How many lines were cut or passed over.</summary>
    public long Lines { get; private set; }

    /// <summary>Takes <paramref name="count"/> bytes that are no part of a line: a byte order mark.</summary>
    public async ValueTask SkipAsync(int count, CancellationToken cancellationToken)
    {
        var result = await input.ReadAtLeastAsync(count, cancellationToken).ConfigureAwait(false);
        input.AdvanceTo(result.Buffer.GetPosition(count));
        _offset += count;
    }

    /// <summary>The first <paramref name="bytes"/> bytes, or all where there are fewer, without taking them.</summary>
    public async ValueTask<byte[]> PeekAsync(int bytes, CancellationToken cancellationToken)
    {
        var result = await input.ReadAtLeastAsync(bytes, cancellationToken).ConfigureAwait(false);
        var head = result.Buffer.Slice(0, Math.Min(bytes, result.Buffer.Length)).ToArray();
        input.AdvanceTo(result.Buffer.Start);
        return head;
    }

    /// <summary>
    /// Looks at the whole lines that come next, from the first one that is not blank, without taking them: about
    /// <paramref name="bytes"/> bytes, at least one line. Blank lines before it are taken. Empty when an over-long line or the end
    /// comes next.
    /// </summary>
    public async ValueTask<LineHead> PeekLinesAsync(int bytes, CancellationToken cancellationToken)
    {
        long wanted = bytes;
        while (true)
        {
            // One byte more than is looked at: whether the content ends here must not depend on how fast it comes.
            var result = await input.ReadAtLeastAsync((int)wanted + 1, cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            var head = buffer.Slice(0, Math.Min(wanted, buffer.Length)).ToArray();
            var holdsAll = result.IsCompleted && buffer.Length == head.Length;
            var text = head.AsSpan().IndexOfAnyExcept(Whitespace);
            var blank = head.AsSpan(0, text < 0 ? head.Length : text).LastIndexOf(LineFeed) + 1;
            if (blank > 0)
            {
                TakeLines(head.AsSpan(0, blank).Count(LineFeed), blank);
                input.AdvanceTo(buffer.GetPosition(blank));
                continue;
            }

            input.AdvanceTo(buffer.Start);
            var whole = head.AsSpan().LastIndexOf(LineFeed) + 1;
            if (StartsTooLong(head))
            {
                return new LineHead(default, default, false);
            }

            if (whole > 0 || holdsAll)
            {
                return new LineHead(head.AsMemory(0, whole), head.AsMemory(whole), holdsAll);
            }

            wanted = Math.Min(wanted * 4, maxRecordBytes + 3L);
        }
    }

    /// <summary>Cuts the next stretch; the caller returns its buffer.</summary>
    public async ValueTask<LineStretch> NextAsync(CancellationToken cancellationToken)
    {
        // How much of the buffer is known to hold no line feed: a long line that comes in drops is not searched again and again.
        long searched = 0;
        while (true)
        {
            var result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (_isPassing)
            {
                Pass(buffer, result.IsCompleted);
                continue;
            }

            if (buffer.IsEmpty && result.IsCompleted)
            {
                input.AdvanceTo(buffer.Start);
                return default;
            }

            if (buffer.Length < pool.BlockBytes && !result.IsCompleted)
            {
                input.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            if (searched < pool.BlockBytes && TryCutLines(buffer, out var lines))
            {
                return lines;
            }

            searched = Math.Max(searched, Math.Min(buffer.Length, pool.BlockBytes));
            if (buffer.Length > searched && buffer.Slice(searched).PositionOf(LineFeed) is { } end)
            {
                return CutOneLine(buffer, buffer.GetPosition(1, end));
            }

            searched = buffer.Length;
            if (searched > maxRecordBytes + 1L || result.IsCompleted)
            {
                return CutUnended(buffer);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private bool TryCutLines(ReadOnlySequence<byte> buffer, out LineStretch stretch)
    {
        var length = (int)Math.Min(buffer.Length, pool.BlockBytes);
        var bytes = pool.Rent(length);
        buffer.Slice(0, length).CopyTo(bytes);
        var whole = bytes.AsSpan(0, length).LastIndexOf(LineFeed) + 1;
        if (whole == 0)
        {
            pool.Return(bytes);
            stretch = default;
            return false;
        }

        stretch = new LineStretch(StretchKind.Lines, bytes, whole, _line, _offset, bytes.AsSpan(0, whole).Count(LineFeed));
        TakeLines(stretch.Lines, whole);
        input.AdvanceTo(buffer.GetPosition(whole));
        return true;
    }

    /// <summary>Cuts a line that is longer than a block; <paramref name="next"/> is behind its line feed.</summary>
    private LineStretch CutOneLine(ReadOnlySequence<byte> buffer, SequencePosition next)
    {
        var line = buffer.Slice(0, next);
        var stretch = IsTooLong(line.Slice(0, line.Length - 1)) ? Sample(line) : Copy(line, StretchKind.Lines, (int)line.Length);
        _offset += line.Length;
        _line++;
        Lines++;
        input.AdvanceTo(next);
        return stretch;
    }

    /// <summary>Cuts what has no line feed: the last line, or the start of an over-long one.</summary>
    private LineStretch CutUnended(ReadOnlySequence<byte> buffer)
    {
        _isPassing = IsTooLong(buffer);
        var stretch = _isPassing ? Sample(buffer) : Copy(buffer, StretchKind.LastLine, (int)buffer.Length);
        _offset += buffer.Length;
        if (!_isPassing)
        {
            _line++;
            Lines++;
        }

        input.AdvanceTo(buffer.End);
        return stretch;
    }

    private void Pass(ReadOnlySequence<byte> buffer, bool isCompleted)
    {
        var feed = buffer.PositionOf(LineFeed);
        var end = feed is { } position ? buffer.GetPosition(1, position) : buffer.End;
        var passed = buffer.Slice(0, end).Length;
        if (feed is not null || isCompleted)
        {
            _isPassing = false;
            _line++;
            Lines++;
        }

        _offset += passed;
        input.AdvanceTo(end);
    }

    private void TakeLines(int count, int bytes)
    {
        _line += count;
        Lines += count;
        _offset += bytes;
    }

    /// <summary>Whether a line without its line feed is over the limit; a carriage return at its end is part of the line end.</summary>
    private bool IsTooLong(ReadOnlySequence<byte> line) =>
        line.Length > maxRecordBytes + 1L
        || (line.Length == maxRecordBytes + 1L && line.Slice(maxRecordBytes).FirstSpan[0] != (byte)'\r');

    /// <summary>The same for the first line of what was looked at.</summary>
    private bool StartsTooLong(byte[] head)
    {
        if (head.Length <= maxRecordBytes)
        {
            return false;
        }

        var end = Array.IndexOf(head, LineFeed);
        return IsTooLong(new ReadOnlySequence<byte>(head, 0, end < 0 ? head.Length : end));
    }

    private LineStretch Sample(ReadOnlySequence<byte> line) =>
        Copy(line, StretchKind.TooLong, (int)Math.Min(line.Length, Math.Min(SampleBytes, maxRecordBytes)));

    private LineStretch Copy(ReadOnlySequence<byte> bytes, StretchKind kind, int length)
    {
        var buffer = pool.Rent(length);
        bytes.Slice(0, length).CopyTo(buffer);
        return new LineStretch(kind, buffer, length, _line, _offset);
    }
}
