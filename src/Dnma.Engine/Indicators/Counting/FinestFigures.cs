using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>What is counted of one modality at one place in one atom of days, or in one region on one day.</summary>
internal struct FinestFigures
{
    public Measures Measures;

    /// <summary>
    /// Users whose first sight there this is: in the week, the month, the school year, the whole range, in this order; on a day, in the first of the four.
    /// </summary>
    public PeriodUsers Users;

    /// <summary>A count for each kind of period but the day.</summary>
    [InlineArray(Count)]
    internal struct PeriodUsers
    {
        public const int Count = 4;
        private uint _first;

        /// <summary>Adds period by period.</summary>
        public void Add(Vector128<uint> users) => (Vector128.LoadUnsafe(ref _first) + users).StoreUnsafe(ref _first);
    }
}
