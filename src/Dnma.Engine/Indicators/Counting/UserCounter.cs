using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users of every period, territory and modality. To be told everything of one user before the next one begins. Not thread
/// safe: each worker has its own, and as no user is in two of them, their counts add up.
/// </summary>
internal sealed class UserCounter(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories)
{
    private const int NotCounted = -1;
    private readonly PeriodStarts _starts = new();

    // (period, start, place) → the blocks of its territories; so a place's territories are looked up once a period, not once a visit.
    private readonly KeyIndex _stays = new();
    private int[] _blocksOfStay = new int[64 * CountingPlan.LevelCount];

    // (period, level, start, code) → a block: one counter for each slot.
    private readonly KeyIndex _blocks = new();
    private int[] _users = new int[64 * ModalitySlots.Count];
    private int[] _last = new int[64 * ModalitySlots.Count];

    // (stay, facts) and (stay, dimension, value): what the current user has done already needs no second look.
    private readonly UserCells _visitsSeen = new();
    private readonly UserCells _usesSeen = new();
    private int[] _rowsOfUse = new int[64 * CountingPlan.LevelCount];

    // (block, dimension, value) → users of a service, a type, …
    private readonly UserCells _useRows = new();
    private int _user;

    /// <summary>Another user begins.</summary>
    public void BeginUser() => _user++;

    /// <summary>The current user has a visit.</summary>
    public void MarkVisit(int day, int place, VisitFacts facts)
    {
        Span<int> slots = stackalloc int[ModalitySlots.PerVisit];
        facts.FillSlots(slots);
        for (var period = 0; period < CountingPlan.PeriodCount; period++)
        {
            var stay = StayOf((PeriodKind)period, day, place);
            if (stay == NotCounted || !_visitsSeen.Mark(_visitsSeen.Find(new CellKey(stay, facts.Bits), out _), _user))
            {
                continue;
            }

            foreach (var block in _blocksOfStay.AsSpan(stay * CountingPlan.LevelCount, CountingPlan.LevelCount))
            {
                if (block != NotCounted)
                {
                    MarkBlock(block, slots);
                }
            }
        }
    }

    /// <summary>The current user has used something.</summary>
    /// <param name="day">When, as a day number.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="dimension">A number of <see cref="UseDimensions"/>.</param>
    /// <param name="value">The value's code.</param>
    public void MarkUse(int day, int place, int dimension, int value)
    {
        for (var period = 0; period < CountingPlan.PeriodCount; period++)
        {
            var stay = StayOf((PeriodKind)period, day, place);
            if (stay == NotCounted)
            {
                continue;
            }

            var use = _usesSeen.Find(new CellKey(stay, dimension, value), out var isNew);
            if (isNew)
            {
                FindRows(use, stay, dimension, value);
            }

            if (!_usesSeen.Mark(use, _user))
            {
                continue;
            }

            foreach (var row in _rowsOfUse.AsSpan(use * CountingPlan.LevelCount, CountingPlan.LevelCount))
            {
                if (row != NotCounted)
                {
                    _useRows.Mark(row, _user);
                }
            }
        }
    }

    /// <summary>Hands over every count above zero.</summary>
    public void Drain(Action<BlockKey, int, long> addSlot, Action<BlockKey, int, int, long> addUse)
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            var key = BlockKey.Of(_blocks[block]);
            for (var slot = 0; slot < ModalitySlots.Count; slot++)
            {
                var users = _users[(block * ModalitySlots.Count) + slot];
                if (users > 0)
                {
                    addSlot(key, slot, users);
                }
            }
        }

        for (var row = 0; row < _useRows.Count; row++)
        {
            var key = _useRows.KeyOf(row);
            addUse(BlockKey.Of(_blocks[key.A]), key.B, key.C, _useRows[row]);
        }
    }

    private void MarkBlock(int block, ReadOnlySpan<int> slots)
    {
        var users = _users.AsSpan(block * ModalitySlots.Count, ModalitySlots.Count);
        var last = _last.AsSpan(block * ModalitySlots.Count, ModalitySlots.Count);
        foreach (var slot in slots)
        {
            if (last[slot] != _user)
            {
                last[slot] = _user;
                users[slot]++;
            }
        }
    }

    private int StayOf(PeriodKind period, int day, int place)
    {
        if (!plan.Counts(period))
        {
            return NotCounted;
        }

        var start = _starts.Of(period, day);
        var stay = _stays.Of(new CellKey((int)period, start, place), out var isNew);
        if (isNew)
        {
            OpenStay(stay, period, start, place);
        }

        return stay;
    }

    private void OpenStay(int stay, PeriodKind period, int start, int place)
    {
        var from = stay * CountingPlan.LevelCount;
        if (from == _blocksOfStay.Length)
        {
            Array.Resize(ref _blocksOfStay, from * 2);
        }

        var tuple = dictionaries.Places[place];
        for (var level = 0; level < CountingPlan.LevelCount; level++)
        {
            _blocksOfStay[from + level] = plan.Counts(period, (TerritoryLevel)level)
                ? BlockOf(new BlockKey(period, start, (TerritoryLevel)level, territories.CodeOf((TerritoryLevel)level, tuple)))
                : NotCounted;
        }
    }

    private int BlockOf(BlockKey key)
    {
        var block = _blocks.Of(key.ToCell(), out var isNew);
        if (isNew && (block + 1) * ModalitySlots.Count > _users.Length)
        {
            Array.Resize(ref _users, _users.Length * 2);
            Array.Resize(ref _last, _last.Length * 2);
        }

        return block;
    }

    private void FindRows(int use, int stay, int dimension, int value)
    {
        var from = use * CountingPlan.LevelCount;
        if (from == _rowsOfUse.Length)
        {
            Array.Resize(ref _rowsOfUse, from * 2);
        }

        for (var level = 0; level < CountingPlan.LevelCount; level++)
        {
            var block = _blocksOfStay[(stay * CountingPlan.LevelCount) + level];
            _rowsOfUse[from + level] = block == NotCounted ? NotCounted : _useRows.Find(new CellKey(block, dimension, value), out _);
        }
    }
}
