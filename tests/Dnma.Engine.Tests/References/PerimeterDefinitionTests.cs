using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Tests.Agreement;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References;

/// <summary>How perimeters are named, and what is said of a slip of the pen.</summary>
public class PerimeterDefinitionTests
{
    [Fact]
    public void Everything_names_nothing()
    {
        Assert.True(PerimeterDefinition.Everything.IsEverything);
        Assert.Empty(PerimeterDefinition.Everything.Kinds);
        Assert.Empty(PerimeterDefinition.Everything.Conditions());
        Assert.Empty(PerimeterDefinition.Everything[PerimeterKind.Academy]);
    }

    [Fact]
    public void Values_of_one_kind_are_gathered_in_order_and_each_once()
    {
        var perimeter = PerimeterDefinition.Everything.Only("school-level=2D").Only("academy=25, 18").Only(PerimeterKind.Academy, "1", "25");
        Assert.Equal([PerimeterKind.Academy, PerimeterKind.SchoolLevel], perimeter.Kinds);
        Assert.Equal(["01", "18", "25"], perimeter[PerimeterKind.Academy]);
        Assert.Equal([new("academy", "01,18,25"), new("school-level", "2d")], perimeter.Conditions());
        Assert.Equal(("academy=01,18,25 school-level=2d", ""), (perimeter.ToString(), PerimeterDefinition.Everything.ToString()));
        Assert.True(PerimeterDefinition.Everything.IsEverything);
    }

    [Theory]
    [InlineData("department=1", "01")]
    [InlineData("department=2a", "2A")]
    [InlineData("commune=1004", "01004")]
    [InlineData("uai= 0220158c ", "0220158C")]
    [InlineData("sector=pu", "PU")]
    [InlineData("project=INCONNU", "inconnu")]
    [InlineData("project=a\\,b,c\\\\d", "a\\,b,c\\\\d")]
    [InlineData("platform=x=y", "x=y")]
    [InlineData("project=a\\", "a\\\\")] // nothing stands behind the backslash
    public void Values_come_to_what_references_and_hits_have(string condition, string text) => Assert.Equal(text, Assert.Single(PerimeterDefinition.Everything.Only(condition).Conditions()).Value);

    [Property]
    public void What_a_certificate_says_is_read_again(string[] values)
    {
        string[] usable = [.. values.Where(value => !string.IsNullOrWhiteSpace(value))];
        if (usable.Length > 0)
        {
            var perimeter = PerimeterDefinition.Everything.Only(PerimeterKind.Ministry, usable);
            var (kind, text) = Assert.Single(perimeter.Conditions());
            Assert.Equal(perimeter[PerimeterKind.Ministry], PerimeterDefinition.Everything.Only($"{kind}={text}")[PerimeterKind.Ministry]);
        }
    }

