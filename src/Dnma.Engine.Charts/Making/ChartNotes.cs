using Dnma.Engine.Charts.Words;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Charts.Making;

/// <summary>What to know before a figure is used, in the words of both languages.</summary>
internal static class ChartNotes
{
    public static string Withheld(ChartWords words) => words.Say(
        "Masqué : trop peu d’utilisateurs, ou de quoi retrouver une ligne qui en a trop peu. Ce n’est pas un zéro.".Replace(" :", "\u00A0:", StringComparison.Ordinal),
        "Withheld: too few users, or what would tell a row that has too few. It is no zero.");

    public static string SharesWithheld(ChartWords words) => words.Say(
        "Des lignes sont masquées : leurs parts, et celles des autres, ne peuvent être données.".Replace(" :", "\u00A0:", StringComparison.Ordinal),
        "Rows are withheld: neither their shares nor those of the others can be told.");

    public static string UsersDoNotAdd(ChartWords words) => words.Say(
        "Les utilisateurs ne s’additionnent pas : une même personne compte dans chaque ligne où elle est venue ; les parts ne font pas 100 %."
            .Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" ;", "\u202F;", StringComparison.Ordinal).Replace(" %", "\u202F%", StringComparison.Ordinal),
        "Users never add up: one person counts in every row that they came to; the shares do not make 100%.");

    public static string UsersOverTime(ChartWords words) => words.Say(
        "Les utilisateurs ne s’additionnent pas d’une période à l’autre : une même personne compte dans chacune.".Replace(" :", "\u00A0:", StringComparison.Ordinal),
        "Users do not add up over periods: one person counts in each.");

    /// <summary>Of what the shares are, and how much of all visits that is.</summary>
    public static string Base(ChartWords words, string french, string english, Ratio coverage)
    {
        var known = coverage.HasValue ? words.Figure(PercentOf(coverage), ChartUnit.Percent) : null;
        return words.Say($"Base\u00A0: {french}{(known is null ? "" : $", soit {known} de l’ensemble")}.", $"Base: {english}{(known is null ? "" : $", {known} of all")}.");
    }

    public static decimal PercentOf(Ratio ratio) => 100m * ratio.Numerator / ratio.Denominator;
}
