using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Family 1. UAI of domain §6: 0450822X and 0410892Y have a wrong letter (Y should be X), 0010024W, 0220158C, 0040533H and 0301674G a right one.</summary>
public class UaiControlsTest
{
    private static readonly DateOnly Next = Monday.AddDays(7);

    [Fact]
    public void Right_letters_are_no_finding() => Assert.Empty(Ask(Annuaire.Empty, Week("0010024W", 5), Week("0220158C", 7), Week("inconnu", 3)));

    [Fact]
    public void A_wrong_letter_is_found_once_with_all_its_visits() => Assert.Equal(
        [new Finding(UaiControls.LetterWrong, TerritoryLevel.Establishment, "0410892Y", PeriodKind.All, Monday, "visits", 12, null)],
        Ask(Annuaire.Empty, Week("0410892Y", 5), Week("0410892Y", 7, Next), Week("0010024W", 5)));

    [Fact]
    public void The_school_that_was_meant_is_named_when_the_letter_alone_is_wrong() =>
        Assert.Equal("like:0410892X", Assert.Single(Ask(Annuaire.Empty, Week("0410892Y", 5), Week("0410892X", 5))).Subject);

    [Fact]
    public void The_school_that_was_meant_is_named_when_one_digit_is_wrong() =>
        Assert.Equal("like:0301674G", Assert.Single(Ask(Annuaire.Empty, Week("0301774G", 5), Week("0301674G", 5))).Subject);

    [Fact]
    public void Of_two_that_may_be_meant_none_is_named()
    {
        // Seven digits that differ in one place each from 0301774, and demand G as well: 0301674 and, found by trying, another.
        var other = Enumerable.Range(0, 7).SelectMany(place => Enumerable.Range(0, 10).Select(digit => $"{"0301774"[..place]}{digit}{"0301774"[(place + 1)..]}G"))
            .First(uai => Uai.IsValid(uai) && uai != "0301674G");
        Assert.Equal("visits", Assert.Single(Ask(Annuaire.Empty, Week("0301774G", 5), Week("0301674G", 5), Week(other, 5))).Subject);
    }

    [Fact]
    public async Task What_the_annuaire_does_not_know_is_found()
    {
        var annuaire = await AnnuaireFile.OfAsync("0010024W;LYCEE;OUVERT;1970-09-01;;");
        Assert.Equal(
            [new Finding(UaiControls.NotInAnnuaire, TerritoryLevel.Establishment, "0220158C", PeriodKind.All, Monday, "visits", 7, null)],
            Ask(annuaire, Week("0010024W", 5), Week("0220158C", 7)));
    }

    [Fact]
    public async Task What_is_closed_is_found()
    {
        var annuaire = await AnnuaireFile.OfAsync("0010024W;LYCEE;FERME;1970-09-01;;", "0220158C;LYCEE;OUVERT;1970-09-01;;");
        Assert.Equal(
            [new Finding(UaiControls.Closed, TerritoryLevel.Establishment, "0010024W", PeriodKind.All, Monday, "visits", 5, 0)],
            Ask(annuaire, Week("0010024W", 5), Week("0220158C", 7)));
    }

    [Fact]
    public async Task What_is_to_close_is_still_open()
    {
        var annuaire = await AnnuaireFile.OfAsync("0010024W;LYCEE;A FERMER;1970-09-01;;", "0220158C;LYCEE;A OUVRIR;1970-09-01;;");
        Assert.Empty(Ask(annuaire, Week("0010024W", 5), Week("0220158C", 7)));
    }

    [Fact]
    public void The_school_that_was_meant_is_named_when_two_digits_changed_places() =>
        Assert.Equal("like:0301674G", Assert.Single(Ask(Annuaire.Empty, Week("0301764G", 5), Week("0301674G", 5))).Subject);

    [Fact]
    public async Task Weeks_before_the_opening_are_found_the_week_of_the_opening_is_not()
    {
        var annuaire = await AnnuaireFile.OfAsync($"0010024W;LYCEE;OUVERT;{Next:yyyy-MM-dd};;", $"0220158C;LYCEE;OUVERT;{Next.AddDays(-1):yyyy-MM-dd};;");
        Assert.Equal(
            [new Finding(UaiControls.NotYetOpen, TerritoryLevel.Establishment, "0010024W", PeriodKind.Week, Monday, "visits", 5, 0)],
            Ask(annuaire, Week("0010024W", 5), Week("0010024W", 9, Next), Week("0220158C", 7)));
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_not_asked()
    {
        var request = new ControlRequest(new MeasuredTable(Of(Week("0010024W", 5)), DayRange.Of(Monday, Next)));
        Assert.DoesNotContain(UaiControls.NotInAnnuaire, AudienceControls.Run(request).Asked);
        Assert.Contains(UaiControls.NotInAnnuaire, AudienceControls.Run(request with { Annuaire = await AnnuaireFile.OfAsync("0010024W;LYCEE;OUVERT;;;") }).Asked);
    }

    private static IndicatorRow Week(string uai, long visits, DateOnly? start = null) => Row(Dimension.Total, "total", visits, hits: 2 * visits, code: uai, start: start);

    private static IEnumerable<Finding> Ask(Annuaire annuaire, params IndicatorRow[] rows) => AudienceControls
        .Run(new ControlRequest(new MeasuredTable(Of(rows), DayRange.Of(Monday, Monday.AddDays(14)))) { Annuaire = annuaire })
        .Where(finding => finding.Control.Family == 1);
}
