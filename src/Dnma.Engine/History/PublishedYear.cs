namespace Dnma.Engine.History;

/// <summary>What one school year's rows add up to for one modality. Users are not among it: those of two weeks, or of two schools, are not the sum. Immutable, thread safe.</summary>
/// <param name="Start">Its 1 August; a week belongs to the school year that its first day is in.</param>
/// <param name="Weeks">How many weeks have a row.</param>
/// <param name="Establishments">How many establishments have a visit in it, by the first modality of the data set and its dimension.</param>
/// <param name="Visits">The sum of visits.</param>
/// <param name="AbsentCells">How many cells say nothing of visits: what they hold is missing from the sum.</param>
public sealed record PublishedYear(DateOnly Start, int Weeks, int Establishments, long Visits, long AbsentCells);
