namespace Dnma.Engine.Study2022.Results;

/// <summary>The school week of one rank, in both years; weeks without a school day have no rank.</summary>
/// <param name="Rank">The rank; 1 is the week of the pupils' first day.</param>
/// <param name="Monday2021">Its Monday in 2021.</param>
/// <param name="Monday2022">Its Monday in 2022.</param>
/// <param name="Visits2021">Its visits in 2021.</param>
/// <param name="Visits2022">Its visits in 2022.</param>
/// <param name="SchoolDays2021">Its school days in 2021.</param>
/// <param name="SchoolDays2022">Its school days in 2022.</param>
public sealed record WeekOfRank(int Rank, DateOnly Monday2021, DateOnly Monday2022, long Visits2021, long Visits2022, int SchoolDays2021, int SchoolDays2022);
