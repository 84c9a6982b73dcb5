using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>
/// The SmartTag plan of 2021 (domain §4.2). Events and heartbeats have no place in it: options that make them are not for this form.
/// A split hit goes in two parts, the place and the person in the first, the properties and a filling in the second.
/// </summary>
internal sealed class SmartTagQuery(HitTexts texts) : IQueryWriter
{
    private static readonly byte[] Filling = [.. Enumerable.Repeat((byte)'x', 1900)];

    /// <inheritdoc />
    public ReadOnlySpan<byte> Path => "/hit.xiti"u8;

    /// <inheritdoc />
    public int PartsOf(in GeneratedHit hit) => hit.Has(HitNotes.Split) ? 2 : 1;

    /// <inheritdoc />
    public void Append(RecordBuffer buffer, in GeneratedHit hit, int part)
    {
        buffer.Append("s="u8);
        buffer.Append(texts.CollectivityOf(hit));
        buffer.Append("&ts="u8);
        buffer.AppendNumber(hit.StampMs);
        buffer.Append("&vtag=5.29.4&ptag=js&r=1920x1080x24x24&re=1903x937&hl="u8);
        buffer.AppendNumber(hit.LineMs / 3_600_000 % 24);
        buffer.Append((byte)'x');
        buffer.AppendNumber(hit.LineMs / 60_000 % 60);
        buffer.Append((byte)'x');
        buffer.AppendNumber(hit.LineMs / 1000 % 60);
        buffer.Append("&lng=fr&idclient="u8);
        HitTexts.AppendClient(buffer, hit);
        if (hit.Has(HitNotes.Split))
        {
            buffer.Append("&mh="u8);
            buffer.AppendNumber(part);
            buffer.Append("-2-"u8);
            buffer.AppendNumber((hit.StampMs / 10 % 100_000_000) + (hit.Outing % 90));
        }

        if (part == 1)
        {
            AppendPlace(buffer, hit);
        }

        if (part == PartsOf(hit))
        {
            AppendProperties(buffer, hit);
        }
    }

    private void AppendPlace(RecordBuffer buffer, in GeneratedHit hit)
    {
        buffer.Append("&p="u8);
        buffer.Append(Vocabulary.PageLabel(hit));
        buffer.Append("&s2="u8);
        buffer.Append(texts.UaiOf(hit));
        if (hit.Kind != HitKind.Page)
        {
            buffer.Append(hit.Has(HitNotes.Download) ? "&click=T"u8 : hit.Type == 2 ? "&click=S"u8 : (hit.Page & 1) == 0 ? "&click=A"u8 : "&click=N"u8);
        }

        if (hit.Person != 0)
        {
            buffer.Append("&at="u8);
            texts.AppendPerson(buffer, hit);
        }

        if (hit.Profile != Profile.Inconnu)
        {
            buffer.Append("&ac="u8);
            buffer.Append(Vocabulary.ProfileNumbers[(int)hit.Profile]);
        }
    }

    private void AppendProperties(RecordBuffer buffer, in GeneratedHit hit)
    {
        buffer.Append("&service="u8);
        buffer.Append(Vocabulary.ServiceTag(hit));
        buffer.Append("&type="u8);
        buffer.Append(Vocabulary.Types[hit.Type]);
        buffer.Append("&outil="u8);
        buffer.Append(Vocabulary.Tools[hit.Tool]);
        buffer.Append("&uai="u8);
        buffer.Append(texts.UaiOf(hit));
        buffer.Append(texts.SmartTagProperties[hit.Establishment]);
        buffer.Append("&profil="u8);
        buffer.Append(Vocabulary.ProfileTags[(int)hit.Profile]);
        if (hit.Has(HitNotes.Split))
        {
            buffer.Append("&stc="u8);
            buffer.Append(Filling);
        }
    }
}
