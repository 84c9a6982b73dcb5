using Dnma.Engine.References;
using Dnma.Engine.Reports;

namespace Dnma.Engine.History;

/// <summary>One published file that was read, and what was not as it should be. Rows = those of the table + those skipped. Immutable, thread safe.</summary>
public sealed record HistoryFile
{
    /// <summary>Its path as given.</summary>
    public required string Name { get; init; }

    /// <summary>Which of the four data sets it is.</summary>
    public required OpenDataSet Set { get; init; }

    /// <summary>How many bytes it has, as stored.</summary>
    public required long Bytes { get; init; }

    /// <summary>Their SHA-256, as lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many rows were read.</summary>
    public required long Rows { get; init; }

    /// <summary>How many rows could not be read.</summary>
    public required long SkippedRows { get; init; }

    /// <summary>The first thousand of those, by line, with the reason; nothing of the row itself.</summary>
    public required IReadOnlyList<SkippedRow> Skipped { get; init; }

    /// <summary>Columns that its data set does not have, in the file's spelling: modalities of them count as such, the others are kept as texts.</summary>
    public required IReadOnlyList<string> UnknownColumns { get; init; }

    /// <summary>Columns of its data set that it does not have, in the publisher's spelling: their cells are absent, not zero.</summary>
    public required IReadOnlyList<string> MissingColumns { get; init; }

    /// <summary>True when its compressed content ended too soon: the whole rows before count.</summary>
    public required bool IsTruncated { get; init; }

    /// <summary>What happened at its end; null when nothing did.</summary>
    public string? Note { get; init; }
}
