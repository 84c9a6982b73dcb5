namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// Walks the lines of a block that hold a record: blank lines and the byte order mark at the start of a file are no part of one. Lines that
/// are too long or cut off by the end of a truncated input are rejected on the way.
/// </summary>
internal ref struct TableLines(RecordBlock block, RecordSink sink)
{
    /// <summary>The longest record that is read, line ending not counted (design §6: 1 MiB).</summary>
    public const int MaxRecordBytes = 1 << 20;

    private readonly RecordSink _sink = sink;
    private readonly bool _endsTruncated = block.EndsTruncated;
    private ReadOnlySpan<byte> _rest = block.Bytes.Span;
    private RecordPosition _next = block.Start;

    /// <summary>The line without its line feed and the carriage return before it.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>Where it stands.</summary>
    public RecordPosition Position { get; private set; }

    /// <summary>Goes to the next record; false at the end of the block.</summary>
    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var feed = _rest.IndexOf((byte)'\n');
            var line = feed < 0 ? _rest : _rest[..feed];
            var taken = feed < 0 ? _rest.Length : feed + 1;
            _rest = _rest[taken..];
            Position = _next;
            _next = new RecordPosition(_next.File, _next.Line + 1, _next.ByteOffset + taken);
            Line = Position.ByteOffset == 0 ? WithoutMark(WithoutReturn(line)) : WithoutReturn(line);
            if (Line.IsEmpty)
            {
                continue;
            }

            if (feed < 0 && _endsTruncated)
            {
                _sink.Reject(RejectReason.Truncated, Position, Line);
            }
            else if (Line.Length > MaxRecordBytes)
            {
                _sink.Reject(RejectReason.TooLong, Position, Line);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text without UTF-8's byte order mark at its start.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>A line without a carriage return at its end.</summary>
    public static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line is [.. var before, (byte)'\r'] ? before : line;
}
