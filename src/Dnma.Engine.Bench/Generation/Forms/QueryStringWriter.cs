using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>One bare query string a line: no instant but the hit's own, no user agent.</summary>
internal sealed class QueryStringWriter(RecordBuffer buffer, IQueryWriter query) : RequestLogWriter(buffer, query)
{
    /// <inheritdoc />
    public override RejectReason WriteBroken(ulong dice, long lineMs)
    {
        Buffer.Begin();
        WriteOther(lineMs);
        return RejectReason.MissingInstant;
    }

    /// <inheritdoc />
    protected override void WriteLine(in GeneratedHit hit, int part)
    {
        Query.Append(Buffer, hit, part);
        Buffer.Append((byte)'\n');
    }

    /// <inheritdoc />
    protected override void WriteOther(long lineMs) => Buffer.Append("s=400000&p=PAGE_ENT::page-0&at=0000000000000001&service=PAGE_ENT\n"u8);
}
