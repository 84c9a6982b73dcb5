using System.Text;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Canonical columns separated by comma (instants in ISO 8601), semicolon (epoch seconds) or tab (epoch milliseconds). Opt-outs have neither visitor nor client.</summary>
internal sealed class DelimitedWriter(RecordBuffer buffer, HitTexts texts, char separator) : IHitWriter
{
    private readonly LineClock _clock = LineClock.Iso();

    /// <inheritdoc />
    public void Start()
    {
        buffer.Begin();
        buffer.Append(Encoding.ASCII.GetBytes("instant" + separator + string.Join(separator, CanonicalRow.Columns) + "\n"));
    }

    /// <inheritdoc />
    public void Write(in GeneratedHit hit)
    {
        buffer.Begin();
        AppendInstant(separator == '\t' ? hit.StampedInstantMs : hit.LineMs);
        for (var column = 0; column < CanonicalRow.Columns.Length; column++)
        {
            var isUserAgent = column == CanonicalRow.Columns.Length - 1;
            buffer.Append((byte)separator);
            if (isUserAgent)
            {
                buffer.Append((byte)'"');
            }

            CanonicalRow.Append(buffer, texts, hit, column);
            if (isUserAgent)
            {
                buffer.Append((byte)'"');
            }
        }

        buffer.Append((byte)'\n');
    }

    /// <inheritdoc />
    public RejectReason WriteBroken(ulong dice, long lineMs)
    {
        buffer.Begin();
        var reason = (dice % 4) switch
        {
            0 => RejectReason.FieldCount,
            1 => RejectReason.UnclosedQuote,
            2 => RejectReason.MissingInstant,
            _ => RejectReason.BadInstant,
        };
        if (reason == RejectReason.BadInstant)
        {
            buffer.Append("yesterday"u8);
        }
        else if (reason != RejectReason.MissingInstant)
        {
            AppendInstant(lineMs);
        }

        for (var column = 0; column < CanonicalRow.Columns.Length; column++)
        {
            buffer.Append((byte)separator);
        }

        if (reason == RejectReason.FieldCount)
        {
            buffer.Append((byte)separator);
        }
        else if (reason == RejectReason.UnclosedQuote)
        {
            buffer.Append("\"Mozilla"u8);
        }

        buffer.Append((byte)'\n');
        return reason;
    }

    /// <inheritdoc />
    public void Complete() => buffer.Flush();

    private void AppendInstant(long instantMs)
    {
        switch (separator)
        {
            case ',': _clock.Append(buffer, instantMs); break;
            case ';': buffer.AppendNumber(instantMs / 1000); break;
            default: buffer.AppendNumber(instantMs); break;
        }
    }
}
