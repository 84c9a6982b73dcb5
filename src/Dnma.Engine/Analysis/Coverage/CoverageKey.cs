using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>A period and a territory.</summary>
internal readonly record struct CoverageKey(PeriodKind Period, int Start, TerritoryLevel Level, string Code);
