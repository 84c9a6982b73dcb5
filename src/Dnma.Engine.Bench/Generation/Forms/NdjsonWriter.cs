using System.Text;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>Canonical columns as one JSON object a line; the instant is a number of milliseconds, columns without value are empty texts.</summary>
internal sealed class NdjsonWriter(RecordBuffer buffer, HitTexts texts) : IHitWriter
{
    private static readonly byte[][] Names = [.. CanonicalRow.Columns.Select(c => Encoding.ASCII.GetBytes($",\"{c}\":\""))];

    /// <inheritdoc />
    public void Start()
    {
    }

    /// <inheritdoc />
    public void Write(in GeneratedHit hit)
    {
        buffer.Begin();
        buffer.Append("{\"instant\":"u8);
        buffer.AppendNumber(hit.StampedInstantMs);
        for (var column = 0; column < Names.Length; column++)
        {
            buffer.Append(Names[column]);
            CanonicalRow.Append(buffer, texts, hit, column);
            buffer.Append((byte)'"');
        }

        buffer.Append("}\n"u8);
    }

    /// <inheritdoc />
    public RejectReason WriteBroken(ulong dice, long lineMs)
    {
        buffer.Begin();
        switch (dice % 3)
        {
            case 0:
                buffer.Append("{\"instant\":1662357600000,\"visitor\":\n"u8);
                return RejectReason.Malformed;
            case 1:
                buffer.Append("{\"visitor\":\"0000000000000001\"}\n"u8);
                return RejectReason.MissingInstant;
            default:
                buffer.Append("{\"instant\":\"2022-13-45T00:00:00Z\",\"visitor\":\"0000000000000001\"}\n"u8);
                return RejectReason.BadInstant;
        }
    }

    /// <inheritdoc />
    public void Complete() => buffer.Flush();
}
