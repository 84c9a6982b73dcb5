namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact distinct visitors by key. All that one visitor does is marked before the next one begins, so a key need only remember who marked
/// it last: exactness costs one integer a key, whatever the number of visitors. Not thread safe.
/// </summary>
internal sealed class UserCells
{
    private readonly KeyIndex _index = new();
    private int[] _last = new int[64];
    private int[] _users = new int[64];

    public int Count => _index.Count;

    public CellKey KeyOf(int cell) => _index[cell];

    /// <summary>How many visitors marked a cell.</summary>
    public int this[int cell] => _users[cell];

    /// <summary>The cell of a key; new ones begin unmarked.</summary>
    public int Find(in CellKey key, out bool isNew)
    {
        var cell = _index.Of(key, out isNew);
        if (isNew && cell == _users.Length)
        {
            Array.Resize(ref _users, cell * 2);
            Array.Resize(ref _last, cell * 2);
        }

        return cell;
    }

    /// <summary>Counts a visitor once; false when it was counted already.</summary>
    /// <param name="cell">A cell that <see cref="Find"/> gave.</param>
    /// <param name="visitor">The current visitor's ordinal, from 1, never again used for another one.</param>
    public bool Mark(int cell, int visitor)
    {
        if (_last[cell] == visitor)
        {
            return false;
        }

        _last[cell] = visitor;
        _users[cell]++;
        return true;
    }
}
