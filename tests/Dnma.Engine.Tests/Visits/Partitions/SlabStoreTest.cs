using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits.Partitions;

/// <summary>Memory is kept from one measurement to the next, never given to two at once, and let go in the end.</summary>
public class SlabStoreTest
{
    [Fact]
    public void What_came_back_is_given_out_again_and_what_is_out_is_not()
    {
        using var store = new SlabStore();
        var (first, second) = (store.Rent(), store.Rent());
        Assert.NotEqual(first, second);
        store.Return([first]);
        Assert.Equal(first, store.Rent());
        Assert.DoesNotContain(store.Rent(), new[] { first, second });
    }

    [Fact]
    public unsafe void A_slab_is_writable_from_end_to_end_also_after_its_store_is_gone()
    {
        var store = new SlabStore();
        var slab = store.Rent();
        store.Dispose();
        new Span<byte>((void*)slab, SlabStore.SlabBytes).Fill(7);
        Assert.Equal(7, ((byte*)slab)[SlabStore.SlabBytes - 1]);
        store.Return([slab]);
    }

    [Fact]
    public unsafe void Chunks_of_two_measurements_never_share_memory()
    {
        using var store = new SlabStore();
        using var one = new ChunkPool<long>(1 << 10, new MemoryBudget(1 << 20), store);
        using var other = new ChunkPool<long>(1 << 10, new MemoryBudget(1 << 20), store);
        var chunks = Enumerable.Range(0, 1_500).Select(i => (nint)(i % 2 == 0 ? one : other).Rent()).Order().ToArray();
        Assert.All(chunks.Zip(chunks.Skip(1)), pair => Assert.True(pair.Second - pair.First >= sizeof(long) << 10));
    }
}
