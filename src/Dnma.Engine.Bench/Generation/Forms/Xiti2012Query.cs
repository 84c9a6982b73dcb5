using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>
/// The marker of the 2012 guide (domain §4.1): no instant of its own, no type or tool, every hit a page; person and browser are one id.
/// The UAI goes into <c>s2</c>.
/// </summary>
internal sealed class Xiti2012Query(HitTexts texts) : IQueryWriter
{
    /// <inheritdoc />
    public ReadOnlySpan<byte> Path => "/hit.xiti"u8;

    /// <inheritdoc />
    public int PartsOf(in GeneratedHit hit) => 1;

    /// <inheritdoc />
    public void Append(RecordBuffer buffer, in GeneratedHit hit, int part)
    {
        buffer.Append("s="u8);
        buffer.Append(texts.CollectivityOf(hit));
        buffer.Append("&s2="u8);
        buffer.Append(texts.UaiOf(hit));
        buffer.Append("&p="u8);
        buffer.Append(Vocabulary.PageLabel(hit));
        if (hit.Has(HitNotes.OptOut))
        {
            buffer.Append("&idclient=OPT-OUT"u8);
        }
        else if (hit.Person != 0)
        {
            buffer.Append("&at="u8);
            texts.AppendPerson(buffer, hit);
            buffer.Append("&idclient="u8);
            texts.AppendPerson(buffer, hit);
        }

        if (hit.Profile != Profile.Inconnu)
        {
            buffer.Append("&ac="u8);
            buffer.Append(Vocabulary.ProfileNumbers[(int)hit.Profile]);
            buffer.Append("&x2="u8);
            buffer.Append(Vocabulary.ProfileNumbers[(int)hit.Profile]);
        }

        buffer.Append("&x1="u8);
        buffer.Append(hit.Service < 0 ? default : Vocabulary.Services[hit.Service].Number2012Bytes);
        buffer.Append(texts.XitiCodes[hit.Establishment]);
        buffer.Append("&hl=8x0x0&r=1366x768x24&lng=fr"u8);
    }
}
