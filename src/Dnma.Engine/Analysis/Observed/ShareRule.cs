using Dnma.Engine.Analysis.Controls;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// When a share is too large: at a fixed bound, or far out among its peers. It needs a number of hits that chance does not make: three hits never alarm.
/// Immutable, thread safe.
/// </summary>
/// <param name="Control">The control.</param>
/// <param name="Subject">What the share is of.</param>
/// <param name="Part">What is counted.</param>
/// <param name="Whole">What it is a part of.</param>
/// <param name="Bound">A share of at least this is found, above zero in any case.</param>
/// <param name="HasPeers">Whether a share is also judged by those of its peers (<see cref="OuterFence"/>).</param>
internal sealed record ShareRule(Control Control, string Subject, Func<ObservedUnit, long> Part, Func<ObservedUnit, long> Whole, double Bound, bool HasPeers)
{
    /// <summary>Fewer hits than this are no finding, whatever their share: one class that tries something out makes as many.</summary>
    public const long LeastPart = 20;

    /// <summary>A share of less than this many is none: it would move by more than a hundredth with each hit.</summary>
    public const long LeastWhole = 100;

    /// <summary>Where peers are near zero, a share may be far out and yet matter to nobody: below this it is not found.</summary>
    public const double LeastFencedShare = 0.01;

    /// <summary>Finds the units whose share is too large, with the bound that each of them broke.</summary>
    public IEnumerable<(ObservedUnit Unit, double Share, double Bound)> Judge(IReadOnlyList<ObservedUnit> units)
    {
        var shares = units.Select(unit => (Unit: unit, Part: Part(unit), Whole: Whole(unit))).Where(unit => unit.Whole >= LeastWhole)
            .Select(unit => (unit.Unit, unit.Part, Share: (double)unit.Part / unit.Whole)).ToArray();
        var fence = HasPeers ? OuterFence.Of([.. shares.Select(unit => unit.Share)]) : null;
        var bound = fence is { } found ? Math.Min(Bound, Math.Max(found, LeastFencedShare)) : Bound;
        return shares.Where(unit => unit.Part >= LeastPart && unit.Share >= bound).Select(unit => (unit.Unit, unit.Share, bound));
    }
}
