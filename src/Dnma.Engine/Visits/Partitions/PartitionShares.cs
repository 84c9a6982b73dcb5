namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Deals partitions to workers. Each has a stretch of neighbours, which are of the same places, so that what one worker counts lies close together and
/// is counted by few others; who has none left takes the far half of the longest stretch. Thread safe.
/// </summary>
internal sealed class PartitionShares
{
    private readonly Lock _access = new();
    private readonly int[] _order;
    private readonly (int Next, int End)[] _stretches;

    /// <param name="order">The partitions, neighbours beside each other.</param>
    /// <param name="workers">How many workers there are.</param>
    public PartitionShares(int[] order, int workers)
    {
        _order = order;
        _stretches = new (int, int)[workers];
        for (var worker = 0; worker < workers; worker++)
        {
            _stretches[worker] = (StartOf(worker), StartOf(worker + 1));
        }

        int StartOf(int worker) => (int)((long)order.Length * worker / workers);
    }

    /// <summary>Takes the next partition for a worker; false when all are taken.</summary>
    /// <param name="worker">Which worker, from 0.</param>
    /// <param name="partition">The partition.</param>
    public bool TryTake(int worker, out int partition)
    {
        lock (_access)
        {
            ref var own = ref _stretches[worker];
            if (own.Next == own.End)
            {
                ref var longest = ref Longest();
                var middle = longest.Next + ((longest.End - longest.Next) / 2);
                (own, longest.End) = ((middle, longest.End), middle);
            }

            if (own.Next == own.End)
            {
                partition = 0;
                return false;
            }

            partition = _order[own.Next++];
            return true;
        }
    }

    private ref (int Next, int End) Longest()
    {
        var longest = 0;
        for (var worker = 1; worker < _stretches.Length; worker++)
        {
            if (_stretches[worker].End - _stretches[worker].Next > _stretches[longest].End - _stretches[longest].Next)
            {
                longest = worker;
            }
        }

        return ref _stretches[longest];
    }
}
