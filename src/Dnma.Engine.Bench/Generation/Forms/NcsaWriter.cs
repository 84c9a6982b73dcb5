namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>NCSA logs: common, combined (with referrer and user agent), vhost-combined (behind the host's name and port).</summary>
internal sealed class NcsaWriter(RecordBuffer buffer, IQueryWriter query, bool hasHost, bool hasUserAgent) : RequestLogWriter(buffer, query)
{
    private readonly LineClock _clock = LineClock.Ncsa();

    /// <inheritdoc />
    protected override void WriteLine(in GeneratedHit hit, int part)
    {
        AppendHost();
        AppendAddress(hit);
        Buffer.Append(" - - ["u8);
        _clock.Append(Buffer, hit.LineMs);
        Buffer.Append("] \"GET "u8);
        AppendTarget(hit, part);
        Buffer.Append(" HTTP/1.1\" 200 43"u8);
        if (hasUserAgent)
        {
            Buffer.Append(" \"https://ent.example/\" \""u8);
            Buffer.Append(hit.UserAgent < 0 ? "-"u8 : UserAgentCatalogue.Entries[hit.UserAgent].Bytes);
            Buffer.Append((byte)'"');
        }

        Buffer.Append((byte)'\n');
    }

    /// <inheritdoc />
    protected override void WriteOther(long lineMs)
    {
        AppendHost();
        Buffer.Append("10.0.0.1 - - ["u8);
        _clock.Append(Buffer, lineMs);
        Buffer.Append("] \"GET /favicon.ico HTTP/1.1\" 404 0"u8);
        Buffer.Append(hasUserAgent ? " \"-\" \"-\"\n"u8 : "\n"u8);
    }

    private void AppendHost()
    {
        if (hasHost)
        {
            Buffer.Append("logs.ent.example:443 "u8);
        }
    }
}
