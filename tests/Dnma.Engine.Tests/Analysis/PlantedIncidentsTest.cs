using Dnma.Engine.Bench.Incidents;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>What docs/controls.md promises, on a smaller world than its figures are of.</summary>
public class PlantedIncidentsTest
{
    private static readonly IncidentOptions Small = new() { Seed = 1, Schools = 2_000, Weeks = 32, OfEachKind = 25, SmallOfEachKind = 5 };

    [Fact]
    public void Incidents_of_30_percent_are_caught_and_few_alarms_are_false()
    {
        var score = IncidentScore.Run(Small);
        Assert.True(score.Incidents.Count > 150, $"{score.Incidents.Count} incidents are few");
        Assert.True(score.Recall >= 0.95 && score.Precision >= 0.95, score.ToMarkdown());
    }

    [Fact]
    public void A_year_without_incidents_has_few_alarms()
    {
        var score = IncidentScore.Run(Small with { Seed = 4, OfEachKind = 0, SmallOfEachKind = 0 });
        Assert.Empty(score.Incidents);

        // Of 64 000 weeks of schools one in fifty is out of the ordinary; some of these are too far out for any usual week.
        Assert.True(score.Findings.Count <= 6, score.ToMarkdown());
        Assert.All(score.Findings, finding => Assert.NotEqual(Engine.Analysis.Controls.ControlSeverity.Alarm, finding.Control.Severity));
    }

    [Fact]
    public void Thirty_thousand_schools_have_thirty_thousand_UAI()
    {
        var world = WeeklyWorld.Generate(new IncidentOptions { Seed = 5, Schools = 30_000, Weeks = 1 });
        Assert.Equal(30_000, world.Schools.Select(school => school.Uai).Distinct().Count());
    }
}
