using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>A count that adds up over rows that share nothing. Immutable, thread safe.</summary>
public sealed class AdditiveIndicator : CountIndicator
{
    private readonly Additivity _additivity;

    internal AdditiveIndicator(Func<IndicatorRow, long> column, Additivity additivity)
        : base(column) => _additivity = additivity;

    /// <inheritdoc />
    public override Additivity Additivity => _additivity;

    /// <summary>
    /// The sum over rows that share nothing; 0 for no row. Rows share nothing when they are of one kind of period, one level and one
    /// dimension, no key comes twice, and (unless hits, page views or durations are added) no two modalities are of a dimension in
    /// which one visit counts several times: service, type, tool.
    /// </summary>
    /// <param name="rows">The rows to add, in any order; enumerated once.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: two rows hold the same visits, so that the sum would count them twice, or one is withheld.</exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public long Sum(IEnumerable<IndicatorRow> rows)
    {
        var (sum, first) = (0L, (IndicatorRow?)null);
        var seen = new HashSet<(DateOnly Start, string Code, string Modality)>();
        foreach (var row in rows)
        {
            if (row.IsWithheld)
            {
                throw WithheldFigures.Refusal($"sum of {Code}");
            }

            RequireDisjoint(first ??= row, row);
            if (!seen.Add((row.PeriodStart, row.Code, row.Modality)))
            {
                throw Twice($"two rows are those of {row.Period.Code()} {row.PeriodStart:O}, {row.Code}, {row.Modality}", "give each row once");
            }

            sum += Of(row);
        }

        return sum;
    }

    private void RequireDisjoint(IndicatorRow first, IndicatorRow row)
    {
        if (row.Period != first.Period)
        {
            throw Twice($"rows of a {first.Period.Code()} and of a {row.Period.Code()} overlap", "add rows of one kind of period");
        }

        if (row.Level != first.Level)
        {
            throw Twice($"rows at {first.Level.Code()} and {row.Level.Code()} level overlap", "add rows of one level");
        }

        if (row.Dimension != first.Dimension)
        {
            throw Twice($"rows by {first.Dimension} and by {row.Dimension} hold the same visits", "add rows of one dimension");
        }

        if (_additivity != Additivity.OverEveryDimension && !row.Dimension.PartitionsVisits && row.Modality != first.Modality)
        {
            throw Twice($"a visit counts in each {row.Dimension} that it used", $"read the row of dimension {Dimension.Total} instead");
        }
    }

    private EngineException Twice(string problem, string remedy) => new(ErrorId.InvalidOption, $"sum of {Code}", problem, remedy);
}
