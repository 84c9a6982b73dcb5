using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// What one worker counts of visits, or of usages, in the finest cells from which everything published is added up: places × atoms of days, and for days
/// themselves regions × days. A cell is touched once a visit, or once a usage of a visit, however many periods, levels and dimensions are published.
/// </summary>
/// <remarks>
/// The last two codes of a key are what was counted (facts or a usage) and bits that say for which of its dimensions it counts, so that a visit
/// which uses one service in two ways counts once for it, and a user who returns counts once in each period. Not thread safe.
/// </remarks>
internal sealed class FinestCells
{
    /// <summary>A byte of bits is kept for each kind of period.</summary>
    public const int MaxDimensions = 8;

    /// <summary>Additive figures by (place, atom, code, dimensions in which it is a visit's first).</summary>
    public MeasureCells Measures { get; } = new();

    /// <summary>Additive figures by (region, day, code, dimensions in which it is a visit's first).</summary>
    public MeasureCells MeasuresByDay { get; } = new();

    /// <summary>Users by (place, atom, code, dimensions in which they are new there, one byte for each of week, month, school year, all).</summary>
    public CellTable<long> Users { get; } = new();

    /// <summary>Users by (region, day, code, dimensions in which they are new there).</summary>
    public CellTable<long> UsersByDay { get; } = new();

    /// <summary>What users of several places are counted too often by, above the place: by (period and level, start, territory, modality).</summary>
    public CellTable<long> Repeats { get; } = new();

    /// <summary>The first code of a key of <see cref="Repeats"/>.</summary>
    public static int RepeatCode(PeriodKind period, TerritoryLevel level) => ((int)period << 4) | (int)level;

    /// <summary>The reverse of <see cref="RepeatCode"/>.</summary>
    public static (PeriodKind Period, TerritoryLevel Level) RepeatOf(int code) => ((PeriodKind)(code >> 4), (TerritoryLevel)(code & 15));
}
