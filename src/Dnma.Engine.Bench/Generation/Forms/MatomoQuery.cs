using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation.Forms;

/// <summary>
/// Matomo's tracking request as an ENT sends it (domain §4.4): the collectivity is the site, the school is an internal structure id
/// (<see cref="StructureOf"/>); no service, type, tool, project or platform. An opt-out sends neither person nor browser.
/// </summary>
internal sealed class MatomoQuery(HitTexts texts, bool carriesTimeAndUserAgent) : IQueryWriter
{
    /// <inheritdoc />
    public ReadOnlySpan<byte> Path => "/matomo.php"u8;

    /// <summary>The internal id of a school.</summary>
    public static int StructureOf(int establishment) => 1001 + establishment;

    /// <inheritdoc />
    public int PartsOf(in GeneratedHit hit) => 1;

    /// <inheritdoc />
    public void Append(RecordBuffer buffer, in GeneratedHit hit, int part)
    {
        buffer.Append("idsite="u8);
        buffer.Append(texts.CollectivityOf(hit));
        buffer.Append("&rec=1"u8);
        AppendPerson(buffer, hit);
        AppendAction(buffer, hit);
        if (hit.Profile != Profile.Inconnu)
        {
            buffer.Append("&dimension1="u8);
            buffer.Append(Vocabulary.ProfileDimensions[(int)hit.Profile]);
        }

        if (!hit.Has(HitNotes.NoEstablishment))
        {
            buffer.Append("&dimension2="u8);
            buffer.AppendNumber(StructureOf(hit.Establishment));
        }

        if (carriesTimeAndUserAgent)
        {
            buffer.Append("&cdt="u8);
            buffer.AppendNumber(hit.LineMs / 1000);
            if (hit.UserAgent >= 0)
            {
                buffer.Append("&ua="u8);
                buffer.Append(UserAgentCatalogue.Entries[hit.UserAgent].QueryBytes);
            }
        }
    }

    private void AppendPerson(RecordBuffer buffer, in GeneratedHit hit)
    {
        if (hit.Has(HitNotes.OptOut) || hit.Person == 0)
        {
            return;
        }

        buffer.Append("&uid="u8);
        texts.AppendPerson(buffer, hit);
        buffer.Append("&_id="u8);
        buffer.AppendHex(hit.Client);
    }

    private static void AppendAction(RecordBuffer buffer, in GeneratedHit hit)
    {
        if (hit.Kind == HitKind.Click)
        {
            buffer.Append(hit.Has(HitNotes.Download) ? "&download="u8 : "&link="u8);
            AppendAddress(buffer, hit);
        }

        buffer.Append(hit.Kind switch
        {
            HitKind.Ping => "&ping=1&url="u8,
            HitKind.Event => "&e_c=ent&e_a=action&url="u8,
            _ => "&url="u8,
        });
        AppendAddress(buffer, hit);
    }

    /// <summary>Appends the page's address.</summary>
    public static void AppendAddress(RecordBuffer buffer, in GeneratedHit hit)
    {
        buffer.Append("https://ent.example/"u8);
        buffer.Append(Vocabulary.PageLabel(hit));
    }
}
