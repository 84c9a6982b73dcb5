namespace Dnma.Engine.History.Reading;

/// <summary>Goes through the rows of a table. Not thread safe.</summary>
/// <param name="rows">The rows.</param>
/// <param name="columns">Their modalities.</param>
internal sealed class RowCursor(TableRows rows, TableColumns columns)
{
    private RowBlock? _block;
    private int[] _cells = [];
    private int _at;
    private int _near;

    /// <summary>The row; −1 before the first one.</summary>
    public int Row { get; private set; } = -1;

    public int Week => _block!.Weeks[_at];

    public int Establishment => _block!.Establishments[_at];

    /// <summary>Moves to the next row; false behind the last one.</summary>
    public bool Next() => Row + 1 < rows.Count && MoveTo(Row + 1);

    /// <summary>Moves to a row.</summary>
    /// <returns>True.</returns>
    public bool MoveTo(int row)
    {
        Row = row;
        (var found, _at) = rows.Find(row, _near);
        if (found != _near || _block is null)
        {
            (_near, _block) = (found, rows[found]);
            _cells = columns.CellsOf(_block.Layout);
        }

        return true;
    }

    /// <summary>A figure of the row; <see cref="RowBlock.Absent"/> where there is none.</summary>
    public long Figure(int measure, int part) => _block!.Cell(_at, _cells[(measure * FileLayout.Parts) + part]);

    /// <summary>Whether the row's file has a column for it.</summary>
    public bool HasColumn(int measure, int part) => _cells[(measure * FileLayout.Parts) + part] >= 0;
}
