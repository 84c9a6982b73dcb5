using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The key figures of the whole measured range.</summary>
internal static class KeyFigures
{
    private const string NotMeasured = "non calculé dans cette mesure";

    public static IReadOnlyList<DashboardCard> Of(NationalFigures figures, IndicatorRow whole) =>
        // Without a visit there is nothing to be a part of.
        whole.Visits > 0 ? Cards(figures, whole) : [.. Cards(figures, whole).Select(static card => card with { Basis = "" })];

    private static IReadOnlyList<DashboardCard> Cards(NationalFigures figures, IndicatorRow whole) =>
    [
        new(
            "visites",
            "Visites",
            Cell.Count(whole.Visits),
            $"{FrenchFormat.Of(whole.Hits, "hit qualifié", "hits qualifiés")}",
            "Suite de hits d’une même personne (d’un même navigateur sous la norme Piano), sans interruption qui atteigne la limite de la norme : 30 minutes dans les normes livrées. Une visite compte le jour où elle commence."),
        new(
            "utilisateurs",
            "Utilisateurs",
            Cell.Count(whole.Users),
            "personnes distinctes, comptées exactement",
            "Personnes distinctes ayant fait au moins une visite dans la période. Ce nombre ne s’obtient jamais en additionnant des jours, des semaines ou des établissements."),
        new(
            "pages-vues",
            "Pages vues",
            Cell.Count(whole.PageViews),
            $"{FrenchFormat.Share(whole.PageViews, whole.Hits)} des hits qualifiés",
            "Hits que la norme compte comme pages vues."),
        new(
            "temps-par-visite",
            "Temps par visite",
            Cell.MeanDuration(whole.DurationMs, whole.TimedVisits),
            $"min:s, sur {FrenchFormat.Share(whole.TimedVisits, whole.Visits)} des visites",
            "Somme des durées divisée par le nombre de visites dont la norme mesure la durée. Le temps passé sur la dernière page n’est pas connu."),
        new(
            "pages-par-visite",
            "Pages par visite",
            Cell.Mean(whole.PageViews, whole.Visits),
            "sur toutes les visites",
            "Pages vues divisées par les visites."),
        new(
            "rebond",
            "Taux de rebond",
            Cell.Share(whole.Bounces, whole.Visits),
            $"{FrenchFormat.Of(whole.Bounces, "visite", "visites")} sur {FrenchFormat.Count(whole.Visits)}",
            "Part des visites d’une page vue au plus (sous la norme Matomo : d’une action au plus), parmi toutes les visites."),
        new(
            "visites-eclair",
            "Visites éclair",
            Cell.Share(whole.FlashVisits, whole.Visits),
            $"{FrenchFormat.Of(whole.FlashVisits, "visite", "visites")} sur {FrenchFormat.Count(whole.Visits)}",
            "Part des visites dont la durée ne dépasse pas la limite de la norme (30 secondes dans les normes livrées), parmi toutes les visites."),
        Mobile(figures.WholeBreakdown(Dimension.Device), whole.Visits),
        Known(
            "profil-connu",
            "Profil connu",
            "Part des visites dont un hit au moins dit le profil de la personne, parmi toutes les visites.",
            figures.WholeBreakdown(Dimension.Profile),
            static row => row.Modality,
            whole.Visits),
        Known(
            "etablissement-connu",
            "Établissement connu",
            "Part des visites dont un hit au moins dit l’établissement, parmi toutes les visites.",
            figures.AllTerritories(TerritoryLevel.Establishment),
            static row => row.Code,
            whole.Visits),
    ];

    private static DashboardCard Mobile(IReadOnlyList<IndicatorRow> devices, long visits)
    {
        long known = 0, mobile = 0;
        foreach (var row in devices)
        {
            known += row.Modality == IndicatorCodes.Unknown ? 0 : row.Visits;
            mobile += row.Modality is "smartphone" or "tablette" ? row.Visits : 0;
        }

        return new(
            "part-mobile",
            "Part mobile",
            Cell.Share(mobile, known),
            devices.Count == 0 ? NotMeasured : $"appareil connu pour {FrenchFormat.Share(known, visits)} des visites",
            "Visites sur smartphone ou tablette, parmi les seules visites dont l’appareil est connu.");
    }

    private static DashboardCard Known(
        string id, string label, string definition, IReadOnlyList<IndicatorRow> rows, Func<IndicatorRow, string> code, long visits)
    {
        if (rows.Count == 0)
        {
            return new(id, label, Cell.None, NotMeasured, definition);
        }

        long known = 0;
        foreach (var row in rows)
        {
            known += code(row) == IndicatorCodes.Unknown ? 0 : row.Visits;
        }

        return new(id, label, Cell.Share(known, visits), $"{FrenchFormat.Of(known, "visite", "visites")} sur {FrenchFormat.Count(visits)}", definition);
    }
}
