namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact distinct users by key. All that one user does is marked before the next one begins, so a key need only remember who marked
/// it last: exactness costs one integer a key, whatever the number of users. Not thread safe.
/// </summary>
internal sealed class UserCells
{
    private readonly CellTable<(int Last, int Users)> _cells = new();

    public int Count => _cells.Count;

    /// <summary>How many users marked a cell.</summary>
    public int this[int cell] => _cells[cell].Users;

    public CellKey KeyOf(int cell) => _cells.KeyOf(cell);

    /// <summary>Counts a user once in the cell of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="user">The current user's ordinal, from 1, never again used for another one.</param>
    public void Mark(scoped in CellKey key, int user)
    {
        ref var cell = ref _cells.Of(key);
        if (cell.Last != user)
        {
            cell = (user, cell.Users + 1);
        }
    }
}
