using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>A log of requests: one line for each request of a hit.</summary>
internal abstract class RequestLogWriter(RecordBuffer buffer, IQueryWriter query) : IHitWriter
{
    /// <summary>Where the lines go.</summary>
    protected RecordBuffer Buffer { get; } = buffer;

    /// <summary>What the requests carry.</summary>
    protected IQueryWriter Query { get; } = query;

    /// <inheritdoc />
    public virtual void Start()
    {
    }

    /// <inheritdoc />
    public void Write(in GeneratedHit hit)
    {
        var parts = Query.PartsOf(hit);
        for (var part = 1; part <= parts; part++)
        {
            Buffer.Begin();
            WriteLine(hit, part);
        }
    }

    /// <inheritdoc />
    public virtual RejectReason WriteBroken(ulong dice, long lineMs)
    {
        Buffer.Begin();
        if (dice % 2 == 0)
        {
            WriteGarbage();
            return RejectReason.Malformed;
        }

        WriteOther(lineMs);
        return RejectReason.NotAHit;
    }

    /// <inheritdoc />
    public void Complete() => Buffer.Flush();

    /// <summary>Writes the line of one part.</summary>
    protected abstract void WriteLine(in GeneratedHit hit, int part);

    /// <summary>Writes a line that is none of this log's.</summary>
    protected virtual void WriteGarbage() => Buffer.Append("-- log rotated --\n"u8);

    /// <summary>Writes the line of a request for <c>/favicon.ico</c>.</summary>
    protected abstract void WriteOther(long lineMs);

    /// <summary>Appends a made-up private address; it says nothing of the person.</summary>
    protected void AppendAddress(in GeneratedHit hit)
    {
        Buffer.Append("10."u8);
        Buffer.AppendNumber((long)(hit.Client >> 8 & 255));
        Buffer.Append((byte)'.');
        Buffer.AppendNumber((long)(hit.Client >> 16 & 255));
        Buffer.Append((byte)'.');
        Buffer.AppendNumber((long)(hit.Client >> 24 & 255));
    }

    /// <summary>Appends path, question mark and query.</summary>
    protected void AppendTarget(in GeneratedHit hit, int part)
    {
        Buffer.Append(Query.Path);
        Buffer.Append((byte)'?');
        Query.Append(Buffer, hit, part);
    }
}
