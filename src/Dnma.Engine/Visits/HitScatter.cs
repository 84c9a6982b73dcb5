using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>Packs the hits of a batch that qualify, or are reported as events, and scatters them by visitor. One for each worker.</summary>
internal sealed class HitScatter(Norm norm, SortedPartitions<PackedHit, HitOrder>.Writer writer)
{
    public void Scatter(HitBatch batch, ReadOnlySpan<byte> verdicts)
    {
        var byClient = norm.VisitsKeyedBy == VisitorKey.ClientElsePerson;
        for (var i = 0; i < batch.Count; i++)
        {
            if (verdicts[i] == HitQualifier.Dropped)
            {
                continue;
            }

            var person = batch.Person[i];
            var visitor = byClient && !batch.Client[i].IsNone ? batch.Client[i] : person;
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
                VisitorLow = visitor.Low,
                VisitorHigh = visitor.High,
                PersonLow = person.Low,
                PersonHigh = person.High,
                InstantMs = batch.InstantMs[i],
                Content = batch.Content[i],
                Place = batch.Place[i],
                Usage = batch.Usage[i],
                Label = batch.Label[i],
                Facts = facts,
            });
        }
    }
}
