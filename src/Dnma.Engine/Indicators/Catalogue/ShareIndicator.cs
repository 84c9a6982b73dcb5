using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// How visits divide over the modalities of a dimension. The shares of one key sum to exactly 1 as fractions: all have the same
/// denominator, the sum of the numerators. Their six written decimals are rounded one by one and may miss 1 by some millionths; no
/// largest-remainder correction is applied, because a corrected share would no longer be its numerator ÷ its denominator. Immutable, thread safe.
/// </summary>
public sealed class ShareIndicator : Indicator
{
    private readonly Func<string, bool> _shared;
    private readonly Func<string, bool>? _part;
    private readonly Func<string, bool> _covered;

    /// <param name="dimension">What is divided by.</param>
    /// <param name="shared">The modalities that share the whole: the denominator.</param>
    /// <param name="part">The modalities counted together as the one figure; null to give each shared modality its own.</param>
    /// <param name="coverageDimension">The dimension that tells the coverage.</param>
    /// <param name="covered">Its modalities that are covered.</param>
    internal ShareIndicator(
        Dimension dimension,
        Func<string, bool> shared,
        Func<string, bool>? part,
        Dimension coverageDimension,
        Func<string, bool> covered)
    {
        Dimension = dimension;
        CoverageDimension = coverageDimension;
        (_shared, _part, _covered) = (shared, part, covered);
    }

    /// <summary>What is divided by.</summary>
    public Dimension Dimension { get; }

    /// <summary>The dimension whose rows tell the coverage; mostly <see cref="Dimension"/> itself.</summary>
    public Dimension CoverageDimension { get; }

    /// <summary>Whether a modality is one of those that share the whole, such as a published service.</summary>
    /// <param name="modality">A modality of <see cref="Dimension"/>.</param>
    public bool Includes(string modality) => _shared(modality);

    /// <inheritdoc />
    public override Additivity Additivity => Additivity.Never;

    /// <summary>
    /// The shares of one key, in the order of the rows; none where the dimension was not measured. Without rows of
    /// <see cref="CoverageDimension"/> the coverage has no value.
    /// </summary>
    /// <param name="rows">The rows of one period, start, level and code; those of other dimensions are passed over.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the rows are of several keys.</exception>
    public IReadOnlyList<Share> Of(IEnumerable<IndicatorRow> rows)
    {
        var group = rows.ToArray();
        foreach (var row in group)
        {
            if (row.Period != group[0].Period || row.PeriodStart != group[0].PeriodStart || row.Level != group[0].Level || row.Code != group[0].Code)
            {
                throw new EngineException(
                    ErrorId.InvalidOption, Code, "the rows are of several periods or territories", "give the rows of one period, level and code");
            }
        }

        var shares = new List<Share>();
        Collect(group, shares);
        return shares;
    }

    /// <summary>Adds the shares of one key to <paramref name="shares"/>.</summary>
    internal void Collect(ReadOnlySpan<IndicatorRow> group, List<Share> shares)
    {
        var (whole, part, any) = (0L, 0L, false);
        var (covered, coverable) = (0L, 0L);
        var (isKnown, isCoverageKnown) = (true, true);
        foreach (ref readonly var row in group)
        {
            isKnown &= !(row.IsWithheld && row.Dimension.Code == Dimension.Code && (_shared(row.Modality) || _part?.Invoke(row.Modality) == true));
            isCoverageKnown &= !(row.IsWithheld && row.Dimension.Code == CoverageDimension.Code);
            if (row.Dimension.Code == Dimension.Code)
            {
                any = true;
                whole += _shared(row.Modality) ? row.Visits : 0;
                part += _part is not null && _part(row.Modality) ? row.Visits : 0;
            }

            if (row.Dimension.Code == CoverageDimension.Code)
            {
                coverable += row.Visits;
                covered += _covered(row.Modality) ? row.Visits : 0;
            }
        }

        if (!isKnown)
        {
            // A share of a sum that holds a withheld figure would tell that figure.
            return;
        }

        var coverage = isCoverageKnown ? new Ratio(covered, coverable) : default;
        if (_part is not null)
        {
            if (any)
            {
                shares.Add(new Share(IndicatorCodes.Total, new Rate(new Ratio(part, whole), coverage)));
            }

            return;
        }

        foreach (ref readonly var row in group)
        {
            if (row.Dimension.Code == Dimension.Code && _shared(row.Modality))
            {
                shares.Add(new Share(row.Modality, new Rate(new Ratio(row.Visits, whole), coverage)));
            }
        }
    }
}
