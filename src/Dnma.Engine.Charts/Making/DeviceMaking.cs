using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Charts.Making;

/// <summary>Devices by profile.</summary>
internal static class DeviceMaking
{
    private static readonly string[] DeviceCodes = ["ordinateur", "smartphone", "tablette", "autreappareil"];

    public static BarChart Devices(IndicatorTable table, ChartRequest request)
    {
        var rows = ChartRows.Of(table, request);
        var words = rows.Words;
        var crossed = rows.Of(Dimension.ProfileDevice).Select(row => (Row: row, Parts: Split(row.Modality))).ToArray();
        var profiles = crossed.Select(one => one.Parts.Profile).Distinct().OrderBy(ShareMaking.RankOf).ThenBy(profile => profile, StringComparer.Ordinal)
            .Where(profile => crossed.Any(one => one.Parts.Profile == profile && one.Parts.Device != IndicatorCodes.Unknown)).ToArray();
        var (known, all) = (0L, 0L);
        foreach (var (row, parts) in crossed)
        {
            all += row.Visits;
            known += parts.Device == IndicatorCodes.Unknown ? 0 : row.Visits;
        }

        var isWithheld = Array.Exists(crossed, one => one.Row.IsWithheld);
        return new BarChart
        {
            Title = words.Say("Équipements utilisés, par profil", "Devices used, by profile"),
            Subtitle = rows.Subtitle,
            Notes = crossed.Length == 0 ? []
                : isWithheld ? [words.Say("Base\u00A0: visites du profil dont l’équipement est connu.", "Base: visits of the profile whose device is known."), ChartNotes.Withheld(words)]
                : [ChartNotes.Base(words, "visites du profil dont l’équipement est connu", "visits of the profile whose device is known", new Ratio(known, all))],
            Source = request.Source,
            Language = request.Language,
            Unit = ChartUnit.Percent,
            IsStacked = true,
            CategoryName = words.Say("Profil", "Profile"),
            ValueName = words.Say("Part des visites", "Share of visits"),
            Categories = [.. profiles.Select(profile => words.Label(Dimension.Profile, profile))],
            Series = [.. DeviceCodes.Select(device => new BarSeries(words.Label(Dimension.Device, device), [.. profiles.Select(profile => ShareOf(profile, device))]))],
        };

        // A share beside a withheld one would tell it.
        ChartValue ShareOf(string profile, string device)
        {
            var of = crossed.Where(one => one.Parts.Profile == profile && one.Parts.Device != IndicatorCodes.Unknown).Select(one => one.Row).ToArray();
            if (Array.Exists(of, row => row.IsWithheld))
            {
                return ChartValue.Withheld;
            }

            var whole = of.Sum(row => row.Visits);
            return whole == 0 ? ChartValue.Missing : ChartValue.Of(100m * of.Where(row => row.Modality == $"{profile}_{device}").Sum(row => row.Visits) / whole);
        }
    }

    /// <summary>The profile may hold underscores, the device holds none.</summary>
    private static (string Profile, string Device) Split(string modality)
    {
        var cut = modality.LastIndexOf('_');
        return cut < 0 ? (modality, IndicatorCodes.Unknown) : (modality[..cut], modality[(cut + 1)..]);
    }
}
