namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>W3C extended logs: IIS (spaces, user agent with plus signs) and CloudFront (tabs, user agent percent-encoded twice).</summary>
internal sealed class W3cWriter(RecordBuffer buffer, IQueryWriter query, bool isCloudFront) : RequestLogWriter(buffer, query)
{
    private readonly LineClock _clock = LineClock.Utc(isCloudFront ? '\t' : ' ');

    /// <inheritdoc />
    public override void Start()
    {
        Buffer.Begin();
        Buffer.Append(isCloudFront
            ? "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type\n"u8
            : "#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status time-taken\n"u8);
    }

    /// <inheritdoc />
    protected override void WriteLine(in GeneratedHit hit, int part)
    {
        _clock.Append(Buffer, hit.LineMs);
        if (isCloudFront)
        {
            Buffer.Append("\tCDG50-P1\t412\t"u8);
            AppendAddress(hit);
            Buffer.Append("\tGET\tlogs.ent.example\t"u8);
            Buffer.Append(Query.Path);
            Buffer.Append("\t200\t-\t"u8);
            Buffer.Append(hit.UserAgent < 0 ? "-"u8 : UserAgentCatalogue.Entries[hit.UserAgent].TwiceEncodedBytes);
            Buffer.Append((byte)'\t');
            Query.Append(Buffer, hit, part);
            Buffer.Append("\t-\tHit\n"u8);
            return;
        }

        Buffer.Append(" 10.0.0.2 GET "u8);
        Buffer.Append(Query.Path);
        Buffer.Append((byte)' ');
        Query.Append(Buffer, hit, part);
        Buffer.Append(" 443 - "u8);
        AppendAddress(hit);
        Buffer.Append((byte)' ');
        Buffer.Append(hit.UserAgent < 0 ? "-"u8 : UserAgentCatalogue.Entries[hit.UserAgent].PlusBytes);
        Buffer.Append(" - 200 12\n"u8);
    }

    /// <inheritdoc />
    protected override void WriteOther(long lineMs)
    {
        _clock.Append(Buffer, lineMs);
        Buffer.Append(isCloudFront
            ? "\tCDG50-P1\t0\t10.0.0.1\tGET\tlogs.ent.example\t/favicon.ico\t404\t-\t-\t-\t-\tError\n"u8
            : " 10.0.0.2 GET /favicon.ico - 443 - 10.0.0.1 - - 404 3\n"u8);
    }
}
