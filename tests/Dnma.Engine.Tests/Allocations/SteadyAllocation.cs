namespace Dnma.Engine.Tests.Allocations;

/// <summary>What work allocates once it runs steadily.</summary>
internal static class SteadyAllocation
{
    private const int Rounds = 10;

    /// <summary>
    /// The bytes that a run of <paramref name="work"/> allocates on this thread, at least: what it needs for itself it takes in every run, while the
    /// runtime, which compiles what is hot anew, takes some in one run or another.
    /// </summary>
    public static long Of(Action work)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
