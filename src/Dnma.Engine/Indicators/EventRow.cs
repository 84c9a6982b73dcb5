using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>One row of an <see cref="EventTable"/>: six keys, two figures. A value, thread safe.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code, <c>inconnu</c> where there is none.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Label">The label that the hits carry, <c>inconnu</c> where they carry none.</param>
/// <param name="Events">How many hits; additive.</param>
/// <param name="Users">Exact distinct users with at least one of these hits. Never add these up.</param>
/// <param name="IsWithheld">Whether disclosure control withholds the row: its figures are then 0 here and <c>N/A</c> in files.</param>
public readonly record struct EventRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    EventKind Kind,
    string Label,
    long Events,
    long Users,
    bool IsWithheld = false);
