namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Access logs as JSON lines, under the field names of nginx, Caddy or Traefik.</summary>
internal sealed class JsonLogWriter(RecordBuffer buffer, IQueryWriter query, JsonLogDialect dialect) : RequestLogWriter(buffer, query)
{
    private readonly LineClock _clock = dialect == JsonLogDialect.Traefik ? LineClock.IsoUtc() : LineClock.Iso();

    /// <inheritdoc />
    protected override void WriteLine(in GeneratedHit hit, int part)
    {
        AppendHead(hit.LineMs);
        switch (dialect)
        {
            case JsonLogDialect.Nginx:
                Buffer.Append("\",\"remote_addr\":\""u8);
                AppendAddress(hit);
                Buffer.Append("\",\"request_method\":\"GET\",\"request_uri\":\""u8);
                AppendTarget(hit, part);
                Buffer.Append("\",\"status\":200,\"http_user_agent\":\""u8);
                AppendUserAgent(hit);
                Buffer.Append("\"}\n"u8);
                break;
            case JsonLogDialect.Caddy:
                Buffer.Append(",\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"remote_ip\":\""u8);
                AppendAddress(hit);
                Buffer.Append("\",\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"logs.ent.example\",\"uri\":\""u8);
                AppendTarget(hit, part);
                Buffer.Append("\",\"headers\":{"u8);
                if (hit.UserAgent >= 0)
                {
                    Buffer.Append("\"User-Agent\":[\""u8);
                    AppendUserAgent(hit);
                    Buffer.Append("\"]"u8);
                }

                Buffer.Append("}},\"duration\":0.0004,\"status\":200}\n"u8);
                break;
            default:
                Buffer.Append("\",\"ClientHost\":\""u8);
                AppendAddress(hit);
                Buffer.Append("\",\"RequestMethod\":\"GET\",\"RequestPath\":\""u8);
                AppendTarget(hit, part);
                Buffer.Append("\",\"DownstreamStatus\":200,\"request_User-Agent\":\""u8);
                AppendUserAgent(hit);
                Buffer.Append("\"}\n"u8);
                break;
        }
    }

    /// <inheritdoc />
    protected override void WriteGarbage() => Buffer.Append("{\"time\":\n"u8);

    /// <inheritdoc />
    protected override void WriteOther(long lineMs)
    {
        AppendHead(lineMs);
        Buffer.Append(dialect switch
        {
            JsonLogDialect.Nginx => "\",\"remote_addr\":\"10.0.0.1\",\"request_method\":\"GET\",\"request_uri\":\"/favicon.ico\",\"status\":404,\"http_user_agent\":\"\"}\n"u8,
            JsonLogDialect.Caddy => ",\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"remote_ip\":\"10.0.0.1\",\"method\":\"GET\",\"uri\":\"/favicon.ico\",\"headers\":{}},\"status\":404}\n"u8,
            _ => "\",\"ClientHost\":\"10.0.0.1\",\"RequestMethod\":\"GET\",\"RequestPath\":\"/favicon.ico\",\"DownstreamStatus\":404}\n"u8,
        });
    }

    private void AppendHead(long lineMs)
    {
        if (dialect == JsonLogDialect.Caddy)
        {
            Buffer.Append("{\"level\":\"info\",\"ts\":"u8);
            Buffer.AppendNumber(lineMs / 1000);
            Buffer.Append(".0"u8);
            return;
        }

        Buffer.Append(dialect == JsonLogDialect.Nginx ? "{\"time_iso8601\":\""u8 : "{\"StartUTC\":\""u8);
        _clock.Append(Buffer, lineMs);
    }

    // No user agent of the catalogue holds a quotation mark, a backslash or a control character, so none needs escaping.
    private void AppendUserAgent(in GeneratedHit hit) =>
        Buffer.Append(hit.UserAgent < 0 ? default : UserAgentCatalogue.Entries[hit.UserAgent].Bytes);
}
