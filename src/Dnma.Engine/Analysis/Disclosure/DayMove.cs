using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>What every territory and modality may do together over periods: visits come to one day, and go from another where one is named.</summary>
/// <param name="To">The day that visits come to.</param>
/// <param name="From">The day that as many go from; null for none.</param>
internal readonly record struct DayMove(int To, int? From)
{
    /// <summary>What a period gains by one visit: 0 where it holds both days, or neither.</summary>
    public int GainOf(DayRange days) => (days.Contains(To) ? 1 : 0) - (From is { } from && days.Contains(from) ? 1 : 0);
}
