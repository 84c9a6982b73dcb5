using Dnma.Engine.Contracts;
using Dnma.Engine.Study2022.Results;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Study;

/// <summary>The ENT among public sites: a list that anybody may bring.</summary>
public sealed class PublicSitesTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(101, 1)]
    [InlineData(100, 1)]
    [InlineData(99, 2)]
    [InlineData(10, 3)]
    [InlineData(0, 4)]
    public void The_rank_is_one_more_than_the_sites_above(long visits, int rank)
    {
        var path = Write("site;visits\nb.example;20\n\"a;b\";100\nc.example;5\n");
        var ranking = PublicSites.Rank(path, visits);
        Assert.Equal(rank, ranking.Single(site => site.IsEnt).Rank);
        Assert.Equal(["a;b", "b.example", "c.example"], ranking.Where(site => !site.IsEnt).Select(site => site.Site));
    }

    [Fact]
    public void A_list_of_a_header_has_the_ent_alone() => Assert.Equal(1, Assert.Single(PublicSites.Rank(Write("site;visits\n"), 5)).Rank);

    [Theory]
    [InlineData("")]
    [InlineData("site,visits\na,1\n")]
    [InlineData("visits;site\n1;a\n")]
    [InlineData("site;visits\na;-1\n")]
    [InlineData("site;visits\na;1 000\n")]
    [InlineData("site;visits\na;99999999999999999999\n")]
    [InlineData("site;visits\na\n")]
    [InlineData("site;visits\n\"a;1\n")]
    public void What_is_no_list_is_refused_by_name(string text)
    {
        var path = Write(text);
        var error = Assert.Throws<EngineException>(() => PublicSites.Rank(path, 5));
        Assert.Equal((ErrorId.InvalidReference, path), (error.Id, error.Subject));
    }

    [Fact]
    public void A_list_that_is_not_there_is_unreadable() =>
        Assert.Equal(ErrorId.UnreadableInput, Assert.Throws<EngineException>(() => PublicSites.Rank(Path.Combine(_folder.Path, "none.csv"), 5)).Id);

    private string Write(string text) => _folder.Write("sites.csv", System.Text.Encoding.UTF8.GetBytes(text));
}
