namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What one worker counts, in the finest cells from which everything published is added up: places by atoms of days, or regions by days. A cell is
/// touched some times a visit, however many periods and levels are published. Not thread safe.
/// </summary>
internal sealed class FinestCells
{
    private readonly CellTable<byte> _keys = new();
    private readonly List<ModalityRows<RowFigures>?> _blocks = [];
    private readonly RowArrays<RowFigures> _arrays = new();
    private ModalityRows<RowFigures>? _last;
    private int _lastTerritory;
    private int _lastStart;

    /// <summary>How many territories and times there are.</summary>
    public int Count => _blocks.Count;

    /// <summary>The figures of one territory and time.</summary>
    public ModalityRows<RowFigures> this[int block] => _blocks[block]!;

    /// <summary>Additive figures of modalities without a bit, by (territory, start, modality). Their users are in <see cref="LabelUsers"/>.</summary>
    public MeasureCells Rare { get; } = new();

    /// <summary>The place or area, and the first day of the atom or the day.</summary>
    public (int Territory, int Start) KeyOf(int block)
    {
        var key = _keys.KeyOf(block);
        return (key.A, key.B);
    }

    /// <summary>Gives the memory of one territory and time to others: all of it is as much as the rows take that are made of it.</summary>
    public void Release(int block, RowArrays<RowFigures> others)
    {
        _blocks[block]!.Release(others);
        (_blocks[block], _last) = (null, null);
    }

    /// <summary>The figures of a territory and time.</summary>
    public ModalityRows<RowFigures> Of(int territory, int start)
    {
        // Visits come visitor by visitor, who seldom moves.
        if (_last is null || territory != _lastTerritory || start != _lastStart)
        {
            var block = _keys.Find(new CellKey(territory, start), out var isNew);
            if (isNew)
            {
                _blocks.Add(new ModalityRows<RowFigures>(_arrays));
            }

            (_last, _lastTerritory, _lastStart) = (_blocks[block]!, territory, start);
        }

        return _last;
    }
}
