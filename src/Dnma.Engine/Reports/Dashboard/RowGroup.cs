using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The rows of one kind of period, level and dimension; of a large level those of one period.</summary>
/// <param name="Kind">The kind of period.</param>
/// <param name="Start">The day number of the one period; −1 for all of the kind.</param>
/// <param name="Level">The level.</param>
/// <param name="Dimension">The dimension.</param>
internal readonly record struct RowGroup(PeriodKind Kind, int Start, TerritoryLevel Level, Dimension Dimension);
