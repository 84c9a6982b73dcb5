namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>The canonical columns (design §6) of a generated hit, as the table forms write them.</summary>
internal static class CanonicalRow
{
    /// <summary>Column names, in the order of <see cref="Append"/>; the instant is before them.</summary>
    public static readonly string[] Columns =
        ["visitor", "client", "uai", "profile", "service", "type", "tool", "project", "operator", "platform", "collectivity", "kind", "page", "user_agent"];

    private static readonly byte[][] Kinds = ["page"u8.ToArray(), "click"u8.ToArray(), "event"u8.ToArray(), "ping"u8.ToArray()];

    /// <summary>Appends the value of one column, as it is; no value holds a separator, a quotation mark or a control character but user agents, which may hold <c>,</c> and <c>;</c>.</summary>
    public static void Append(RecordBuffer buffer, HitTexts texts, in GeneratedHit hit, int column)
    {
        switch (column)
        {
            case 0 when !hit.Has(HitNotes.OptOut): texts.AppendPerson(buffer, hit); break;
            case 1 when !hit.Has(HitNotes.OptOut): buffer.AppendHex(hit.Client); break;
            case 2: buffer.Append(texts.UaiOf(hit)); break;
            case 3: buffer.Append(Vocabulary.ProfileTags[(int)hit.Profile]); break;
            case 4: buffer.Append(Vocabulary.ServiceTag(hit)); break;
            case 5: buffer.Append(Vocabulary.Types[hit.Type]); break;
            case 6: buffer.Append(Vocabulary.Tools[hit.Tool]); break;
            case 7: buffer.Append(texts.Project[hit.Establishment]); break;
            case 8: buffer.Append(texts.Operator[hit.Establishment]); break;
            case 9: buffer.Append(texts.Platform[hit.Establishment]); break;
            case 10: buffer.Append(texts.CollectivityOf(hit)); break;
            case 11: buffer.Append(Kinds[(int)hit.Kind]); break;
            case 12: buffer.Append(Vocabulary.PageLabel(hit)); break;
            case 13: buffer.Append(hit.UserAgent < 0 ? default : UserAgentCatalogue.Entries[hit.UserAgent].Bytes); break;
            default: break;
        }
    }
}
