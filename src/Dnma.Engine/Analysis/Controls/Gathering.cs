using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Makes one finding of what many schools share: the same departure of the same series in the same weeks, at half the schools of an académie or a
/// département, or at thirty schools anywhere. Its figure is the number of schools.
/// </summary>
/// <param name="figures">The series.</param>
/// <param name="places">Where the schools are.</param>
internal sealed class Gathering(SeriesFigures figures, SchoolPlaces places)
{
    private const int LeastOfTerritory = 10;
    private const int LeastOfNation = 30;

    /// <summary>Gathers; what is left is returned in its order.</summary>
    /// <param name="events">Departures that nothing explains.</param>
    /// <param name="findings">Receives a finding for each crowd.</param>
    public List<SeriesEvent> Gather(List<SeriesEvent> events, List<Finding> findings)
    {
        var gathered = new HashSet<SeriesEvent>();
        var kinds = events.Where(one => one.Topic.Level == TerritoryLevel.Establishment)
            .GroupBy(one => (one.Topic.Part, one.Departure.Kind)).OrderBy(group => group.Key).Select(group => group.ToList());
        foreach (var kind in kinds)
        {
            GatherBy(TerritoryLevel.Academy, place => place.Academy, kind, gathered, findings);
            GatherBy(TerritoryLevel.Department, place => place.Department, kind, gathered, findings);
            while (Crowd([.. kind.Where(one => !gathered.Contains(one))], out var week) is { Count: >= LeastOfNation } crowd)
            {
                Add(TerritoryLevel.National, IndicatorCodes.National, crowd, week, gathered, findings);
            }
        }

        return [.. events.Where(one => !gathered.Contains(one))];
    }

    private void GatherBy(TerritoryLevel level, Func<SchoolPlaces.Place, string> codeOf, List<SeriesEvent> kind, HashSet<SeriesEvent> gathered, List<Finding> findings)
    {
        var territories = kind.Where(one => !gathered.Contains(one) && codeOf(places[one.Topic.Unit]).Length > 0)
            .GroupBy(one => codeOf(places[one.Topic.Unit])).Where(group => group.Count() >= LeastOfTerritory).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var territory in territories.ToList())
        {
            var crowd = Crowd([.. territory], out var week);
            if (crowd.Count >= LeastOfTerritory && 2 * crowd.Count >= SchoolsOf(territory.Key, codeOf))
            {
                Add(level, territory.Key, crowd, week, gathered, findings);
            }
        }
    }

    /// <summary>The departures that begin in the week in which most do, or in one beside it.</summary>
    private static List<SeriesEvent> Crowd(List<SeriesEvent> events, out int week)
    {
        week = events.GroupBy(one => one.Departure.First).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).FirstOrDefault();
        var modal = week;
        return [.. events.Where(one => Math.Abs(one.Departure.First - modal) <= 1)];
    }

    private int SchoolsOf(string code, Func<SchoolPlaces.Place, string> codeOf)
    {
        var count = 0;
        for (var school = 0; school < places.Count; school++)
        {
            count += codeOf(places[school]) == code ? 1 : 0;
        }

        return count;
    }

    private void Add(TerritoryLevel level, string code, List<SeriesEvent> crowd, int week, HashSet<SeriesEvent> gathered, List<Finding> findings)
    {
        gathered.UnionWith(crowd);
        findings.Add(new Finding(
            crowd[0].ControlOf(isSchool: false)!,
            level,
            code,
            PeriodKind.Week,
            LocalCalendar.DateOf(figures.Grid.Starts[week]),
            $"establishments:{crowd[0].Topic.Subject}",
            crowd.Select(one => one.Topic.Unit).Distinct().Count(),
            null,
            crowd.Max(one => one.Chance)));
    }
}
