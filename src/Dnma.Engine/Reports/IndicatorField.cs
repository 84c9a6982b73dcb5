using Dnma.Engine.Indicators;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Reports;

/// <summary>A column of a table of indicators, both ways.</summary>
/// <param name="Name">As in <c>indicators.csv</c>.</param>
/// <param name="Write">The column of a table.</param>
/// <param name="Read">Sets a row of a table that is being filled from the same row of a column from outside.</param>
internal sealed record IndicatorField(string Name, Func<IndicatorColumns, SqlColumn> Write, Action<IndicatorColumns, int, ForeignColumn> Read);
