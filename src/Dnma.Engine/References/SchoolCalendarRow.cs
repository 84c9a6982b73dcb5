using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>A row of a school calendar's file.</summary>
/// <param name="Zone">Whose it is.</param>
/// <param name="Year">The school year as written.</param>
/// <param name="Description">What it is called, folded.</param>
/// <param name="Pupils">Whose holiday it is.</param>
/// <param name="Start">The day that the file names as the beginning.</param>
/// <param name="End">The day that the file names as the end.</param>
internal readonly record struct SchoolCalendarRow(SchoolZone Zone, string Year, string Description, PupilGroups Pupils, DateOnly Start, DateOnly End);
