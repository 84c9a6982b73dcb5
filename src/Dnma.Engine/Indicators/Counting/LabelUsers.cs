using System.Runtime.CompilerServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Exact users of what has too many modalities for a bit each: labels of events, and the values of a dimension beyond the commonest. Every row
/// remembers who marked it last, which costs one integer a row. To be told everything of one user, in order of days, before the next one begins.
/// Not thread safe: each worker has its own, and as no user is in two of them, their counts add up.
/// </summary>
internal sealed class LabelUsers(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories)
{
    // (period, start, place) → where its territories' blocks begin in the list, one for each level that is counted over the kind of period; so a place's
    // territories are looked up once a period, not once a mark.
    private readonly CellTable<int> _stays = new();
    private readonly List<int> _stayBlocks = [];

    // (period, level, start, code).
    private readonly CellTable<byte> _blocks = new();

    // (place, dimension, value): what the current user has done already needs no second look.
    private readonly CellTable<LastSeen> _seen = new();

    // (block, dimension, value) → users.
    private readonly UserCells _rows = new();
    private readonly PeriodKind[] _kinds = [.. Enum.GetValues<PeriodKind>().Where(plan.Counts)];
    private int _user;

    /// <summary>Another user begins.</summary>
    public void BeginUser() => _user++;

    /// <summary>The current user has used something.</summary>
    /// <param name="periods">When.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="dimension">A number of <see cref="UseDimensions"/>.</param>
    /// <param name="value">The value's code.</param>
    public void Mark(in DayPeriods.Periods periods, int place, int dimension, int value)
    {
        var isEvent = UseDimensions.IsEvent(dimension);
        ref var seen = ref _seen.Of(new CellKey(place, dimension, value));
        foreach (var period in _kinds)
        {
            var start = periods.StartOf(period);
            if (seen[(int)period] == (_user, start))
            {
                continue;
            }

            seen[(int)period] = (_user, start);
            var first = FirstBlockOf(period, start, place);
            var levels = plan.LevelsOf(period);
            for (var i = 0; i < levels.Length; i++)
            {
                if (!isEvent || plan.CountsEvents(period, levels[i]))
                {
                    _rows.Mark(new CellKey(_stayBlocks[first + i], dimension, value), _user);
                }
            }
        }
    }

    /// <summary>Hands over users by block, dimension and value.</summary>
    public void Drain(Action<BlockKey, int, int, long> add)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            var key = _rows.KeyOf(row);
            add(BlockKey.Of(_blocks.KeyOf(key.A)), key.B, key.C, _rows[row]);
        }
    }

    private int FirstBlockOf(PeriodKind period, int start, int place)
    {
        var stay = _stays.Find(new CellKey((int)period, start, place), out var isNew);
        if (isNew)
        {
            var tuple = dictionaries.Places[place];
            _stays[stay] = _stayBlocks.Count;
            foreach (var level in plan.LevelsOf(period))
            {
                _stayBlocks.Add(_blocks.Find(new BlockKey(period, start, level, territories.CodeOf(level, tuple)).ToCell(), out _));
            }
        }

        return _stays[stay];
    }

    /// <summary>The last user and the start of the period it was seen in, for each kind of period: as users are told in order of days, no more need be kept.</summary>
    [InlineArray(CountingPlan.PeriodCount)]
    private struct LastSeen
    {
        private (int User, int Start) _first;
    }
}
