using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Departures of series into findings: chances are adjusted for everything that a control looked at, what a wider departure explains is left
/// out, and what many schools share is one finding.
/// </summary>
/// <param name="request">What is asked.</param>
/// <param name="figures">The weekly series.</param>
internal sealed class SeriesFindings(ControlRequest request, SeriesFigures figures)
{
    /// <summary>The share of a control's findings that may be chance. Chances of breaks are those of the likeliest of many cuts, and greater than they had to be.</summary>
    private const double DiscoveryOfWeeks = 0.02;
    private const double DiscoveryOfBreaks = 0.05;

    /// <summary>Beyond this a model of chance says nothing.</summary>
    private const double LeastChance = 1e-12;

    private readonly List<SeriesEvent> _events = [];
    private readonly Dictionary<Control, long> _tests = [];

    /// <summary>Adds what was found.</summary>
    public void AddTo(List<Finding> findings)
    {
        var studies = new SeriesStudies(figures, request.Annuaire);
        Run(studies.Shares(TerritoryLevel.National), TerritoryLevel.National, SharesOf(figures.Nation));
        Run(studies.AcademyVisits(), TerritoryLevel.Academy, unit => (unit, SeriesTopic.Visits));
        Run(studies.Shares(TerritoryLevel.Academy), TerritoryLevel.Academy, SharesOf(figures.Academies));
        Run(studies.Hits(TerritoryLevel.Academy), TerritoryLevel.Academy, unit => (unit, SeriesTopic.HitsPerVisit));
        Run(studies.PlatformVisits(), TerritoryLevel.Platform, unit => (unit, SeriesTopic.Visits));
        Run(studies.Shares(TerritoryLevel.Platform), TerritoryLevel.Platform, SharesOf(figures.Platforms));
        Run(studies.Hits(TerritoryLevel.Platform), TerritoryLevel.Platform, unit => (unit, SeriesTopic.HitsPerVisit));
        Run(studies.SchoolVisits(), TerritoryLevel.Establishment, unit => (unit, SeriesTopic.Visits));
        Run(studies.SchoolParts(), TerritoryLevel.Establishment, SharesOf(figures.Schools));
        Run(studies.SchoolHits(), TerritoryLevel.Establishment, unit => (unit, SeriesTopic.HitsPerVisit));

        var unexplained = new Explanations(Significant(_events), figures, studies.Places).Unexplained();
        var left = new Gathering(figures, studies.Places).Gather(unexplained, findings);

        // What was left out or gathered is sure, and there may be thousands of it: it must not lend its certainty to what is reported by itself.
        foreach (var one in Significant(left))
        {
            findings.Add(FindingOf(one));
        }
    }

    private static Func<int, (int Unit, int Part)> SharesOf(LevelFigures level) => series => level.PartKeys[series];

    private void Run(SeriesStudy study, TerritoryLevel level, Func<int, (int Unit, int Part)> topicOf)
    {
        request.Cancellation.ThrowIfCancellationRequested();
        foreach (var departure in study.Run())
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var (unit, part) = topicOf(departure.Series);
            var one = new SeriesEvent(new SeriesTopic(level, unit, part), departure);
            if (one.Control is not null && departure.Known >= figures.Grid.FirstOwn)
            {
                _events.Add(one);
            }
        }

        foreach (var kind in Enum.GetValues<DepartureKind>())
        {
            var asked = kind switch { DepartureKind.Silence => SeriesQuestions.Silence, DepartureKind.StepDown or DepartureKind.StepUp => SeriesQuestions.Shift, _ => SeriesQuestions.Week };
            var one = new SeriesEvent(new SeriesTopic(level, 0, study.BasesCount ? SeriesTopic.HitsPerVisit : SeriesTopic.Visits), new Departure(0, kind, 0, 0, 0, 0, 0, 0, 1));
            if (one.Control is { } control && study.Questions.HasFlag(asked))
            {
                _tests[control] = _tests.GetValueOrDefault(control) + (asked == SeriesQuestions.Week ? study.WeeksJudged : study.SeriesJudged);
            }
        }
    }

    /// <summary>What remains when chances are adjusted for all that each control looked at.</summary>
    private List<SeriesEvent> Significant(IReadOnlyList<SeriesEvent> events)
    {
        var kept = new List<SeriesEvent>();
        foreach (var group in events.GroupBy(one => one.Control!))
        {
            SeriesEvent[] some = [.. group];
            var chances = Array.ConvertAll(some, one => one.Departure.Chance);
            FalseDiscovery.Adjust(chances, Math.Max(_tests[group.Key], chances.Length));
            var most = group.Key.Family == SeriesControls.FeedSilent.Family ? DiscoveryOfBreaks : DiscoveryOfWeeks;
            kept.AddRange(some.Zip(chances, (one, chance) => one with { Chance = Math.Max(chance, LeastChance) }).Where(one => one.Chance <= most));
        }

        return kept;
    }

    private Finding FindingOf(SeriesEvent one)
    {
        var departure = one.Departure;
        var unit = one.Topic.Part == SeriesTopic.HitsPerVisit ? departure.Base : 1;
        var code = one.Topic.Level switch
        {
            TerritoryLevel.National => figures.Nation.Units.Codes[one.Topic.Unit],
            TerritoryLevel.Academy => figures.Academies.Units.Codes[one.Topic.Unit],
            TerritoryLevel.Platform => figures.Platforms.Units.Codes[one.Topic.Unit],
            _ => figures.Schools.Units.Codes[one.Topic.Unit],
        };
        return new Finding(
            one.Control!,
            one.Topic.Level,
            code,
            PeriodKind.Week,
            LocalCalendar.DateOf(figures.Grid.Starts[departure.First]),
            one.Topic.Subject,
            departure.Figure / unit,
            departure.Expected / unit,
            one.Chance);
    }
}
