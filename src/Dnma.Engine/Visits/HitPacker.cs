using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;

namespace Dnma.Engine.Visits;

/// <summary>Packs hits that qualify, or are reported as events, into the core's records. One for each worker; not thread safe.</summary>
internal sealed class HitPacker(Norm norm, HitDictionaries dictionaries, VisitorIndex visitors)
{
    private readonly VisitorCache _visitors = new(visitors);
    private readonly bool _byClient = norm.VisitsKeyedBy == VisitorKey.ClientElsePerson;
    private readonly CountingRule _rule = norm.Counting;

    /// <summary>Packs one hit.</summary>
    /// <param name="batch">The batch it is in.</param>
    /// <param name="i">Which one.</param>
    /// <param name="isCounted">Whether the norm counts it; otherwise it is but an event.</param>
    public PackedHit Pack(HitBatch batch, int i, bool isCounted)
    {
        var place = batch.Place[i];
        var person = _visitors.CodeOf(batch.Person[i], place);
        var kind = batch.Kind[i];
        var facts = PackedHit.PackFacts(batch.Traits[i], batch.Profile[i], kind);
        if (isCounted)
        {
            facts |= PackedHit.CountedBit | (_rule.IsPageView(kind) ? PackedHit.PageViewBit : 0);
        }

        if ((batch.Flags[i] & HitFlags.Download) != 0)
        {
            facts |= PackedHit.DownloadBit;
        }

        return new PackedHit
        {
            Visitor = _byClient && !batch.Client[i].IsNone ? _visitors.CodeOf(batch.Client[i], place) : person,
            Person = person,
            Place = place,
            Use = dictionaries.UseOf(batch.Usage[i], batch.Label[i]),
            Content = _byClient ? ContentOf(batch, i) : batch.Content[i],
            InstantMs = batch.InstantMs[i],
            Facts = facts,
        };
    }

    /// <summary>
    /// Two persons may share a browser, an instant and all content; they are told apart by what does not depend on arrival, since the first hit of a
    /// visit says whose it is.
    /// </summary>
    private static ulong ContentOf(HitBatch batch, int i) =>
        unchecked(batch.Content[i] ^ (batch.Person[i].Low * 0x9E3779B97F4A7C15));
}
