using Dnma.Engine.Contracts;

namespace Dnma.Engine.Visits;

/// <summary>
/// Gives every new visitor a partition: that of the place where it is first seen, so that what a partition counts lies close together,
/// and the next one when that is full, so that no place, however large, makes a large partition. Thread safe.
/// </summary>
internal sealed class VisitorHomes
{
    private const int None = -1;
    private readonly Lock _access = new();
    private readonly List<(int Visitors, int Next)> _partitions = [];
    private readonly int _first;
    private readonly int _capacity;
    private int[] _partitionOfPlace = [];

    /// <param name="partitions">How many partitions places are dealt over at first, a power of two.</param>
    /// <param name="capacity">How many visitors a partition takes, at most <see cref="VisitorCode.LocalCount"/>.</param>
    public VisitorHomes(int partitions, int capacity)
    {
        _first = partitions;
        _capacity = capacity;
        for (var i = 0; i < partitions; i++)
        {
            _partitions.Add((0, None));
        }
    }

    /// <summary>The code of a visitor never seen before.</summary>
    /// <param name="place">Where it is seen.</param>
    public uint Settle(int place)
    {
        lock (_access)
        {
            if (place >= _partitionOfPlace.Length)
            {
                var known = _partitionOfPlace.Length;
                Array.Resize(ref _partitionOfPlace, Math.Max(place + 1, known * 2));
                for (var i = known; i < _partitionOfPlace.Length; i++)
                {
                    _partitionOfPlace[i] = i & (_first - 1);
                }
            }

            var partition = _partitionOfPlace[place];
            while (_partitions[partition].Visitors == _capacity)
            {
                partition = NextOf(partition);
            }

            _partitionOfPlace[place] = partition;
            var (visitors, next) = _partitions[partition];
            _partitions[partition] = (visitors + 1, next);
            return VisitorCode.Of(partition, visitors);
        }
    }

    /// <summary>All partitions, those that share their places beside each other; to be called when no more visitors come.</summary>
    public int[] InOrder()
    {
        var order = new List<int>(_partitions.Count);
        for (var first = 0; first < _first; first++)
        {
            for (var partition = first; partition != None; partition = _partitions[partition].Next)
            {
                order.Add(partition);
            }
        }

        return [.. order];
    }

    /// <summary>All places of a full partition go on in one and the same next one: partitions stay few.</summary>
    private int NextOf(int partition)
    {
        if (_partitions[partition].Next == None)
        {
            if (_partitions.Count == VisitorCode.MaxPartitions)
            {
                throw new EngineException(ErrorId.InvalidOption, "log", "it has more than four thousand million visitors", "measure it in parts");
            }

            _partitions[partition] = (_capacity, _partitions.Count);
            _partitions.Add((0, None));
        }

        return _partitions[partition].Next;
    }
}
