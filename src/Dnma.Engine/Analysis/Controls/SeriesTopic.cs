using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>Which series: a territory's visits, its hits per visit, or its visits of a part.</summary>
/// <param name="Level">The territory's level.</param>
/// <param name="Unit">Its number among those of its level.</param>
/// <param name="Part">A number of <see cref="PartWords"/>, <see cref="Visits"/> or <see cref="HitsPerVisit"/>.</param>
internal readonly record struct SeriesTopic(TerritoryLevel Level, int Unit, int Part)
{
    public const int Visits = -1;
    public const int HitsPerVisit = -2;

    /// <summary>The words that findings name it by.</summary>
    public string Subject => Part switch { Visits => "visits", HitsPerVisit => "hits_per_visit", _ => PartWords.Subjects[Part] };
}
