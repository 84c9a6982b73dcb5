using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts;

/// <summary>Académies as tiles of one size about where they lie, the more the darker: a small one is as readable as a large one. Immutable, thread safe.</summary>
public sealed record TileChart : Chart
{
    /// <summary>What the tiles are of.</summary>
    public required string ValueName { get; init; }

    /// <summary>All académies and authorities overseas, by code; those without a figure too.</summary>
    public required IReadOnlyList<AcademyTile> Tiles { get; init; }

    /// <inheritdoc />
    public override bool IsEmpty => !Tiles.Any(tile => tile.Value.IsKnown);

    /// <inheritdoc />
    public override ChartTable Table
    {
        get
        {
            var words = ChartWords.Of(Language);
            return new ChartTable(
                [ChartWords.Code, ChartWords.Academy, ValueName],
                [.. Tiles.Select(tile => (string[])[tile.Code, tile.Name, words.Figure(tile.Value, Unit)])]);
        }
    }
}
