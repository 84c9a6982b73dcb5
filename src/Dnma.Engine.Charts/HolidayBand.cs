using Dnma.Engine.Time;

namespace Dnma.Engine.Charts;

/// <summary>Holidays of one zone behind a <see cref="TimeChart"/>. A value, thread safe.</summary>
/// <param name="Zone">Whose holidays.</param>
/// <param name="Kind">Which ones.</param>
/// <param name="FirstDayOff">The first day without school, within the chart.</param>
/// <param name="LastDayOff">The last one, included.</param>
/// <param name="Name">What they are called in the chart's language.</param>
public readonly record struct HolidayBand(SchoolZone Zone, SchoolHolidayKind Kind, DateOnly FirstDayOff, DateOnly LastDayOff, string Name);
