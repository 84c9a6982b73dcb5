namespace Dnma.Engine.Bench.Core;

/// <summary>Threads of a bench's own, so that what is timed is not the thread pool.</summary>
internal static class Workers
{
    /// <summary>Runs <paramref name="work"/> on some threads, which take numbers below <paramref name="parts"/> one after the other.</summary>
    public static void Share<T>(int threads, int parts, Func<T> begin, Action<T, int> work, Action<T> end)
    {
        var next = -1;
        var workers = new Thread[threads];
        for (var t = 0; t < threads; t++)
        {
            workers[t] = new Thread(() =>
            {
                var state = begin();
                for (var part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
                {
                    work(state, part);
                }

                lock (workers)
                {
                    end(state);
                }
            });
            workers[t].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
    }
}
