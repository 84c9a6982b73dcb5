using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Which departures a wider one explains: those of a territory's services by that of the territory, those of schools by that of their académie, those of a service
/// anywhere by that of the service in the nation; where both go the same way, the wider one is at least half as large, and both begin about together, or the wider one leaves next to nothing.
/// </summary>
/// <param name="events">All departures.</param>
/// <param name="figures">The series.</param>
/// <param name="places">Where the schools are.</param>
internal sealed class Explanations(IReadOnlyList<SeriesEvent> events, SeriesFigures figures, SchoolPlaces places)
{
    /// <summary>A departure may be seen some weeks before or after the wider one: two of school, with holidays between them.</summary>
    private const int Apart = 4;

    /// <summary>What is at least half as large explains: an académie that loses a tenth does not explain a school that loses all.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Where all but all is lost, nothing that follows is worth a word.</summary>
    private const double AllButAll = 0.9;

    private readonly ILookup<SeriesTopic, SeriesEvent> _byTopic = events.ToLookup(one => one.Topic);

    /// <summary>Those that no wider one explains, in their order.</summary>
    public List<SeriesEvent> Unexplained() => [.. events.Where(one => !WiderOf(one.Topic).Any(topic => _byTopic[topic].Any(wider => Explains(wider, one))))];

    private static bool Explains(SeriesEvent wider, SeriesEvent one)
    {
        var (first, begin, end) = (one.Departure.First, wider.Departure.First, wider.Departure.Last);
        var isPart = wider.IsDown == one.IsDown && SizeOf(wider) >= LeastShare * SizeOf(one) && Math.Abs(first - begin) <= Apart;
        return isPart || (wider.IsDown && SizeOf(wider) >= AllButAll && first >= begin && first <= end + 1);
    }

    /// <summary>By which share of what was expected there is less, or more.</summary>
    private static double SizeOf(SeriesEvent one) => Math.Abs((one.Departure.Figure / one.Departure.Expected) - 1);

    private IEnumerable<SeriesTopic> WiderOf(SeriesTopic topic)
    {
        if (topic.Level == TerritoryLevel.Establishment)
        {
            var academy = figures.Academies.Units.Find(places[topic.Unit].Academy);
            if (academy >= 0)
            {
                yield return topic with { Level = TerritoryLevel.Academy, Unit = academy };
                if (topic.Part >= 0)
                {
                    yield return new SeriesTopic(TerritoryLevel.Academy, academy, SeriesTopic.Visits);
                }
            }

        }

        if (topic.Part >= 0 && topic.Level != TerritoryLevel.National)
        {
            yield return topic with { Part = SeriesTopic.Visits };
            yield return new SeriesTopic(TerritoryLevel.National, 0, topic.Part);
        }
    }
}
