namespace Dnma.Engine.Reports;

/// <summary>What the three columns of one modality say in one row. A value, thread safe.</summary>
/// <param name="Visits">Visits; 0 where there are none.</param>
/// <param name="Users">Exact distinct users; 0 where there are none.</param>
/// <param name="DurationSeconds">The mean time, rounded half-up to the second; 0 where there is nothing to divide by.</param>
/// <param name="IsSuppressed">Whether the cell is withheld: its figures are then 0 here and <c>N/A</c> in files.</param>
public readonly record struct OpenDataCell(long Visits, long Users, long DurationSeconds, bool IsSuppressed = false);
