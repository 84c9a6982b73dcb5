using System.Runtime.InteropServices;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// Derives the rates of a sorted table. The rows of one territory and period lie together there, and the indicators are taken in the
/// order of their codes, so the result comes out sorted.
/// </summary>
internal static class RateTableBuilder
{
    public static RateColumns Build(IndicatorColumns table, CancellationToken cancellation)
    {
        // As a rule there are about as many rates as figures.
        var capacity = table.Count;
        var (source, indicators) = (new List<int>(capacity), new List<byte>(capacity));
        var (modalities, rates) = (new List<string>(capacity), new List<Rate>(capacity));
        var (group, shares) = (new List<IndicatorRow>(), new List<Share>());
        for (var start = 0; start < table.Count; start += group.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadGroup(table, start, group);
            for (var i = 0; i < IndicatorCatalogue.Rates.Length; i++)
            {
                shares.Clear();
                Collect(IndicatorCatalogue.Rates[i], CollectionsMarshal.AsSpan(group), shares);
                foreach (var share in shares)
                {
                    source.Add(start);
                    indicators.Add((byte)i);
                    modalities.Add(share.Modality);
                    rates.Add(share.Rate);
                }
            }
        }

        return new RateColumns { Source = [.. source], Indicator = [.. indicators], Modality = [.. modalities], Rate = [.. rates] };
    }

    private static void ReadGroup(IndicatorColumns table, int start, List<IndicatorRow> group)
    {
        group.Clear();
        for (var row = start; row < table.Count && SameKey(table, start, row); row++)
        {
            group.Add(table.Row(row));
        }
    }

    private static bool SameKey(IndicatorColumns table, int left, int right) =>
        table.Period[left] == table.Period[right]
        && table.PeriodStart[left] == table.PeriodStart[right]
        && table.Level[left] == table.Level[right]
        && table.Code[left] == table.Code[right];

    private static void Collect(Indicator indicator, ReadOnlySpan<IndicatorRow> group, List<Share> shares)
    {
        if (indicator is ShareIndicator share)
        {
            share.Collect(group, shares);
            return;
        }

        foreach (ref readonly var row in group)
        {
            if (row.Dimension.Code == Dimension.Total.Code && !row.IsWithheld)
            {
                shares.Add(new Share(IndicatorCodes.Total, ((RatioIndicator)indicator).Of(row)));
            }
        }
    }
}
