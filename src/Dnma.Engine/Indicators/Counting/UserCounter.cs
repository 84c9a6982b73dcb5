using System.Runtime.CompilerServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users of every period, territory and modality. To be told everything of one user, in order of days, before the next one
/// begins. Not thread safe: each worker has its own, and as no user is in two of them, their counts add up.
/// </summary>
internal sealed class UserCounter(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories)
{
    private const int NotCounted = -1;
    private readonly PeriodStarts _starts = new();

    // (period, start, place) → the blocks of its territories; so a place's territories are looked up once a period, not once a visit.
    private readonly CellTable<LevelBlocks> _stays = new();
    private readonly int[] _stayOf = new int[CountingPlan.PeriodCount];
    private int _stayPlace = NotCounted;
    private int _stayDay;

    // (period, level, start, code) → a block: one counter for each slot.
    private readonly CellTable<byte> _blocks = new();
    private int[] _users = new int[64 * ModalitySlots.Count];
    private int[] _last = new int[64 * ModalitySlots.Count];

    // (place, facts) and (place, dimension, value): what the current user has done already needs no second look.
    private readonly SeenTimes _visitsSeen = new();
    private readonly SeenTimes _usesSeen = new();

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
        ref var seen = ref _visitsSeen.Of(new CellKey(place, facts.Bits));
        for (var period = PeriodKind.Day; period <= PeriodKind.All; period++)
        {
            if (!IsFirst(ref seen, period, day))
            {
                continue;
            }

            foreach (var block in BlocksOf(period, day, place))
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
        var isEvent = UseDimensions.IsEvent(dimension);
        ref var seen = ref _usesSeen.Of(new CellKey(place, dimension, value));
        for (var period = PeriodKind.Day; period <= PeriodKind.All; period++)
        {
            if (!IsFirst(ref seen, period, day))
            {
                continue;
            }

            var blocks = BlocksOf(period, day, place);
            for (var level = 0; level < blocks.Length; level++)
            {
                var block = blocks[level];
                if (block != NotCounted && (!isEvent || plan.CountsEvents(period, (TerritoryLevel)level)))
                {
                    _useRows.Mark(new CellKey(block, dimension, value), _user);
                }
            }
        }
    }

    /// <summary>Hands over users by block and slot, where there are any.</summary>
    public void DrainVisits(Action<BlockKey, int, long> add)
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            var key = BlockKey.Of(_blocks.KeyOf(block));
            for (var slot = 0; slot < ModalitySlots.Count; slot++)
            {
                var users = _users[(block * ModalitySlots.Count) + slot];
                if (users > 0)
                {
                    add(key, slot, users);
                }
            }
        }
    }

    /// <summary>Hands over users by block, use dimension and value.</summary>
    public void DrainUses(Action<BlockKey, int, int, long> add)
    {
        for (var row = 0; row < _useRows.Count; row++)
        {
            var key = _useRows.KeyOf(row);
            add(BlockKey.Of(_blocks.KeyOf(key.A)), key.B, key.C, _useRows[row]);
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

    private bool IsFirst(ref SeenTimes.Times seen, PeriodKind period, int day) =>
        plan.Counts(period) && SeenTimes.Times.IsFirst(ref seen, period, _starts.Of(period, day), _user);

    /// <summary>The blocks of a place's territories in the period around a day, by level.</summary>
    private ReadOnlySpan<int> BlocksOf(PeriodKind period, int day, int place)
    {
        // All that a visit did has one place and day: its stays are looked up once.
        if (place != _stayPlace || day != _stayDay)
        {
            (_stayPlace, _stayDay) = (place, day);
            Array.Fill(_stayOf, NotCounted);
        }

        ref var stay = ref _stayOf[(int)period];
        if (stay == NotCounted)
        {
            var start = _starts.Of(period, day);
            stay = _stays.Find(new CellKey((int)period, start, place), out var isNew);
            if (isNew)
            {
                OpenStay(stay, period, start, place);
            }
        }

        return _stays[stay];
    }

    private void OpenStay(int stay, PeriodKind period, int start, int place)
    {
        var tuple = dictionaries.Places[place];
        ref var blocks = ref _stays[stay];
        for (var level = 0; level < CountingPlan.LevelCount; level++)
        {
            blocks[level] = plan.Counts(period, (TerritoryLevel)level)
                ? BlockOf(new BlockKey(period, start, (TerritoryLevel)level, territories.CodeOf((TerritoryLevel)level, tuple)))
                : NotCounted;
        }
    }

    private int BlockOf(BlockKey key)
    {
        var block = _blocks.Find(key.ToCell(), out var isNew);
        if (isNew && (block + 1) * ModalitySlots.Count > _users.Length)
        {
            Array.Resize(ref _users, _users.Length * 2);
            Array.Resize(ref _last, _last.Length * 2);
        }

        return block;
    }

    /// <summary>The block of each level; <see cref="NotCounted"/> where none is counted.</summary>
    [InlineArray(CountingPlan.LevelCount)]
    private struct LevelBlocks
    {
        private int _first;
    }
}
