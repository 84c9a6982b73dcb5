namespace Dnma.Engine.History.Reading;

/// <summary>
/// The rows of one data set, by week and establishment, each pair once: of rows that are there twice the one read last stands, as a correction would. Immutable, thread
/// safe.
/// </summary>
internal sealed class TableRows
{
    private readonly RowBlock[] _blocks;
    private readonly int[] _starts;

    /// <summary>Which row as read each is; null where all are, in their order.</summary>
    private readonly int[]? _order;

    /// <summary>Puts blocks in order.</summary>
    /// <param name="blocks">In the order of files and lines; establishments are numbered in their order.</param>
    /// <param name="columns">The modalities.</param>
    public TableRows(RowBlock[] blocks, TableColumns columns)
    {
        _blocks = blocks;
        _starts = new int[blocks.Length];
        var read = 0;
        for (var block = 0; block < blocks.Length; block++)
        {
            _starts[block] = read;
            read = checked(read + blocks[block].Count);
        }

        Count = read;
        Unordered = CountUnordered(out var mustSort);
        if (mustSort)
        {
            _order = Order(read);
            Count = RemoveRepeated(_order, columns);
            Array.Resize(ref _order, Count);
        }
    }

    public int Count { get; }

    /// <summary>How many rows come before a row that stood above them in the same file.</summary>
    public int Unordered { get; }

    /// <summary>How many rows were there again with the same figures.</summary>
    public int Repeated { get; private set; }

    /// <summary>How many rows were there again with other figures.</summary>
    public int Contradicted { get; private set; }

    /// <summary>Where a row lies.</summary>
    /// <param name="row">The row.</param>
    /// <param name="near">The block where its neighbour was found; any is right.</param>
    /// <returns>Its block, and its place there.</returns>
    public (int Block, int Row) Find(int row, int near = 0) => FindRead(_order is null ? row : _order[row], near);

    public RowBlock this[int block] => _blocks[block];

    private (int Block, int Row) FindRead(int read, int near)
    {
        if (near < _starts.Length && read >= _starts[near] && read - _starts[near] < _blocks[near].Count)
        {
            return (near, read - _starts[near]);
        }

        var found = Array.BinarySearch(_starts, read);
        found = found < 0 ? ~found - 1 : found;
        return (found, read - _starts[found]);
    }

    private int CountUnordered(out bool mustSort)
    {
        var (unordered, before, ordinal) = (0, long.MinValue, -1);
        mustSort = false;
        foreach (var block in _blocks)
        {
            for (var row = 0; row < block.Count; row++)
            {
                var key = KeyOf(block, row);

                // Of two files the second need not go on where the first ends: its rows are in order all the same.
                unordered += key < before && ordinal == block.Ordinal ? 1 : 0;
                mustSort |= key <= before;
                (before, ordinal) = (key, block.Ordinal);
            }
        }

        return unordered;
    }

    private int[] Order(int count)
    {
        var (keys, order, next) = (new long[count], new int[count], 0);
        foreach (var block in _blocks)
        {
            for (var row = 0; row < block.Count; row++, next++)
            {
                (keys[next], order[next]) = (KeyOf(block, row), next);
            }
        }

        Array.Sort(keys, order);
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && keys[to] == keys[from])
            {
                to++;
            }

            // Sorting does not keep the order of what is equal.
            Array.Sort(order, from, to - from);
            from = to;
        }

        return order;
    }

    private int RemoveRepeated(int[] order, TableColumns columns)
    {
        var kept = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var here = FindRead(order[i], 0);
            if (i + 1 < order.Length && FindRead(order[i + 1], here.Block) is var next && KeyOf(_blocks[here.Block], here.Row) == KeyOf(_blocks[next.Block], next.Row))
            {
                var isSame = IsSame(here, next, columns);
                (Repeated, Contradicted) = (Repeated + (isSame ? 1 : 0), Contradicted + (isSame ? 0 : 1));
                continue;
            }

            order[kept++] = order[i];
        }

        return kept;
    }

    private bool IsSame((int Block, int Row) left, (int Block, int Row) right, TableColumns columns)
    {
        var (one, other) = (_blocks[left.Block], _blocks[right.Block]);
        var (oneCells, otherCells) = (columns.CellsOf(one.Layout), columns.CellsOf(other.Layout));
        for (var cell = 0; cell < oneCells.Length; cell++)
        {
            if (one.Cell(left.Row, oneCells[cell]) != other.Cell(right.Row, otherCells[cell]))
            {
                return false;
            }
        }

        return true;
    }

    private static long KeyOf(RowBlock block, int row) => ((long)block.Weeks[row] << 32) | (uint)block.Establishments[row];
}
