using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>One thing that a control found, with its evidence. It never holds an identifier of a person. Immutable, thread safe.</summary>
/// <param name="Control">Which control.</param>
/// <param name="Level">The kind of territory that it was found in.</param>
/// <param name="Code">The territory; <c>FR</c> for the nation, <c>inconnu</c> where hits have none.</param>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date; null when no hit qualified.</param>
/// <param name="Subject">What the figure is of, by stable words, for example <c>visits</c> or <c>service:notes</c>.</param>
/// <param name="Figure">What was found; not a number where disclosure control withholds it.</param>
/// <param name="Expected">What was expected, or the bound that the figure broke; null where there is none.</param>
/// <param name="Chance">
/// Where chance is weighed: how probable a figure so far off would be if nothing had happened, adjusted for how many were looked at; null elsewhere.
/// </param>
public sealed record Finding(
    Control Control, TerritoryLevel Level, string Code, PeriodKind Period, DateOnly? PeriodStart, string Subject, double Figure, double? Expected, double? Chance = null);
