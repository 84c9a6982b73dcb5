namespace Dnma.Engine.Indicators;

/// <summary>Which levels are published where nobody says. Thread safe.</summary>
public static class TerritoryLevels
{
    /// <summary>The six of the file contract (design §6); the others are counted only where they are asked for.</summary>
    public static IReadOnlyList<TerritoryLevel> Standard { get; } =
    [
        TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Platform, TerritoryLevel.Project, TerritoryLevel.Establishment,
    ];
}
