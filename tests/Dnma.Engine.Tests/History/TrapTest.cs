using Dnma.Engine.Analysis;
using Dnma.Engine.Analysis.Published;
using Dnma.Engine.History;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Analysis;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>Every trap of domain §2, laid in a history in which nothing else is wrong: its control finds it, and found nothing before.</summary>
public class TrapTest
{
    private static readonly HistoryChecks Checks = new() { KnownOn = new DateOnly(2025, 8, 4) };

    public static TheoryData<string, string, string> Traps() => new()
    {
        { "parts", "profiles-unpublished", "profile:unpublished 5 0" },
        { "dead column", "column-died", "service:notes" },
        { "académie", "academy-collapsed", "visits:profils" },
        { "perimeter", "perimeter-differs", "establishments:profils 12 9" },
        { "unfinished", "year-unfinished", "weeks:profils" },
        { "calendar year", "calendar-year", "weeks:profils 52" },
        { "twice", "row-repeated", "rows:profils 1 0" },
        { "contradicted", "row-contradicted", "rows:profils 1 0" },
        { "order", "rows-unordered", "rows:profils 1 0" },
        { "wrong letter", "uai-letter-wrong", "like:" },
        { "no UAI", "uai-malformed", "visits" },
        { "not a Monday", "week-not-monday", "rows:profils 1 0" },
        { "future", "week-in-future", "rows:profils 1 0" },
        { "more users than visits", "visits-below-users", "visits" },
        { "added users", "users-outside-parts", "users:profile" },
        { "totals as means", "mean-over-day", "cells:visits 1 0" },
        { "withheld", "cells-absent", "cells:profile:eleve 1" },
        { "unknown column", "column-unknown", "column:profils:remarque 1 0" },
        { "subset of modalities", "column-missing", "column:profils:visites_admin_vie_scol_tech 1 0" },
        { "unreadable", "row-unreadable", "rows:profils 1 0" },
        { "truncated", "file-truncated", "files:profils 1 0" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task A_trap_is_found(string trap, string control, string evidence)
    {
        var found = (await TrapHistory.ReadAsync(trap)).Check(Checks).Where(finding => finding.Control.Id == control).Select(finding => $"{finding.Subject} {finding.Figure} {finding.Expected}");
        Assert.Contains(found, text => text.StartsWith(evidence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_trap_none_of_these_finds_anything()
    {
        var history = await TrapHistory.ReadAsync("");
        var asked = Traps().Select(row => row.Data.Item2).ToHashSet();
        var found = history.Check(Checks);
        Assert.DoesNotContain(found, finding => asked.Contains(finding.Control.Id));
        Assert.Superset(asked, found.Asked.Select(control => control.Id).ToHashSet());
        Assert.DoesNotContain("hits-per-visit", found.Asked.Select(control => control.Id));
        Assert.DoesNotContain("single-hit-lasts", found.Asked.Select(control => control.Id));
    }

    [Fact]
    public void Every_control_of_files_and_years_has_its_trap() =>
        Assert.Empty(PublishedControls.All.Select(control => control.Id).Except(Traps().Select(row => row.Data.Item2)));

    [Fact]
    public void They_are_in_the_catalogue() => Assert.All(PublishedControls.All, control => Assert.Same(control, ControlCatalogue.Find(control.Id)));

    /// <summary>Domain §2: 771 736 489 visits in 2024-25, 649 492 449 in 2025-26; of four académies next to nothing is left, the rest grew.</summary>
    [Fact]
    public async Task The_four_academies_that_left_in_2025_are_found()
    {
        (string Department, long Before, long After)[] places = [("067", 81_300_000, 2_300_000), ("021", 26_500_000, 66_000), ("063", 21_900_000, 222_000), ("025", 20_500_000, 336_000)];
        var text = new PublishedText(OpenDataSet.Profiles);
        for (var week = 0; week < 104; week++)
        {
            foreach (var (department, before, after) in places.Append(("075", 771_736_489 - places.Sum(place => place.Before), 649_492_449 - places.Sum(place => place.After))).OrderBy(place => place.Item1, StringComparer.Ordinal))
            {
                var year = week < 52 ? before : after;
                text.Row(new DateOnly(2024, 8, 5).AddDays(7 * week), WeeklyTable.Uai(1, department), Part("globales", (year / 52) + (week % 52 == 0 ? year % 52 : 0)));
            }
        }

        var history = await HistoryFolder.ReadAsync(text);
        Assert.Equal([771_736_489L, 649_492_449L], history.Tables[0].Years(0).Select(year => year.Visits));
        Assert.Equal(
            ["03 336000 20500000", "06 222000 21900000", "07 66000 26500000", "15 2300000 81300000"],
            history.Check().Where(finding => finding.Control == YearControls.AcademyCollapsed && finding.PeriodStart == new DateOnly(2025, 8, 1)).Select(finding => $"{finding.Code} {finding.Figure} {finding.Expected}"));
    }
}
