using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The additive figures of one row. Users are not here: they do not add. Eight integers long, the last unused, so that one addition of vectors adds all.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct Measures
{
    public long Visits;
    public long TimedVisits;
    public long Bounces;
    public long FlashVisits;
    public long PageViews;
    public long Hits;
    public long DurationMs;

    /// <summary>Adds figure by figure.</summary>
    public void Add(in Measures other) =>
        (Vector512.LoadUnsafe(ref Visits) + Vector512.LoadUnsafe(in other.Visits)).StoreUnsafe(ref Visits);

    /// <summary>What was done in visits, without what counts visits.</summary>
    public readonly Measures WithoutVisits() => this with { Visits = 0, TimedVisits = 0, Bounces = 0, FlashVisits = 0 };
}
