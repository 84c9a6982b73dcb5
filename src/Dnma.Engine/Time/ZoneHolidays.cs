namespace Dnma.Engine.Time;

/// <summary>What a school calendar tells of one zone. Immutable, thread safe.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Holidays">Its holidays, in any order; they may overlap.</param>
/// <param name="SummerBegins">The first day off of a last summer whose end is not told; null when none is.</param>
public sealed record ZoneHolidays(SchoolZone Zone, IReadOnlyList<SchoolHoliday> Holidays, DateOnly? SummerBegins);
