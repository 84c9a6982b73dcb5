using System.Globalization;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;

namespace Dnma.Engine.Tests.References;

public sealed class EstablishmentMergersTests : IDisposable
{
    private const string Header = "old;new;date\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2020-08-31", null)]
    [InlineData("2020-09-01", "0220158C")]
    [InlineData("2022-08-31", "0220158C")]
    [InlineData("2022-09-01", "0040533H")]
    public async Task An_establishment_is_part_of_its_successor_from_the_day_on(string date, string? expected)
    {
        var mergers = await Read(Header + "0010024w;0220158C;2020-09-01\n0220158C;0040533H;01/09/2022\n");
        Assert.Equal(expected, mergers.SuccessorOf("0010024W", Date(date)));
        Assert.Null(mergers.SuccessorOf("0040533H", Date(date)));
        Assert.Equal(2, mergers.Mergers.Count);
    }

    [Fact]
    public async Task What_became_part_of_another_is_not_open_any_more()
    {
        var mergers = await Read(Header + "0010024W;0220158C;2020-09-01\n");
        var annuaire = await Annuaire.ReadAsync(_folder.Write("a.csv", "identifiant_de_l_etablissement;etat\n0010024W;OUVERT\n0220158C;OUVERT\n"));
        Assert.Equal(["0010024W", "0220158C"], annuaire.OpenOn(Date("2020-08-31"), mergers).Select(school => school.Uai));
        Assert.Equal(["0220158C"], annuaire.OpenOn(Date("2020-09-01"), mergers).Select(school => school.Uai));
        Assert.Equal(2, annuaire.OpenOn(Date("2020-09-01")).Count);
    }

    [Fact]
    public async Task Rows_that_say_nothing_are_counted()
    {
        var mergers = await Read(Header + "x;0220158C;2020-09-01\n0010024W;;2020-09-01\n0010024W;0010024w;2020-09-01\n0010024W;0220158C;soon\n"
            + "0010024W;0220158C;2020-09-01\n0010024W;0220158C;01/09/2020\n");
        Assert.Equal([2L, 3L, 4L, 5L, 7L], mergers.Skipped.Select(row => row.Line));
        Assert.Equal([new EstablishmentMerger("0010024W", "0220158C", Date("2020-09-01"))], mergers.Mergers);
    }

    [Theory]
    [InlineData("0010024W;0220158C;2020-09-01\n0010024W;0040533H;2020-09-01\n", "line 3")]
    [InlineData("0010024W;0220158C;2020-09-01\n0220158C;0010024W;2021-09-01\n", "come back")]
    [InlineData("0301674G;0010024W;2019-09-01\n0010024W;0220158C;2020-09-01\n0220158C;0040533H;2021-09-01\n0040533H;0010024W;2021-09-01\n", "come back")]
    public async Task Contradictions_are_errors(string rows, string what)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Read(Header + rows));
        Assert.Equal(ErrorId.InvalidReference, error.Id);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_chain_is_followed_to_its_end()
    {
        var uais = Enumerable.Range(0, 2000).Select(number => number.ToString("0000000", CultureInfo.InvariantCulture) + "A").ToArray();
        var mergers = await Read(Header + string.Concat(uais.Zip(uais.Skip(1), (old, next) => $"{old};{next};2020-09-01\n")));
        Assert.Equal(uais[^1], mergers.SuccessorOf(uais[0], Date("2020-09-01")));
        Assert.Null(EstablishmentMergers.None.SuccessorOf(uais[0], Date("2020-09-01")));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<EstablishmentMergers> Read(string content) => EstablishmentMergers.ReadAsync(_folder.Write("mergers.csv", content));
}
