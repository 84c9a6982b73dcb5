namespace Dnma.Engine.Time;

/// <summary>
/// A week in which pupils have school, by its rank since their first day: what weeks of two school years are compared by, for ISO week numbers
/// shift and the first weeks of 2021 and 2022 held two school days where that of 2023 held five (domain §6). Weeks without a school day have no
/// rank, so the holidays that one zone or year has earlier than another do not move it. A value, thread safe.
/// </summary>
/// <param name="SchoolYear">The calendar year of the pupils' first day, for example 2022 for the school year 2022-23.</param>
/// <param name="Rank">1 for the week of the pupils' first day, then one more for each week that holds a school day.</param>
/// <param name="Days">The seven days from Monday, those without school among them.</param>
/// <param name="SchoolDays">How many of them are school days; at least 1.</param>
public readonly record struct SchoolWeek(int SchoolYear, int Rank, DayRange Days, int SchoolDays);
