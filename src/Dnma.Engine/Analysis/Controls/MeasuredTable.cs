using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>A table of indicators with the days that it was measured over: what is missing in it outside them is not known, inside them is nothing. Immutable, thread safe.</summary>
/// <param name="Table">The indicators; of series only weeks are read.</param>
/// <param name="Days">The measured local days, half-open; empty when no hit qualified.</param>
public sealed record MeasuredTable(IndicatorTable Table, DayRange Days);
