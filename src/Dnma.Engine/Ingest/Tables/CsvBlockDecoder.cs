namespace Dnma.Engine.Ingest.Tables;

/// <summary>Decodes blocks of a delimited table: splits lines, rejects those that are no rows, and passes over the header wherever it stands.</summary>
internal sealed class CsvBlockDecoder<TRows>(CsvHeader header, TRows rows, RecordSink sink) : BlockDecoder
    where TRows : struct, ICsvRows
{
    private readonly CsvFields _fields = new(header.Names.Count, header.Separator);
    private TRows _rows = rows;

    /// <inheritdoc/>
    public override void Decode(RecordBlock block)
    {
        var headerLine = header.Line.Span;
        var lines = new TableLines(block, sink);
        while (lines.MoveNext())
        {
            var line = lines.Line;
            if (line.Length >= headerLine.Length && IsHeader(line, headerLine))
            {
                continue;
            }

            switch (_fields.Split(line))
            {
                case CsvSplit.Ok: _rows.Take(_fields, lines.Position, line); break;
                case CsvSplit.FieldCount: sink.Reject(RejectReason.FieldCount, lines.Position, line); break;
                case CsvSplit.UnclosedQuote: sink.Reject(RejectReason.UnclosedQuote, lines.Position, line); break;
                default: sink.Reject(RejectReason.Malformed, lines.Position, line); break;
            }
        }
    }

    /// <summary>Files joined one behind the other bring their header, and perhaps their byte order mark, along.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> line, ReadOnlySpan<byte> header) => TableLines.WithoutMark(line).SequenceEqual(header);
}
