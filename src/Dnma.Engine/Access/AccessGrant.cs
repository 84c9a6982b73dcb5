using Dnma.Engine.Indicators;

namespace Dnma.Engine.Access;

/// <summary>What somebody may see: a territory, and what lies in it down to a level. Immutable, thread safe.</summary>
/// <param name="Principal">Who: any text, compared exactly.</param>
/// <param name="Level">The level of the territory.</param>
/// <param name="Code">Its code, as in <c>indicators.csv</c>.</param>
/// <param name="Detail">The finest level that is seen inside it; the territory's own for itself alone.</param>
/// <param name="From">The first day on which it holds; null: always did.</param>
/// <param name="To">The day after the last one; null: no end.</param>
public sealed record AccessGrant(string Principal, TerritoryLevel Level, string Code, TerritoryLevel Detail, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly date) => (From is not { } from || date >= from) && (To is not { } to || date < to);

    /// <summary>Why it makes no sense, as a clause; null where it does.</summary>
    internal string? Fault() =>
        Principal.Length == 0 ? "its principal is empty"
        : Code.Length == 0 ? "its code is empty"
        : !TerritoryLevels.Standard.Contains(Level) || !TerritoryLevels.Standard.Contains(Detail) ? "extracts hold nothing of such a level"
        : Level == TerritoryLevel.National && Code != IndicatorCodes.National ? "the nation's code is FR"
        : From is { } from && To is { } to && from >= to ? "it ends before it begins"
        : Detail != Level && !IsInside(Detail, Level) ? "no territory of its detail lies inside one of its level"
        : null;

    private static bool IsInside(TerritoryLevel detail, TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => true,
        TerritoryLevel.Academy => detail is TerritoryLevel.Department or TerritoryLevel.Establishment,
        TerritoryLevel.Department => detail == TerritoryLevel.Establishment,
        _ => false,
    };
}
