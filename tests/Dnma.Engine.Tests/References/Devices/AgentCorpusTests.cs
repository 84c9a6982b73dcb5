using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.References.Devices;

public class AgentCorpusTests
{
    public static TheoryData<string, string> Agents
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in AgentCorpus.Rows)
            {
                data.Add(row.Expected, row.Agent);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void An_agent_is_what_it_is(string expected, string agent) => Assert.Equal(expected, AgentCorpus.Classify(agent));

    [Theory]
    [MemberData(nameof(Agents))]
    public void Case_says_nothing(string expected, string agent)
    {
        Assert.Equal(expected, AgentCorpus.Classify(agent.ToUpperInvariant()));
        Assert.Equal(expected, AgentCorpus.Classify(agent.ToLowerInvariant()));
    }

    [Fact]
    public void The_corpus_holds_every_class_system_browser_object_and_flag()
    {
        Assert.True(AgentCorpus.Rows.Count >= 250);
        var words = AgentCorpus.Rows.SelectMany(row => row.Expected.Split(' ')).ToHashSet();
        Assert.Superset(Enum.GetValues<DeviceClass>().Select(value => value.Code()).ToHashSet(), words);
        Assert.Superset(Enum.GetValues<ConnectedObject>().Select(value => value.Code()).ToHashSet(), words);
        Assert.Superset(Enum.GetValues<OperatingSystemFamily>().Select(value => value.Code()).ToHashSet(), words);
        Assert.Superset(Enum.GetValues<BrowserFamily>().Select(value => value.Code()).ToHashSet(), words);
        Assert.Superset(new HashSet<string> { "robot", "monitor", "-" }, words);
    }

    [Fact]
    public void An_empty_agent_is_unknown_and_no_robot() => Assert.Equal("inconnu aucun inconnu inconnu -", AgentCorpus.Classify(""));
}
