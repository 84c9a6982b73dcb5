using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Charts.Words;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Charts.Making;

/// <summary>A change as a waterfall.</summary>
internal static class WaterfallMaking
{
    private static readonly (ComparedPerimeter Perimeter, string Subject, string Modality, string French, string English)[] Terms =
    [
        (ComparedPerimeter.Full, ComparisonSubjects.Perimeter, "entered", "Périmètre : entrés", "Perimeter: entered"),
        (ComparedPerimeter.Full, ComparisonSubjects.Perimeter, "left", "Périmètre : sortis", "Perimeter: left"),
        (ComparedPerimeter.Full, ComparisonSubjects.Perimeter, "partly-fed", "Alimentés en partie", "Fed in part"),
        (ComparedPerimeter.Full, ComparisonSubjects.Perimeter, "without-establishment", "Sans établissement", "No establishment"),
        (ComparedPerimeter.Constant, ComparisonSubjects.Volume, "users", "Nombre d’utilisateurs", "Number of users"),
        (ComparedPerimeter.Constant, ComparisonSubjects.Volume, "intensity", "Visites par utilisateur", "Visits a user"),
        (ComparedPerimeter.Constant, ComparisonSubjects.Volume, "without-users", "Lignes sans utilisateur", "Rows without users"),
    ];

    public static WaterfallChart Change(ComparisonTable comparison, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var words = ChartWords.Of(request.Language);
        var visits = comparison.Find(request.Level, request.Code, ComparedPerimeter.Full, ComparisonSubjects.Visits);
        var (before, after) = (YearOf(comparison.Request.EarlierYear), YearOf(comparison.Request.LaterYear));
        var weeks = visits?.Periods is { } periods ? words.Say($" : {periods.WeeksB} semaines comparées".Replace(" :", "\u00A0:", StringComparison.Ordinal), $": {periods.WeeksB} weeks compared") : "";
        return new WaterfallChart
        {
            Title = words.Say($"De quoi est fait le changement des visites, de {before} à {after}", $"What the change of visits is made of, {before} to {after}"),
            Subtitle = $"{words.Place(request)}{weeks}",
            Notes = visits is null ? [] :
            [
                words.Say(
                    "Nombre d’utilisateurs et visites par utilisateur\u00A0: sur le périmètre constant, en utilisateurs-semaines. Les termes s’additionnent exactement.",
                    "Number of users and visits a user: on the constant perimeter, in user-weeks. The terms add up exactly."),
                .. visits.Marks.Select(mark => words.Say(mark.Meaning)),
            ],
            Source = request.Source,
            Language = request.Language,
            ValueName = words.Visits,
            Steps = visits is { A: { } a, B: { } b } ? [new(before, Whole(a), true), .. TermsOf(comparison, request, words), new(after, Whole(b), true)] : [],
        };
    }

    /// <summary>The terms that there are; one of nothing is left out, but for the two that the chart is about.</summary>
    private static IEnumerable<WaterfallStep> TermsOf(ComparisonTable comparison, ChartRequest request, ChartWords words) =>
        from term in Terms
        let change = comparison.Find(request.Level, request.Code, term.Perimeter, term.Subject, term.Modality)?.Change ?? 0
        where change != 0 || term.Modality is "users" or "intensity"
        select new WaterfallStep(words.Say(term.French.Replace(" :", "\u00A0:", StringComparison.Ordinal), term.English), change, false);

    private static decimal Whole(Ratio count) => count.Numerator;

    private static string YearOf(int year) => $"{year}-{(year + 1) % 100:00}";
}
