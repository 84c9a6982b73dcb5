using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Charts.Making;

/// <summary>Shares of services and profiles.</summary>
internal static class ShareMaking
{
    private static readonly string[] ProfileOrder = ["eleve", "parent", "enseignant", "admin_vie_scol_tech", "autre", "collectivite"];

    public static BarChart Services(IndicatorTable table, ChartRequest request)
    {
        var rows = ChartRows.Of(table, request);
        var words = rows.Words;
        return request.Figure == ChartFigure.Users
            ? UserShares(rows, Dimension.Service, words.Say("Utilisateurs de chaque service", "Users of each service"), words.Say("Service", "Service"), IsPublished, Ranked)
            : VisitShares(
                rows,
                ShareIndicators.ServiceShare,
                words.Say("Parts des services dans les usages", "Shares of services in use"),
                words.Say("Service", "Service"),
                ("visites des services publiés, une visite comptant une fois dans chaque service utilisé", "visits of the published services, a visit counting once in each that it used"),
                Ranked);
    }

    public static BarChart Profiles(IndicatorTable table, ChartRequest request)
    {
        var rows = ChartRows.Of(table, request);
        var words = rows.Words;
        return request.Figure == ChartFigure.Users
            ? UserShares(rows, Dimension.Profile, words.Say("Utilisateurs par profil", "Users by profile"), words.Say("Profil", "Profile"), _ => true, InOrder)
            : VisitShares(
                rows, ShareIndicators.ProfileShare, words.Say("Parts des profils dans les visites", "Shares of profiles in visits"), words.Say("Profil", "Profile"), ("toutes les visites", "all visits"), InOrder);
    }

    /// <summary>Modalities in the order of the published data, those that it has not behind, what is not known last.</summary>
    public static int RankOf(string profile) => profile == IndicatorCodes.Unknown ? int.MaxValue : Array.IndexOf(ProfileOrder, profile) is >= 0 and var rank ? rank : ProfileOrder.Length;

    private static BarChart VisitShares(
        ChartRows rows, ShareIndicator indicator, string title, string category, (string French, string English) whole, Func<IEnumerable<(string Code, ChartValue Value)>, IEnumerable<(string Code, ChartValue Value)>> order)
    {
        var (words, shares) = (rows.Words, indicator.Of(rows.Rows));
        var bars = order(shares.Where(share => share.Rate.Value.HasValue).Select(share => (share.Modality, ChartValue.Of(ChartNotes.PercentOf(share.Rate.Value)))));
        var isWithheld = shares.Count == 0 && rows.IsWithheld(indicator.Dimension);
        string[] notes = isWithheld ? [ChartNotes.SharesWithheld(words)] : shares.Count == 0 ? [] : [ChartNotes.Base(words, whole.French, whole.English, shares[0].Rate.Coverage)];
        return Chart(rows, indicator.Dimension, title, category, words.Say("Part des visites", "Share of visits"), bars, notes);
    }

    private static BarChart UserShares(
        ChartRows rows, Dimension dimension, string title, string category, Func<string, bool> isShown, Func<IEnumerable<(string Code, ChartValue Value)>, IEnumerable<(string Code, ChartValue Value)>> order)
    {
        var words = rows.Words;
        var all = rows.Total is { IsWithheld: false } total ? total.Users : 0;
        var bars = order(rows.Of(dimension).Where(row => isShown(row.Modality)).Select(row => (
            row.Modality, row.IsWithheld || all == 0 ? ChartValue.Withheld : ChartValue.Of(100m * row.Users / all))));
        string[] notes =
        [
            .. rows.Rows.Length > 0 ? [ChartNotes.UsersDoNotAdd(words)] : Array.Empty<string>(),
            .. all > 0 ? [words.Say($"Base\u00A0: {words.Count(all)} utilisateurs distincts.", $"Base: {words.Count(all)} distinct users.")] : Array.Empty<string>(),
            .. rows.IsWithheld(dimension) || rows.IsWithheld(Dimension.Total) ? [ChartNotes.Withheld(words)] : Array.Empty<string>(),
        ];

        return Chart(rows, dimension, title, category, words.Say("Part des utilisateurs", "Share of users"), bars, notes);
    }

    private static BarChart Chart(
        ChartRows rows, Dimension dimension, string title, string category, string value, IEnumerable<(string Code, ChartValue Value)> bars, IReadOnlyList<string> notes)
    {
        var shown = bars.ToArray();
        return new BarChart
        {
            Title = title,
            Subtitle = rows.Subtitle,
            Notes = notes,
            Source = rows.Request.Source,
            Language = rows.Request.Language,
            Unit = ChartUnit.Percent,
            CategoryName = category,
            ValueName = value,
            Categories = [.. shown.Select(bar => rows.Words.Label(dimension, bar.Code))],
            Series = [new BarSeries("", [.. shown.Select(bar => bar.Value)])],
        };
    }

    private static IEnumerable<(string Code, ChartValue Value)> Ranked(IEnumerable<(string Code, ChartValue Value)> bars) =>
        bars.OrderByDescending(bar => bar.Value.Figure).ThenBy(bar => bar.Code, StringComparer.Ordinal);

    private static IEnumerable<(string Code, ChartValue Value)> InOrder(IEnumerable<(string Code, ChartValue Value)> bars) =>
        bars.OrderBy(bar => RankOf(bar.Code)).ThenBy(bar => bar.Code, StringComparer.Ordinal);

    private static bool IsPublished(string service) => ShareIndicators.ServiceShare.Includes(service);
}
