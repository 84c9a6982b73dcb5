using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Charts.Making;

/// <summary>Primary schools beside secondary ones.</summary>
internal static class LevelMaking
{
    public static BarChart Levels(IndicatorTable first, IndicatorTable second, Dimension dimension, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        var indicator = dimension.Code switch
        {
            "profile" => ShareIndicators.ProfileShare,
            "device" => ShareIndicators.DeviceShare,
            "service" => ShareIndicators.ServiceShare,
            _ => throw new EngineException(ErrorId.InvalidOption, "chart", $"the visits are not divided by {dimension.Code}", "ask for profile, device or service"),
        };
        ChartRows[] rows = [ChartRows.Of(first, request), ChartRows.Of(second, request)];
        var words = rows[0].Words;
        var shares = rows.Select(one => indicator.Of(one.Rows).Where(share => share.Rate.Value.HasValue).ToDictionary(share => share.Modality, share => share.Rate.Value)).ToArray();
        var codes = shares.SelectMany(share => share.Keys).Distinct().ToArray();
        codes = dimension == Dimension.Profile
            ? [.. codes.OrderBy(ShareMaking.RankOf).ThenBy(code => code, StringComparer.Ordinal)]
            : [.. codes.OrderByDescending(code => shares.Max(share => PercentIn(share, code).Figure)).ThenBy(code => code, StringComparer.Ordinal)];
        var isWithheld = rows.Any(one => one.IsWithheld(dimension));
        return new BarChart
        {
            Title = dimension.Code switch
            {
                "profile" => words.Say("Profils du premier et du second degré", "Profiles of primary and secondary schools"),
                "device" => words.Say("Équipements du premier et du second degré", "Devices of primary and secondary schools"),
                _ => words.Say("Services du premier et du second degré", "Services of primary and secondary schools"),
            },
            Subtitle = rows[rows[0].Rows.Length > 0 ? 0 : 1].Subtitle,
            Notes = codes.Length == 0 && !isWithheld ? [] : [
                dimension.Code switch
                {
                    "profile" => words.Say("Base\u00A0: toutes les visites de chaque degré.", "Base: all visits of each level."),
                    "device" => words.Say("Base\u00A0: visites de chaque degré dont l’équipement est connu.", "Base: visits of each level whose device is known."),
                    _ => words.Say("Base\u00A0: visites des services publiés de chaque degré, une visite comptant une fois dans chaque service utilisé.", "Base: visits of the published services of each level, a visit counting once in each that it used."),
                },
                .. isWithheld ? [ChartNotes.SharesWithheld(words)] : Array.Empty<string>()],
            Source = request.Source,
            Language = request.Language,
            Unit = ChartUnit.Percent,
            CategoryName = dimension.Code switch { "profile" => words.Say("Profil", "Profile"), "device" => words.Say("Équipement", "Device"), _ => words.Say("Service", "Service") },
            ValueName = words.Say("Part des visites", "Share of visits"),
            Categories = [.. codes.Select(code => words.Label(dimension, code))],
            Series = [.. shares.Select((share, i) => new BarSeries(
                words.Label(Dimension.SchoolLevel, i == 0 ? "1d" : "2d"),
                [.. codes.Select(code => rows[i].IsWithheld(dimension) && share.Count == 0 ? ChartValue.Withheld : PercentIn(share, code))]))],
        };
    }

    /// <summary>A level with visits but none of a modality has a share of nothing; one without visits has none.</summary>
    private static ChartValue PercentIn(Dictionary<string, Ratio> shares, string code) =>
        shares.Count == 0 ? ChartValue.Missing : ChartValue.Of(shares.TryGetValue(code, out var share) ? ChartNotes.PercentOf(share) : 0);
}
