using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>Leaves in a batch the hits of one share of the visitors. One for each worker; not thread safe.</summary>
/// <param name="shard">Whose hits.</param>
/// <param name="key">Who a visitor is: all hits of a visit must be in one share.</param>
internal sealed class ShardFilter(VisitorShard shard, VisitorKey key)
{
    private readonly bool _byClient = key == VisitorKey.ClientElsePerson;

    /// <summary>Hits of the other shares so far.</summary>
    public long Elsewhere { get; private set; }

    /// <summary>Closes a batch up over the hits of other shares.</summary>
    public void Keep(HitBatch batch)
    {
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            if (shard.Holds(_byClient && !batch.Client[i].IsNone ? batch.Client[i] : batch.Person[i]))
            {
                batch.Copy(i, kept++);
            }
        }

        Elsewhere += batch.Count - kept;
        batch.Count = kept;
    }
}
