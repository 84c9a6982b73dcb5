namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Adds finest cells to the rows of their modalities: those of one place and atom are first brought together by modality, in a small array, and then
/// added to every block, so that each sum over a territory or period costs one addition a modality, not one a cell. Not thread safe.
/// </summary>
internal sealed class ModalitySpread
{
    private const int Periods = 4;
    private readonly IModalities _modalities;
    private readonly RowCells _rows;
    private readonly List<int> _touched = [];
    private Measures[] _measures = [];
    private long[] _users = [];
    private bool[] _isTouched = [];

    public ModalitySpread(IModalities modalities, RowCells rows)
    {
        _modalities = modalities;
        _rows = rows;
    }

    /// <summary>Adds figures by (place or region, atom or day, code, dimensions in which it is a visit's first).</summary>
    /// <param name="cells">The figures.</param>
    /// <param name="blocksOf">The blocks of the first two codes of a key.</param>
    /// <param name="cancellation">Stops the adding.</param>
    public void Add(MeasureCells cells, Func<int, int, List<PeriodBlock>> blocksOf, CancellationToken cancellation)
    {
        var ordered = cells.InOrder();
        for (var i = 0; i < ordered.Length; i++)
        {
            var key = cells.KeyOf(ordered[i]);
            Add(cells[ordered[i]], _modalities.Of(key.C), key.D);
            if (i + 1 == ordered.Length || !IsSameGroup(key, cells.KeyOf(ordered[i + 1])))
            {
                cancellation.ThrowIfCancellationRequested();
                Spread(blocksOf(key.A, key.B));
            }
        }
    }

    /// <summary>Adds users by (place or region, atom or day, code, dimensions in which they are new, a byte a period).</summary>
    /// <param name="cells">The users.</param>
    /// <param name="blocksOf">The blocks of the first two codes of a key.</param>
    /// <param name="cancellation">Stops the adding.</param>
    public void AddUsers(CellTable<long> cells, Func<int, int, List<PeriodBlock>> blocksOf, CancellationToken cancellation)
    {
        var ordered = cells.InOrder();
        for (var i = 0; i < ordered.Length; i++)
        {
            var key = cells.KeyOf(ordered[i]);
            AddUsers(cells[ordered[i]], _modalities.Of(key.C), unchecked((uint)key.D));
            if (i + 1 == ordered.Length || !IsSameGroup(key, cells.KeyOf(ordered[i + 1])))
            {
                cancellation.ThrowIfCancellationRequested();
                SpreadUsers(blocksOf(key.A, key.B));
            }
        }
    }

    private static bool IsSameGroup(in CellKey x, in CellKey y) => x.A == y.A && x.B == y.B;

    private void Add(in Measures measures, ReadOnlySpan<int> modalities, int firsts)
    {
        Reserve();
        for (var dimension = 0; dimension < modalities.Length; dimension++)
        {
            Touch(modalities[dimension]);
            ref var sum = ref _measures[modalities[dimension]];
            sum.AddVolume(measures);
            if ((firsts >> dimension & 1) != 0)
            {
                sum.AddVisits(measures);
            }
        }
    }

    private void AddUsers(long users, ReadOnlySpan<int> modalities, uint news)
    {
        Reserve();
        for (var period = 0; period < Periods; period++, news >>= FinestCells.MaxDimensions)
        {
            for (var dimension = 0; dimension < modalities.Length; dimension++)
            {
                if ((news >> dimension & 1) != 0)
                {
                    Touch(modalities[dimension]);
                    _users[(modalities[dimension] * Periods) + period] += users;
                }
            }
        }
    }

    private void Spread(List<PeriodBlock> blocks)
    {
        foreach (var modality in _touched)
        {
            var (dimension, value) = _modalities.RowOf(modality);
            foreach (var block in blocks)
            {
                _rows.Row(block.Block, dimension, value).Measures.Add(_measures[modality]);
            }

            _measures[modality] = default;
            _isTouched[modality] = false;
        }

        _touched.Clear();
    }

    private void SpreadUsers(List<PeriodBlock> blocks)
    {
        foreach (var modality in _touched)
        {
            var (dimension, value) = _modalities.RowOf(modality);
            var users = _users.AsSpan(modality * Periods, Periods);
            foreach (var block in blocks)
            {
                if (users[block.Period] != 0)
                {
                    _rows.Row(block.Block, dimension, value).Users += users[block.Period];
                }
            }

            users.Clear();
            _isTouched[modality] = false;
        }

        _touched.Clear();
    }

    private void Touch(int modality)
    {
        if (!_isTouched[modality])
        {
            _isTouched[modality] = true;
            _touched.Add(modality);
        }
    }

    private void Reserve()
    {
        if (_modalities.Count > _isTouched.Length)
        {
            var room = Math.Max(_modalities.Count, _isTouched.Length * 2);
            Array.Resize(ref _measures, room);
            Array.Resize(ref _users, room * Periods);
            Array.Resize(ref _isTouched, room);
        }
    }
}
