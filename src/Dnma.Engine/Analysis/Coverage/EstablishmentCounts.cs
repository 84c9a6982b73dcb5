using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>How many establishments of each territory are expected in a period, and seen. Not thread safe.</summary>
/// <param name="hasSeen">Whether anyone counted establishments.</param>
/// <param name="hasExpected">Whether anyone says which are expected.</param>
internal sealed class EstablishmentCounts(bool hasSeen, bool hasExpected)
{
    private readonly Dictionary<(TerritoryLevel Level, string Code), (long Seen, long Expected, long ExpectedSeen)> _counts = [];

    /// <summary>The territories above the establishment that some are expected in.</summary>
    public IEnumerable<(TerritoryLevel Level, string Code)> ExpectedTerritories =>
        _counts.Where(static entry => entry.Value.Expected > 0 && entry.Key.Level != TerritoryLevel.Establishment).Select(static entry => entry.Key);

    /// <summary>Counts an establishment that was seen.</summary>
    public void AddSeen(IEnumerable<(TerritoryLevel, string)> territories)
    {
        foreach (var territory in territories)
        {
            var counts = _counts.GetValueOrDefault(territory);
            _counts[territory] = counts with { Seen = counts.Seen + 1 };
        }
    }

    /// <summary>Counts an establishment that is expected.</summary>
    public void AddExpected(IEnumerable<(TerritoryLevel, string)> territories, bool isSeen)
    {
        foreach (var territory in territories)
        {
            var counts = _counts.GetValueOrDefault(territory);
            _counts[territory] = counts with { Expected = counts.Expected + 1, ExpectedSeen = counts.ExpectedSeen + (isSeen ? 1 : 0) };
        }
    }

    /// <summary>Establishments with a visit; null where nobody counted them, or knows in which of them a territory's visits were.</summary>
    public long? Seen(TerritoryLevel level, string code) => hasSeen && IsTerritory(level) ? Of(level, code).Seen : null;

    /// <summary>Establishments expected; null where nobody says.</summary>
    public long? Expected(TerritoryLevel level, string code) => hasExpected && IsTerritory(level) ? Of(level, code).Expected : null;

    /// <summary>Those of them with a visit.</summary>
    public long? ExpectedSeen(TerritoryLevel level, string code) => hasSeen && hasExpected && IsTerritory(level) ? Of(level, code).ExpectedSeen : null;

    private (long Seen, long Expected, long ExpectedSeen) Of(TerritoryLevel level, string code) => _counts.GetValueOrDefault((level, code));

    /// <summary>Labels of hits are of places, not of establishments: one of these may be of several projects.</summary>
    private static bool IsTerritory(TerritoryLevel level) =>
        level is not (TerritoryLevel.Platform or TerritoryLevel.Project or TerritoryLevel.Operator or TerritoryLevel.Collectivity);
}
