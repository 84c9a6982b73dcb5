namespace Dnma.Engine.Bench.Generation;

/// <summary>School holiday zones (domain §6). Corse and overseas have calendars of their own; here they are off with zone C.</summary>
internal enum HolidayZone : byte
{
    A,
    B,
    C,
    Other,
}
