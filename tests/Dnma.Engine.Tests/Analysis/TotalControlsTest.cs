using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Family 12, with the figures of domain §2: what others publish need not add up.</summary>
public class TotalControlsTest
{
    private const long DayMs = 86_400_000;
    private static readonly DateOnly Start = new(2025, 8, 1);

    [Fact]
    public void The_928_971_visits_that_no_published_profile_explains_are_found()
    {
        // Domain §2, 2025-26: 649 492 449 visits; élèves, parents, enseignants and personnel make 648 563 478.
        var findings = Ask(
            null,
            Week(Dimension.Total, "total", 649_492_449),
            Week(Dimension.Profile, "eleve", 261_014_932),
            Week(Dimension.Profile, "parent", 243_368_682),
            Week(Dimension.Profile, "enseignant", 124_802_399),
            Week(Dimension.Profile, "admin_vie_scol_tech", 19_377_465));
        Assert.Equal(
            [
                new Finding(TotalControls.PartsNotTotal, TerritoryLevel.National, "FR", PeriodKind.All, Start, "visits:profile", 648_563_478, 649_492_449),
                new Finding(TotalControls.PartsNotTotal, TerritoryLevel.Academy, "10", PeriodKind.All, Start, "visits:profile", 648_563_478, 649_492_449),
                new Finding(TotalControls.ProfilesUnpublished, TerritoryLevel.National, "FR", PeriodKind.All, Start, "profile:unpublished", 928_971, 0),
                new Finding(TotalControls.ProfilesUnpublished, TerritoryLevel.Academy, "10", PeriodKind.All, Start, "profile:unpublished", 928_971, 0),
            ],
            findings);
    }

    [Fact]
    public void The_gap_is_found_where_it_is()
    {
        // Two schools of Lyon (0010024W) and Rennes (0220158C): the gap is Rennes' alone.
        var findings = Ask(
            null,
            Week(Dimension.Total, "total", 100), Week(Dimension.Profile, "eleve", 100),
            Week(Dimension.Total, "total", 50, code: "0220158C"), Week(Dimension.Profile, "eleve", 43, code: "0220158C"));
        Assert.Equal(["FR 143 150", "14 43 50"], findings.Where(finding => finding.Control == TotalControls.PartsNotTotal).Select(finding => $"{finding.Code} {finding.Figure} {finding.Expected}"));
        Assert.Equal(["FR 7", "14 7"], findings.Where(finding => finding.Control == TotalControls.ProfilesUnpublished).Select(finding => $"{finding.Code} {finding.Figure}"));
    }

    [Fact]
    public void A_gap_that_other_profiles_explain_is_a_notice_alone()
    {
        var finding = Assert.Single(Ask(null, Week(Dimension.Total, "total", 100), Week(Dimension.Profile, "eleve", 90), Week(Dimension.Profile, "autre", 7), Week(Dimension.Profile, "inconnu", 3)));
        Assert.Equal((TotalControls.ProfilesUnpublished, "FR", 10), (finding.Control, finding.Code, finding.Figure));
    }

    [Fact]
    public void Parts_that_make_the_total_are_no_finding() =>
        Assert.Empty(Ask(Norm.Dnma, Week(Dimension.Total, "total", 100), Week(Dimension.Profile, "eleve", 60), Week(Dimension.Profile, "parent", 40), Week(Dimension.Device, "ordinateur", 100)));

    [Fact]
    public void Services_need_not_make_the_total() =>
        Assert.Empty(Ask(Norm.Dnma, Week(Dimension.Total, "total", 100), Week(Dimension.Service, "notes", 60), Week(Dimension.Service, "absences", 70)));

    [Fact]
    public void Rows_of_the_nation_go_before_sums()
    {
        var findings = Ask(
            null,
            Week(Dimension.Total, "total", 100), Week(Dimension.Profile, "eleve", 90),
            Whole(Dimension.Total, "total", 1_000), Whole(Dimension.Profile, "eleve", 960), Whole(Dimension.Profile, "autre", 40));
        Assert.Equal(40, Assert.Single(findings, finding => finding is { Code: "FR" } && finding.Control == TotalControls.ProfilesUnpublished).Figure);
        Assert.DoesNotContain(findings, finding => finding is { Code: "FR" } && finding.Control == TotalControls.PartsNotTotal);
    }

