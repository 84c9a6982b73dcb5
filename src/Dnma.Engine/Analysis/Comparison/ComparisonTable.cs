using System.Collections;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// Two periods side by side: by territory (the nation first, then académies, départements and platforms by code), perimeter, subject and part. Immutable, thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class ComparisonTable : IReadOnlyList<ComparisonRow>
{
    private readonly ComparisonRow[] _rows;

    internal ComparisonTable(ComparisonRequest request, ComparisonRow[] rows, MovedSchool[] moved) => (Request, _rows, Moved) = (request, rows, moved);

    /// <summary>What was asked for.</summary>
    public ComparisonRequest Request { get; }

    /// <summary>Who is not of the constant perimeter, by UAI.</summary>
    public IReadOnlyList<MovedSchool> Moved { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The row at <paramref name="index"/>, 0-based.</summary>
    public ComparisonRow this[int index] => _rows[index];

    /// <summary>The row of a key; null where there is none.</summary>
    /// <param name="level">The kind of territory.</param>
    /// <param name="code">The territory.</param>
    /// <param name="perimeter">Whose figures.</param>
    /// <param name="subject">One of <see cref="ComparisonSubjects"/>.</param>
    /// <param name="modality">The part.</param>
    public ComparisonRow? Find(TerritoryLevel level, string code, ComparedPerimeter perimeter, string subject, string modality = IndicatorCodes.Total) =>
        Array.Find(_rows, row => row.Level == level && row.Code == code && row.Perimeter == perimeter && row.Subject == subject && row.Modality == modality);

    /// <summary>The nation's row; null where there is none.</summary>
    /// <param name="perimeter">Whose figures.</param>
    /// <param name="subject">One of <see cref="ComparisonSubjects"/>.</param>
    /// <param name="modality">The part.</param>
    public ComparisonRow? National(ComparedPerimeter perimeter, string subject, string modality = IndicatorCodes.Total) =>
        Find(TerritoryLevel.National, IndicatorCodes.National, perimeter, subject, modality);

    /// <inheritdoc />
    public IEnumerator<ComparisonRow> GetEnumerator() => ((IEnumerable<ComparisonRow>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
