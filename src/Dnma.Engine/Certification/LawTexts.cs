namespace Dnma.Engine.Certification;

/// <summary>Every conservation law (design §7). All of them stand in every certificate, in this order.</summary>
internal static class LawTexts
{
    public static readonly LawText RecordsAreAccountedFor = new(
        "read-is-rejected-merged-accepted",
        "enregistrements lus = rejetés + fragments réunis + hits acceptés",
        "records read = rejected + merged parts + accepted hits");

    public static readonly LawText HitsAreAccountedFor = new(
        "accepted-is-excluded-and-visited",
        "hits acceptés = hits exclus + hits des visites (comptées et hors période)",
        "accepted hits = excluded hits + hits of visits (counted and out of period)");

    private static readonly LawText HitsOfPerimeterAreAccountedFor = new(
        HitsAreAccountedFor.Id,
        "hits acceptés = hits exclus + hits des visites (comptées, hors période et hors périmètre)",
        "accepted hits = excluded hits + hits of visits (counted, out of period and out of perimeter)");

    public static readonly LawText HitsQualify = new(
        "qualified-is-accepted-less-excluded", "hits qualifiés = hits acceptés − hits exclus", "qualified hits = accepted hits − excluded hits");

    public static readonly LawText VisitsAreClosed = new(
        "visits-are-closed", "visites = visites selon la raison de leur fin", "visits = visits by why they ended");

    public static readonly LawText VisitsAreIndicated = new(
        "visits-are-indicated",
        "visites comptées = visites de la nation sur toute la période",
        "counted visits = visits of the nation over the whole range");

    public static readonly LawText HitsAreIndicated = new(
        "hits-are-indicated",
        "hits des visites comptées = hits de la nation sur toute la période",
        "hits of counted visits = hits of the nation over the whole range");

    public static readonly LawText PartsAreTotals = new(
        "parts-are-totals",
        "selon le profil, l’appareil, le système, le navigateur, le degré, l’objet connecté et profil × appareil, chaque colonne additive donne le total",
        "over profile, device, os, browser, school level, connected object and profile × device every additive column sums to the total");

    public static readonly LawText UsesAreTotals = new(
        "uses-are-totals",
        "selon le service, le type, l’outil et les dimensions propres, hits, pages vues et durées donnent le total",
        "over service, type, tool and custom dimensions hits, page views and durations sum to the total");

    public static readonly LawText UsersBetweenParts = new(
        "users-between-parts",
        "plus grande partie ≤ utilisateurs ≤ somme des parties, pour chaque dimension",
        "greatest part ≤ users ≤ Σ parts, in every dimension");

    public static readonly LawText RowIsSane = new(
        "row-is-sane",
        "sur chaque ligne : utilisateurs ≤ visites ≤ hits ; visites chronométrées, rebonds et visites éclair ≤ visites",
        "in every row: users ≤ visits ≤ hits, and timed visits, bounces and flash visits ≤ visits");

    public static readonly LawText TerritoriesAreNation = new(
        "territories-are-nation",
        "visites, hits, pages vues et durées des territoires de chaque niveau donnent ceux de la nation",
        "visits, hits, page views and durations of each level's territories sum to the nation's");

    public static readonly LawText PeriodsAreAll = new(
        "periods-are-all",
        "visites et hits de tous les jours, semaines, mois et années scolaires donnent ceux de toute la période",
        "visits and hits of all days, weeks, months and school years sum to the whole range's");

    public static IReadOnlyList<LawText> All { get; } =
    [
        RecordsAreAccountedFor, HitsAreAccountedFor, HitsQualify, VisitsAreClosed, VisitsAreIndicated, HitsAreIndicated,
        PartsAreTotals, UsesAreTotals, UsersBetweenParts, RowIsSane, TerritoriesAreNation, PeriodsAreAll,
    ];

    /// <summary>The law that every accepted hit is accounted for, in the words of a certificate with or without visits out of perimeter.</summary>
    public static LawText HitsAreAccountedForIn(bool hasOutOfPerimeter) => hasOutOfPerimeter ? HitsOfPerimeterAreAccountedFor : HitsAreAccountedFor;

    /// <summary>Every law in the words of a certificate with or without visits out of perimeter.</summary>
    public static IEnumerable<LawText> AllIn(bool hasOutOfPerimeter) => All.Select(law => law == HitsAreAccountedFor ? HitsAreAccountedForIn(hasOutOfPerimeter) : law);

    /// <summary>The laws that the table of indicators must obey in itself.</summary>
    public static IReadOnlyList<LawText> OfTables { get; } = [PartsAreTotals, UsesAreTotals, UsersBetweenParts, RowIsSane, TerritoriesAreNation, PeriodsAreAll];
}