    [Fact]
    public void More_users_than_visits_are_found()
    {
        Assert.Equal(
            [new Finding(TotalControls.VisitsBelowUsers, TerritoryLevel.Establishment, "0010024W", PeriodKind.Week, Monday, "visits", 10, 11)],
            Ask(null, Week(Dimension.Total, "total", 10, users: 11)));
        Assert.Empty(Ask(null, Week(Dimension.Total, "total", 10, users: 10)));
    }

    [Fact]
    public void Users_beyond_what_parts_allow_are_found()
    {
        IndicatorRow[] Rows(long users, long pupils, long parents) =>
            [Week(Dimension.Total, "total", 100, users: users), Week(Dimension.Profile, "eleve", 60, users: pupils), Week(Dimension.Profile, "parent", 40, users: parents)];
        Assert.Empty(Ask(null, Rows(30, 20, 10)));
        Assert.Empty(Ask(null, Rows(20, 20, 10)));
        Assert.Equal((31, 30), FigureOf(Rows(31, 20, 10)));
        Assert.Equal((19, 20), FigureOf(Rows(19, 20, 10)));

        (double, double) FigureOf(IndicatorRow[] rows)
        {
            var finding = Assert.Single(Ask(null, rows));
            Assert.Equal((TotalControls.UsersOutsideParts, "users:profile"), (finding.Control, finding.Subject));
            return (finding.Figure, finding.Expected!.Value);
        }
    }

    [Fact]
    public void A_visit_lasts_a_day_at_most_and_25_hours_when_clocks_go_back()
    {
        Assert.Empty(Ask(Norm.Dnma, Day(new(2025, 10, 25), 2 * DayMs)));
        Assert.Equal(2 * DayMs, Assert.Single(Ask(Norm.Dnma, Day(new(2025, 10, 25), (2 * DayMs) + 1))).Expected);
        Assert.Empty(Ask(Norm.Dnma, Day(new(2025, 10, 26), 2 * (DayMs + 3_600_000))));
        Assert.Equal(TotalControls.DurationOverDay, Assert.Single(Ask(Norm.Dnma, Day(new(2025, 10, 26), (2 * (DayMs + 3_600_000)) + 1))).Control);
        Assert.Empty(Ask(Norm.Matomo, Day(new(2025, 10, 25), (2 * DayMs) + 2_000))); // Matomo adds a second to each.
        Assert.Empty(Ask(Norm.Acpm, Day(new(2025, 10, 25), 9 * DayMs))); // Visits may pass midnight.
        Assert.Empty(Ask(null, Day(new(2025, 10, 25), 9 * DayMs)));
    }

    [Fact]
    public void Visits_of_one_hit_last_no_time()
    {
        Assert.Equal(TotalControls.SingleHitLasts, Assert.Single(Ask(null, Week(Dimension.Total, "total", 10, hits: 10, duration: 1))).Control);
        Assert.Equal(TotalControls.SingleHitLasts, Assert.Single(Ask(Norm.Dnma, Week(Dimension.Total, "total", 10, hits: 20, duration: 1))).Control); // None is timed.
        Assert.Empty(Ask(Norm.Dnma, Week(Dimension.Total, "total", 10, hits: 20, duration: 1, timed: 1)));
        Assert.Empty(Ask(Norm.Matomo, Week(Dimension.Total, "total", 10, hits: 20, duration: 1)));
        Assert.Empty(Ask(Norm.Dnma, Week(Dimension.Total, "total", 10, hits: 10)));
    }

    private static IndicatorRow Week(Dimension dimension, string modality, long visits, long users = 1, long hits = 0, long duration = 0, long timed = 0, string code = "0010024W") =>
        Row(dimension, modality, visits, users, hits: hits, durationMs: duration, timedVisits: timed, code: code);

    private static IndicatorRow Whole(Dimension dimension, string modality, long visits) =>
        Row(dimension, modality, visits, period: PeriodKind.All, start: Start, level: TerritoryLevel.National, code: "FR");

    private static IndicatorRow Day(DateOnly date, long durationMs) =>
        Row(Dimension.Total, "total", 2, hits: 9, durationMs: durationMs, timedVisits: 2, period: PeriodKind.Day, start: date, level: TerritoryLevel.National, code: "FR");

    private static Finding[] Ask(Norm? norm, params IndicatorRow[] rows) =>
    [
        .. AudienceControls.Run(new ControlRequest(new MeasuredTable(Of(rows), DayRange.Of(Start, new(2026, 8, 1)))) { Norm = norm })
            .Where(finding => finding.Control.Family == 12),
    ];
}
