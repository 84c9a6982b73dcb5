namespace Dnma.Engine.Reports;

/// <summary>What a column of a <see cref="TypedTable"/> holds, and so what it is in each format.</summary>
public enum ColumnType
{
    /// <summary>A code of few: <see cref="string"/>, by dictionary in Arrow, VARCHAR.</summary>
    Code,

    /// <summary>Anybody's words: <see cref="string"/>, a plain text in Arrow, VARCHAR.</summary>
    Text,

    /// <summary>A local date: <see cref="DateTime"/> at midnight without zone in a data frame, days in Arrow, DATE.</summary>
    Date,

    /// <summary>A count: <see cref="long"/>, BIGINT.</summary>
    Count,

    /// <summary>Distinct users, that never add up: a <see cref="DistinctCountColumn"/> in a data frame, else as <see cref="Count"/>.</summary>
    DistinctCount,

    /// <summary>A quotient of six decimals: <see cref="decimal"/>, DECIMAL(28, 6).</summary>
    Quotient,

    /// <summary>A value that is no count: <see cref="double"/>, DOUBLE.</summary>
    Number,
}
