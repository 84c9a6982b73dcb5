using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Core;

/// <summary>Qualified hits in memory, in the order of the log: what the core's benches start from.</summary>
internal sealed class EncodedHits
{
    private const int BlockHits = 1 << 20;

    private EncodedHits(HitDictionaries dictionaries, List<ReadOnlyMemory<PackedHit>> blocks)
    {
        Dictionaries = dictionaries;
        Blocks = blocks;
        Count = blocks.Sum(block => (long)block.Length);
    }

    public HitDictionaries Dictionaries { get; }

    public List<ReadOnlyMemory<PackedHit>> Blocks { get; }

    public long Count { get; }

    /// <summary>Generates and packs hits; only those that the norm counts.</summary>
    public static EncodedHits Generate(GenerationOptions options, Norm norm)
    {
        var dictionaries = new HitDictionaries();
        var generator = new BatchGenerator(options, dictionaries);
        var qualifier = new HitQualifier(norm.Counting, dictionaries);
        using var visitors = new VisitorIndex(new VisitorHomes(1 << new EngineOptions().PartitionBits, VisitorCode.LocalCount), new MemoryBudget(long.MaxValue));
        var packer = new HitPacker(norm, dictionaries, visitors);
        var blocks = new List<ReadOnlyMemory<PackedHit>>();
        var block = new PackedHit[BlockHits];
        var filled = 0;
        var batch = new HitBatch();
        var verdicts = new byte[batch.Capacity];
        while (generator.Fill(batch))
        {
            qualifier.Qualify(batch, verdicts);
            for (var i = 0; i < batch.Count; i++)
            {
                if (verdicts[i] != HitQualifier.Counted)
                {
                    continue;
                }

                if (filled == block.Length)
                {
                    blocks.Add(block);
                    (block, filled) = (new PackedHit[BlockHits], 0);
                }

                block[filled++] = packer.Pack(batch, i, isCounted: true);
            }
        }

        blocks.Add(block.AsMemory(0, filled));
        return new EncodedHits(dictionaries, blocks);
    }
}
