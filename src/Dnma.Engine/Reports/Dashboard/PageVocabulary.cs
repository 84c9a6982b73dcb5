using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Which periods, territories and modalities have a row that is shown. What is withheld leaves no word behind.</summary>
/// <param name="Periods">From the whole range down to days, each kind by date.</param>
/// <param name="Levels">The coarsest first.</param>
/// <param name="Dimensions">In the order of the file contract.</param>
/// <param name="TooLarge">How many rows are too large for a browser.</param>
internal sealed record PageVocabulary(
    IReadOnlyList<(PeriodKind Kind, int Start)> Periods, IReadOnlyList<PageLevel> Levels, IReadOnlyList<PageDimension> Dimensions, int TooLarge)
{
    public static PageVocabulary Of(IndicatorColumns columns, Func<IndicatorColumns, int, bool> isShown, CancellationToken cancellation)
    {
        var periods = new HashSet<(PeriodKind Kind, int Start)>();
        var codes = new Dictionary<TerritoryLevel, HashSet<string>>();
        var modalities = new Dictionary<string, (Dimension Dimension, Dictionary<string, Int128> Visits)>(StringComparer.Ordinal);
        var tooLarge = 0;
        for (var row = 0; row < columns.Count; row++)
        {
            if ((row & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (!isShown(columns, row))
            {
                tooLarge += columns.IsWithheld(row) ? 0 : 1;
                continue;
            }

            periods.Add((columns.Period[row], columns.PeriodStart[row]));
            if (!codes.TryGetValue(columns.Level[row], out var ofLevel))
            {
                codes.Add(columns.Level[row], ofLevel = new(StringComparer.Ordinal));
            }

            ofLevel.Add(columns.Code[row]);
            if (!modalities.TryGetValue(columns.Dimension[row].Code, out var ofDimension))
            {
                modalities.Add(columns.Dimension[row].Code, ofDimension = (columns.Dimension[row], new(StringComparer.Ordinal)));
            }

            ofDimension.Visits[columns.Modality[row]] = ofDimension.Visits.GetValueOrDefault(columns.Modality[row]) + columns.Visits[row];
        }

        var dimensions = modalities.Values.ToList();
        dimensions.Sort(static (left, right) => PageDimension.Compare(left.Dimension, right.Dimension));
        return new PageVocabulary(
            [.. PagePeriod.Kinds.SelectMany(kind => periods.Where(period => period.Kind == kind).OrderBy(static period => period.Start))],
            [.. codes.OrderBy(static level => PageLevel.Coarseness(level.Key)).Select(static level => new PageLevel(level.Key, level.Value))],
            [.. dimensions.Select(static dimension => new PageDimension(dimension.Dimension, dimension.Visits))],
            tooLarge);
    }
}
