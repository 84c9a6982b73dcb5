using System.Runtime.CompilerServices;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Remembers, by key, which user was last seen in which period of each kind. As a user is told in order of days, the last period is all that
/// need be remembered: whoever comes back to a key in the same period was counted there already. Not thread safe.
/// </summary>
internal sealed class SeenTimes
{
    private readonly CellTable<Times> _times = new();

    /// <summary>When the users of a key were last seen. The reference is valid until the next call.</summary>
    public ref Times Of(scoped in CellKey key) => ref _times.Of(key);

    /// <summary>The last user and the start of the period it was seen in, for each kind of period.</summary>
    [InlineArray(CountingPlan.PeriodCount)]
    internal struct Times
    {
        private (int User, int Start) _first;

        /// <summary>Whether a user is seen for the first time in the period of a kind that begins at <paramref name="start"/>; from now on it is not.</summary>
        public static bool IsFirst(ref Times times, PeriodKind period, int start, int user)
        {
            ref var last = ref times[(int)period];
            if (last == (user, start))
            {
                return false;
            }

            last = (user, start);
            return true;
        }
    }
}
