namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// What is due in which second: a ring of seconds, each with a list of small numbers. Adding and taking cost O(1); nothing may be
/// further ahead than the ring is long. Within a second, last in is first out, which is as good an order as any log's.
/// </summary>
internal sealed class SecondRing
{
    /// <summary>How far ahead, in seconds, a thing may be due.</summary>
    public const int Horizon = 8191;

    private readonly int[] _heads = new int[Horizon + 1];
    private int[] _next = new int[1024];

    /// <summary>Creates an empty ring.</summary>
    public SecondRing() => Array.Fill(_heads, -1);

    /// <summary>Puts <paramref name="item"/>, a small number that is not in the ring, into a second.</summary>
    public void Add(long second, int item)
    {
        if (item >= _next.Length)
        {
            Array.Resize(ref _next, Math.Max(item + 1, _next.Length * 2));
        }

        ref var head = ref _heads[second & Horizon];
        _next[item] = head;
        head = item;
    }

    /// <summary>Takes one thing that is due in a second, or −1.</summary>
    public int Take(long second)
    {
        ref var head = ref _heads[second & Horizon];
        var item = head;
        if (item >= 0)
        {
            head = _next[item];
        }

        return item;
    }
}
