using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits.Observations;

/// <summary>Hits whose clock was so far from the server's.</summary>
/// <param name="Offset">How far; never <see cref="ClockOffset.Together"/>.</param>
/// <param name="Hits">How many.</param>
internal readonly record struct OffsetCount(ClockOffset Offset, long Hits);
