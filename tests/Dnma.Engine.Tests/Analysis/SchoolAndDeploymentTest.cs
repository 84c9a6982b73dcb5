using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Families 13 and 14.</summary>
public class SchoolAndDeploymentTest
{
    private static readonly MeasuredTable Table = new(
        Of(
            Row(Dimension.Total, "total", 9, code: "0010024W"), Row(Dimension.Profile, "eleve", 4, code: "0010024W"), Row(Dimension.Profile, "parent", 5, code: "0010024W"),
            Row(Dimension.Total, "total", 7, code: "0220158C"), Row(Dimension.Profile, "eleve", 7, code: "0220158C")),
        DayRange.Of(Monday, Monday.AddDays(7)));

    [Theory]
    [InlineData("1;0", true)] // An école maternelle.
    [InlineData("1;1", false)] // An école primaire: it has both.
    [InlineData("0;1", false)]
    [InlineData(";", false)]
    public async Task Pupils_of_a_maternelle_are_found(string classes, bool isFound)
    {
        var annuaire = await AnnuaireFile.OfAsync($"0010024W;ECOLE MATERNELLE;OUVERT;;{classes}", "0220158C;LYCEE;OUVERT;;;");
        var expected = new Finding(SchoolControls.MaternellePupils, TerritoryLevel.Establishment, "0010024W", PeriodKind.All, Monday, "profile:eleve", 4, 0);
        Assert.Equal(isFound ? [expected] : [], Ask(13, new ControlRequest(Table) { Annuaire = annuaire }));
    }

    [Fact]
    public void What_is_declared_and_what_is_seen_are_compared()
    {
        Assert.Equal(
            [
                new Finding(DeploymentControls.DeclaredSilent, TerritoryLevel.Establishment, "0301674G", PeriodKind.All, Monday, "visits", 0, null),
                new Finding(DeploymentControls.FedUndeclared, TerritoryLevel.Establishment, "0220158C", PeriodKind.All, Monday, "visits", 7, 0),
            ],
            Ask(14, new ControlRequest(Table) { Declared = [" 0010024w ", "0301674G"] }));
        Assert.Empty(Ask(14, new ControlRequest(Table) { Declared = ["0010024W", "0220158C"] }));
        Assert.Empty(Ask(14, new ControlRequest(Table)));
    }

    [Fact]
    public void A_declaration_must_be_of_UAI() =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => AudienceControls.Run(new ControlRequest(Table) { Declared = ["Lycée"] })).Id);

    private static IEnumerable<Finding> Ask(int family, ControlRequest request) => AudienceControls.Run(request).Where(finding => finding.Control.Family == family);
}
