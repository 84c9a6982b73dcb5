using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What is counted of one modality: of a row of a table to be, or, while visits are counted, at one place in one atom of days (in one area on one day). Both
/// are of one length, so that the memory of what was added up serves the rows that it makes.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 80)]
internal struct RowFigures
{
    [FieldOffset(0)]
    public Measures Measures;

    /// <summary>Of a row: its users.</summary>
    [FieldOffset(64)]
    public long Users;

    /// <summary>
    /// Of a place and an atom: users whose first sight there this is: in the week, the month, the school year, the whole range, in this order; on a day, in
    /// the first of the four.
    /// </summary>
    [FieldOffset(64)]
    public PeriodUsers UsersByPeriod;

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
