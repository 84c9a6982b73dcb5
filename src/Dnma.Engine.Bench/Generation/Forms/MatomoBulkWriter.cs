using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Bodies of Matomo's bulk tracking, one a line, 20 hits in each; instants and user agents are in the requests (<c>cdt</c>, <c>ua</c>).</summary>
internal sealed class MatomoBulkWriter(RecordBuffer buffer, MatomoQuery query) : IHitWriter
{
    private const int HitsOfBody = 20;
    private int _inBody;

    /// <inheritdoc />
    public void Start()
    {
    }

    /// <inheritdoc />
    public void Write(in GeneratedHit hit)
    {
        buffer.Begin();
        buffer.Append(_inBody == 0 ? "{\"requests\":[\"?"u8 : ",\"?"u8);
        query.Append(buffer, hit, 1);
        buffer.Append((byte)'"');
        if (++_inBody == HitsOfBody)
        {
            Close();
        }
    }

    /// <inheritdoc />
    public RejectReason WriteBroken(ulong dice, long lineMs)
    {
        buffer.Begin();
        Close();
        buffer.Append("{\"requests\":[\n"u8);
        return RejectReason.Malformed;
    }

    /// <inheritdoc />
    public void Complete()
    {
        buffer.Begin();
        Close();
        buffer.Flush();
    }

    private void Close()
    {
        if (_inBody > 0)
        {
            // A made-up token: what a reader must neither keep nor show.
            buffer.Append("],\"token_auth\":\"00000000000000000000000000000000\"}\n"u8);
            _inBody = 0;
        }
    }
}
