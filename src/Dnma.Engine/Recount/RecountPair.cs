using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Recount;

/// <summary>A kind of period and a level whose rows are recounted.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="Level">The level.</param>
/// <param name="HasEvents">Whether events are counted there as well.</param>
internal readonly record struct RecountPair(PeriodKind Period, TerritoryLevel Level, bool HasEvents);
