namespace Dnma.Engine.Analysis.Series;

/// <summary>Where a series departs from what was expected.</summary>
/// <param name="Series">Its number in its set.</param>
/// <param name="Kind">In what way.</param>
/// <param name="First">The first week concerned.</param>
/// <param name="Last">The last week concerned.</param>
/// <param name="Known">The first week in which it could be known: a step shows after some weeks.</param>
/// <param name="Figure">The sum over the weeks concerned that can be compared.</param>
/// <param name="Expected">What was expected of that sum.</param>
/// <param name="Base">The sum of what the series is a ratio to; 0 for counts of their own.</param>
/// <param name="Chance">How probable a departure so far would be by chance; adjusted for how many were looked at once the study is done.</param>
internal readonly record struct Departure(
    int Series, DepartureKind Kind, int First, int Last, int Known, double Figure, double Expected, double Base, double Chance);
