using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Published;

/// <summary>What controls are told of one published table. Immutable.</summary>
internal sealed record PublishedFacts
{
    /// <summary>The data set, for example <c>profils</c>.</summary>
    public required string Set { get; init; }

    /// <summary>How many rows there are.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public required long Unreadable { get; init; }

    /// <summary>Rows that were there again, with the same figures.</summary>
    public required long Repeated { get; init; }

    /// <summary>Rows that were there again, with other figures.</summary>
    public required long Contradicted { get; init; }

    /// <summary>Rows below a later one.</summary>
    public required long Unordered { get; init; }

    /// <summary>Files whose content ended too soon.</summary>
    public required long Truncated { get; init; }

    /// <summary>Columns that the data set does not have.</summary>
    public required IReadOnlyList<string> UnknownColumns { get; init; }

    /// <summary>Columns of the data set that a file does not have.</summary>
    public required IReadOnlyList<string> MissingColumns { get; init; }

    /// <summary>The modalities.</summary>
    public required IReadOnlyList<PublishedPart> Parts { get; init; }

    /// <summary>The first days of weeks that have rows, in order.</summary>
    public required IReadOnlyList<int> Weeks { get; init; }

    /// <summary>How many rows each of them has.</summary>
    public required IReadOnlyList<int> RowsOfWeek { get; init; }

    /// <summary>The visits of a week and a modality, all establishments together.</summary>
    public required Func<int, int, long> Visits { get; init; }

    /// <summary>How many cells of a week and a modality say nothing of visits.</summary>
    public required Func<int, int, long> Absent { get; init; }

    /// <summary>The establishments.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>By school year (the day number of its 1 August), the visits of each establishment.</summary>
    public required IReadOnlyDictionary<int, long[]> ByYear { get; init; }
}

/// <summary>A modality of a published table.</summary>
/// <param name="Dimension">What is divided by.</param>
/// <param name="Modality">The part.</param>
/// <param name="OverADay">How many cells say that its visits last more than a day in the mean.</param>
internal sealed record PublishedPart(Dimension Dimension, string Modality, long OverADay)
{
    /// <summary>The words for its visits.</summary>
    public string Subject => Dimension == Dimension.Total ? "visits" : $"{Dimension.Code}:{Modality}";
}
