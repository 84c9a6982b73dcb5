namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// What tells one start of the school year from another. Nothing in it is a figure of the study: what people do follows from it, and the engine measures that.
/// </summary>
internal sealed record StartBehaviour
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Active people, as a multiple of those of 2021.</summary>
    public double Activity { get; init; } = 1;

    /// <summary>Which part of the active is back by the end of the first, second, third … week since the pupils' first day; the rest is in the week after.</summary>
    public required IReadOnlyList<double> Back { get; init; }

    /// <summary>Visits of somebody who is back, in the weeks since the pupils' first day, as a multiple of <see cref="Behaviours.Season"/>; the last one holds for all later weeks.</summary>
    public required IReadOnlyList<double> Eagerness { get; init; }

    /// <summary>The odds of phones and tablets, as a multiple of those of 2021.</summary>
    public double MobileOdds { get; init; } = 1;

    /// <summary>How long people stay on a page, as a multiple of 2021.</summary>
    public double Pace { get; init; } = 1;
}
