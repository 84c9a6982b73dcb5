using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Bench.Incidents;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>The incidents of domain §2, on made-up schools of the same shape: each is caught where and when it happened, in few findings.</summary>
public class KnownIncidentsTest
{
    private static readonly IncidentOptions TwoYears = new() { Seed = 7, Schools = 900, FirstMonday = new DateOnly(2024, 9, 2), Weeks = 68 };

    // Visits of 2024-25 and 2025-26: Strasbourg 81.3 M → 2.3 M, Dijon 26.5 M → 66 k, Clermont-Ferrand 21.9 M → 222 k, Besançon 20.5 M → 336 k.
    private static readonly Dictionary<string, double> Left = new() { ["15"] = 2.3 / 81.3, ["07"] = 0.066 / 26.5, ["06"] = 0.222 / 21.9, ["03"] = 0.336 / 20.5 };

    [Fact]
    public void Four_academies_that_all_but_leave_in_september_are_four_alarms()
    {
        var world = WeeklyWorld.Generate(TwoYears);
        for (var school = 0; school < world.Schools.Length; school++)
        {
            if (Left.TryGetValue(world.Schools[school].Academy.Code, out var kept))
            {
                for (var week = 52; week < TwoYears.Weeks; week++)
                {
                    Keep(world, world.Cell(school, week), kept);
                }
            }
        }

        var findings = Ask(world);
        var alarms = findings.Where(finding => finding is { Level: TerritoryLevel.Academy, Control.Severity: ControlSeverity.Alarm }).ToArray();
        Assert.Equal(["03", "06", "07", "15"], alarms.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.All(alarms, finding =>
        {
            Assert.Equal("visits", finding.Subject);
            Assert.InRange(finding.PeriodStart!.Value, new DateOnly(2025, 8, 25), new DateOnly(2025, 9, 15));
            Assert.True(finding.Figure < 0.04 * finding.Expected);
        });

        // Hundreds of schools fell silent: the reader is told of académies.
        var schools = world.Schools.ToDictionary(school => school.Uai, school => school.Academy.Code);
        Assert.True(findings.Count(finding => schools.TryGetValue(finding.Code, out var academy) && Left.ContainsKey(academy) && finding.PeriodStart >= new DateOnly(2025, 8, 25)) <= 3);
    }

    [Fact]
    public void The_column_notes_that_dies_is_one_alarm()
    {
        var world = WeeklyWorld.Generate(TwoYears with { Weeks = 36 });
        var notes = Array.FindIndex(WeeklyWorld.Services, service => service.Code == "notes");
        for (var school = 0; school < world.Schools.Length; school++)
        {
            for (var week = 22; week < 36; week++)
            {
                world.Used[(world.Cell(school, week) * WeeklyWorld.Services.Length) + notes] = 0;
            }
        }

        var findings = Ask(world).Where(finding => finding.Subject == "service:notes").ToArray();
        var finding = Assert.Single(findings);
        Assert.Equal(
            (SeriesControls.FeedSilent, TerritoryLevel.National, TwoYears.FirstMonday.AddDays(7 * 22), 0),
            (finding.Control, finding.Level, finding.PeriodStart!.Value, finding.Figure));
    }

    [Fact]
    public void A_column_that_dies_but_for_1_644_visits_is_one_alarm()
    {
        // As published: notes of 2025-26 are 1 644 visits, of millions.
        var world = WeeklyWorld.Generate(TwoYears with { Weeks = 36 });
        var notes = Array.FindIndex(WeeklyWorld.Services, service => service.Code == "notes");
        for (var school = 0; school < world.Schools.Length; school++)
        {
            for (var week = 22; week < 36; week++)
            {
                world.Used[(world.Cell(school, week) * WeeklyWorld.Services.Length) + notes] = school == 11 ? 3 : 0;
            }
        }

        var finding = Assert.Single(Ask(world), finding => finding is { Level: TerritoryLevel.National, Subject: "service:notes" });
        Assert.Equal((SeriesControls.LevelFall, TwoYears.FirstMonday.AddDays(7 * 22)), (finding.Control, finding.PeriodStart!.Value));
    }

    private static FindingTable Ask(WeeklyWorld world)
    {
        var start = LocalCalendar.DayOf(world.Options.FirstMonday);
        return AudienceControls.Run(new ControlRequest(new MeasuredTable(WorldTable.Of(world), new DayRange(start, start + (7 * world.Options.Weeks)))));
    }

    private static void Keep(WeeklyWorld world, int cell, double share)
    {
        foreach (var figures in new[] { world.Visits, world.Hits, world.Pupils, world.Others })
        {
            figures[cell] = (int)(figures[cell] * share);
        }

        for (var service = 0; service < WeeklyWorld.Services.Length; service++)
        {
            ref var used = ref world.Used[(cell * WeeklyWorld.Services.Length) + service];
            used = (int)(used * share);
        }
    }
}