    [Theory]
    [InlineData("academy", "is no condition")]
    [InlineData("academie=18", "\"academie\" is nothing that establishments are chosen by")]
    [InlineData("=18", "\"\" is nothing that establishments are chosen by")]
    [InlineData("academy=", "no academy is named")]
    [InlineData("academy= , ", "no academy is named")]
    [InlineData("uai=0220158", "has not the form of a UAI")]
    public void What_is_no_condition_is_refused(string condition, string problem)
    {
        var error = Assert.Throws<EngineException>(() => PerimeterDefinition.Everything.Only(condition));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_is_not_every_value() => Assert.Throws<EngineException>(() => PerimeterDefinition.Everything.Only(PerimeterKind.Establishment, []));

    [Theory]
    [InlineData("academy=Orléans-Tours", "write 18 (Orléans-Tours)")]
    [InlineData("region=bretagne", "write 53 (Bretagne)")]
    [InlineData("region=54", "use 01, 02, 03, 04, 06, 11, 24, 27, 28, 32, 44, 52, 53, 75, 76, 84, 93, 94")]
    [InlineData("commune=Lannion", "write 22113 (Lannion)")]
    [InlineData("commune=22114", "write 22113 (Lannion)")]
    [InlineData("commune=222113", "write 22113 (Lannion)")]
    [InlineData("department=976B", "write 976 (Mayotte)")]
    [InlineData("commune=75056", "use 22113, 97209, 98818")]
    [InlineData("department=nowhere", "use 01, 02, 03")]
    [InlineData("school-level=3d", "use 1d, 2d")]
    [InlineData("sector=public", "write PU (public)")]
    [InlineData("nature=College", "write 340 (COLLEGE)")]
    [InlineData("ministry=MENE", "write MEN")]
    public void A_code_that_there_is_not_is_refused_with_what_was_meant(string condition, string remedy)
    {
        var perimeter = PerimeterDefinition.Everything.Only(condition);
        var error = Assert.Throws<EngineException>(() => perimeter.Validate(HostileReferences.Annuaire));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Three codes are enough to be reminded; a code that is its own name is written once.</summary>
    [Theory]
    [InlineData("department=97X", "write 971 (Guadeloupe) or 972 (Martinique) or 973 (Guyane)", "974")]
    [InlineData("ministry=MENE", "write MEN", "(MEN)")]
    public void A_remedy_says_no_more_than_is_needed(string condition, string remedy, string surplus)
    {
        var message = Assert.Throws<EngineException>(() => PerimeterDefinition.Everything.Only(condition).Validate(HostileReferences.Annuaire)).Message;
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain(surplus, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_name_is_not_meant_by_a_value_of_none()
    {
        using var folder = new TemporaryFolder();
        var annuaire = await Annuaire.ReadAsync(folder.Write("annuaire.csv", "identifiant_de_l_etablissement;code_commune\n0220158C;22113\n"), TestContext.Current.CancellationToken);
        var message = Assert.Throws<EngineException>(() => PerimeterDefinition.Everything.Only("commune=--").Validate(annuaire)).Message;
        Assert.Contains("use 22113", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_is_in_it_by_its_value_by_none_and_where_nobody_can_know()
    {
        Assert.True(PerimeterDefinition.Everything.Only("project=a").Contains(_ => "a"));
        Assert.False(PerimeterDefinition.Everything.Only("project=a").Contains(_ => "b"));
        Assert.False(PerimeterDefinition.Everything.Only("project=a").Contains(_ => ""));
        Assert.True(PerimeterDefinition.Everything.Only("project=a").Contains(_ => null));
        Assert.True(PerimeterDefinition.Everything.Only("project=inconnu").Contains(_ => ""));
        Assert.False(PerimeterDefinition.Everything.Only("project=inconnu").Contains(_ => "a"));
    }

    [Fact]
    public async Task A_register_keeps_the_rows_that_are_in_it_and_those_of_which_nobody_can_know()
    {
        using var folder = new TemporaryFolder();
        var register = await DeploymentRegister.ReadAsync(
            folder.Write("register.csv", "uai;project;platform\n0220158C;A;\n0220158C;;P\n0010024W;B;Q\n0010024W;;\n"), TestContext.Current.CancellationToken);
        Assert.Equal(4, register.Count);
        Assert.Equal("0010024W// 0010024W/B/Q 0220158C//P 0220158C/A/", Kept(PerimeterDefinition.Everything));
        Assert.Equal("0010024W// 0220158C//P 0220158C/A/", Kept(PerimeterDefinition.Everything.Only("project=A")));
        Assert.Equal("0010024W// 0220158C//P 0220158C/A/", Kept(PerimeterDefinition.Everything.Only("platform=P")));
        Assert.Equal("0010024W// 0010024W/B/Q", Kept(PerimeterDefinition.Everything.Only("academy=31")));
        Assert.Equal("0010024W// 0010024W/B/Q 0220158C//P 0220158C/A/", Kept(PerimeterDefinition.Everything.Only("operator=nobody's")));

        string Kept(PerimeterDefinition perimeter) => string.Join(' ', perimeter.Of(register, HostileReferences.Annuaire).Establishments
            .Select(row => $"{row.Uai}/{row.Project}/{row.Platform}").Order(StringComparer.Ordinal));
    }

    /// <summary>Every other project is inside; places are asked in order, from beyond what there is room for, and again.</summary>
    [Fact]
    public void Places_are_looked_up_however_many_there_are()
    {
        var dictionaries = new HitDictionaries();
        int[] places = [.. Enumerable.Range(0, 700).Select(i => dictionaries.Places.CodeOf(new Place(0, dictionaries.Projects.CodeOf(Encoding.UTF8.GetBytes(i % 2 == 0 ? $"in{i}" : $"out{i}")), 0)))];
        Assert.Equal(700, places.Distinct().Count());
        Assert.True(places[^1] > 512 && places.Contains(256));
        var lookup = PerimeterLookup.Of(PerimeterDefinition.Everything.Only(PerimeterKind.Project, Enumerable.Range(0, 700).Select(i => $"in{i}")), dictionaries, Annuaire.Empty)!;
        var far = PerimeterLookup.Of(PerimeterDefinition.Everything.Only(PerimeterKind.Project, Enumerable.Range(0, 700).Select(i => $"in{i}")), dictionaries, Annuaire.Empty)!;
        Assert.Equal((false, true), (far.Contains(places[699]), far.Contains(places[698])));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.All(places, (place, index) => Assert.Equal(index % 2 == 0, lookup.Contains(place)));
        }
    }

    [Theory]
    [InlineData("commune=22113")]
    [InlineData("circonscription=0220999A")]
    [InlineData("school-level=1d")]
    [InlineData("nature=340")]
    [InlineData("sector=PU")]
    [InlineData("ministry=MEN")]
    [InlineData("commune=inconnu")]
    public void What_only_an_annuaire_tells_needs_one(string condition)
    {
        var perimeter = PerimeterDefinition.Everything.Only(condition);
        perimeter.Validate(HostileReferences.Annuaire);
        Assert.Contains("give the annuaire", Assert.Throws<EngineException>(() => perimeter.Validate(Annuaire.Empty)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_built_in_territories_tell_needs_none() =>
        PerimeterDefinition.Everything.Only("region=24").Only("academy=18").Only("department=2B").Only("uai=9999999Z").Only("project=whatever").Validate(Annuaire.Empty);

    [Fact]
    public async Task A_list_of_uai_is_read_from_a_file()
    {
        using var folder = new TemporaryFolder();
        var list = await UaiList.ReadAsync(folder.Write("list.csv", "nom;uai\nA;0220158c\nB;\nC;0010024W\nD;0220158C\n"), TestContext.Current.CancellationToken);
        Assert.Equal(["0010024W", "0220158C"], list.Uais);
        Assert.Equal(3, Assert.Single(list.Skipped).Line);
    }
}
