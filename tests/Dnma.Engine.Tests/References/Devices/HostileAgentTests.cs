using System.Text;
using Dnma.Engine.References.Devices;
using Dnma.Engine.Tests.Allocations;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References.Devices;

public class HostileAgentTests
{
    [Property(MaxTest = 2000)]
    public bool Any_bytes_are_classified_alike_each_time(byte[] agent, byte[] hints) =>
        DeviceRules.Default.Classify(agent, hints) == DeviceRules.Default.Classify(agent.ToArray(), hints.ToArray());

    [Property(MaxTest = 1000)]
    public bool Json_of_any_content_is_borne(byte[] content)
    {
        DeviceRules.Default.Classify("Mozilla/5.0"u8, [.. "{\"platform\":\""u8, .. content, .. "\",\"brands\":["u8, .. content]);
        return true;
    }

    [Property(MaxTest = 1000)]
    public Property Splices_of_real_agents_are_borne() => Prop.ForAll(
        Splices().ToArbitrary(),
        agent =>
        {
            var found = DeviceRules.Default.Classify(agent, default);
            return found == DeviceRules.Default.Classify(agent, default) && (found.Flags == 0 || found.Traits == default);
        });

    [Fact]
    public void What_lies_beyond_the_longest_agent_is_not_read()
    {
        var agent = new byte[DeviceRules.LongestAgent + 9];
        agent.AsSpan().Fill((byte)'.');
        "Googlebot"u8.CopyTo(agent.AsSpan(DeviceRules.LongestAgent));
        Assert.Equal(default, DeviceRules.Default.Classify(agent, default));

        "Googlebot"u8.CopyTo(agent.AsSpan(DeviceRules.LongestAgent - 9));
        Assert.Equal(Engine.Hits.HitFlags.Robot, DeviceRules.Default.Classify(agent, default).Flags);
    }

    [Fact]
    public void Classifying_allocates_nothing()
    {
        var agents = AgentCorpus.Rows.Select(row => Encoding.UTF8.GetBytes(row.Agent)).ToArray();
        var hints = """{"platform":"Android","mobile":true,"brands":[{"brand":"Google\u0020Chrome"}]}"""u8.ToArray();
        Assert.Equal(0, SteadyAllocation.Of(ClassifyAll));

        void ClassifyAll()
        {
            foreach (var agent in agents)
            {
                DeviceRules.Default.Classify(agent, hints);
            }
        }
    }

    [Fact]
    public void Threads_agree()
    {
        var rows = AgentCorpus.Rows;
        Parallel.For(0, 8, _ =>
        {
            foreach (var row in rows)
            {
                Assert.Equal(row.Expected, AgentCorpus.Classify(row.Agent));
            }
        });
    }

    private static Gen<byte[]> Splices()
    {
        var agents = AgentCorpus.Rows.Select(row => Encoding.UTF8.GetBytes(row.Agent)).ToArray();
        var piece =
            from agent in Gen.Elements(agents)
            from start in Gen.Choose(0, agent.Length - 1)
            from length in Gen.Choose(0, agent.Length - start)
            select agent.AsSpan(start, length).ToArray();
        return
            from count in Gen.Choose(0, 40)
            from pieces in Gen.ListOf(piece, count)
            select pieces.SelectMany(bytes => bytes).ToArray();
    }
}
