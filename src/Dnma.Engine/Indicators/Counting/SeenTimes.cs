using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Remembers, by key, which user was last seen in which period of each kind. As a user is told in order of time, the last period is all that
/// need be remembered: whoever comes back to a key in the same period was counted there already. Not thread safe.
/// </summary>
internal sealed class SeenTimes
{
    private readonly KeyIndex _index = new();
    private (int User, int Start)[] _last = new (int, int)[64 * CountingPlan.PeriodCount];

    /// <summary>The place of a key, to be given to <see cref="IsFirst"/>.</summary>
    public int Find(in CellKey key)
    {
        var place = _index.Of(key, out var isNew);
        if (isNew && (place + 1) * CountingPlan.PeriodCount > _last.Length)
        {
            Array.Resize(ref _last, _last.Length * 2);
        }

        return place;
    }

    /// <summary>Whether a user is seen for the first time at a place in the period of a kind that begins at <paramref name="start"/>; from now on it is not.</summary>
    public bool IsFirst(int place, PeriodKind period, int start, int user)
    {
        ref var last = ref _last[(place * CountingPlan.PeriodCount) + (int)period];
        if (last == (user, start))
        {
            return false;
        }

        last = (user, start);
        return true;
    }
}
