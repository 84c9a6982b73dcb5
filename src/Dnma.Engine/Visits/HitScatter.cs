using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>Packs the hits of a batch that qualify, or are reported as events, and scatters them by visitor. One for each worker.</summary>
internal sealed class HitScatter(Norm norm, HitDictionaries dictionaries, VisitorIndex visitors, SortedPartitions<PackedHit, HitOrder>.Writer writer)
{
    private readonly VisitorCache _visitors = new(visitors);

    public void Scatter(HitBatch batch, ReadOnlySpan<byte> verdicts)
    {
        var byClient = norm.VisitsKeyedBy == VisitorKey.ClientElsePerson;
        for (var i = 0; i < batch.Count; i++)
        {
            if (verdicts[i] == HitQualifier.Dropped)
            {
                continue;
            }

            var place = batch.Place[i];
            var person = _visitors.CodeOf(batch.Person[i], place);
            var visitor = byClient && !batch.Client[i].IsNone ? _visitors.CodeOf(batch.Client[i], place) : person;
            var kind = batch.Kind[i];
            var facts = PackedHit.PackFacts(batch.Traits[i], batch.Profile[i], kind);
            if (verdicts[i] == HitQualifier.Counted)
            {
                facts |= PackedHit.CountedBit | (norm.Counting.IsPageView(kind) ? PackedHit.PageViewBit : 0);
            }

            if ((batch.Flags[i] & HitFlags.Download) != 0)
            {
                facts |= PackedHit.DownloadBit;
            }

            writer.Add(new PackedHit
            {
                Visitor = visitor,
                Person = person,
                Place = place,
                Use = dictionaries.UseOf(batch.Usage[i], batch.Label[i]),
                Content = byClient ? ContentOf(batch, i) : batch.Content[i],
                InstantMs = batch.InstantMs[i],
                Facts = facts,
            });
        }
    }

    /// <summary>
    /// Two persons may share a browser, an instant and all content; they are told apart by what does not depend on arrival, since the first hit of a
    /// visit says whose it is.
    /// </summary>
    private static ulong ContentOf(HitBatch batch, int i) =>
        unchecked(batch.Content[i] ^ (batch.Person[i].Low * 0x9E3779B97F4A7C15));
}
