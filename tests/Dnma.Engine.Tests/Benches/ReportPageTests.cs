using Dnma.Engine.Bench.Report;

namespace Dnma.Engine.Tests.Benches;

public class ReportPageTests
{
    private static readonly Timing Engine = TimingOf("the engine", 10);
    private static readonly Timing Peer = TimingOf("the peer", 95) with { Role = Role.Peer };

    [Fact]
    public void A_target_tells_the_ratio_and_whether_it_was_reached()
    {
        Assert.Equal("| core | ≥ 8 × | 9.50 × | reached |\n", Target.Faster("core", Engine, Peer, 8).ToMarkdown());
        Assert.Equal("| core | ≥ 10 × | 9.50 × | **missed** |\n", Target.Faster("core", Engine, Peer, 10).ToMarkdown());
        Assert.Equal("| core | ≥ 10 × | not measured | – |\n", Target.Faster("core", Engine, null, 10).ToMarkdown());
    }

    [Fact]
    public void The_page_holds_every_row_and_says_that_it_was_quick()
    {
        var section = new Section("A part", "What it is.", [Engine, Peer], [Target.Faster("core", Engine, Peer, 8)]) { Notes = "A note." };

        var page = ReportPage.Of([section], new ReportOptions { IsQuick = true }, "ClickHouse not measured", "images/plot.png");

        Assert.Contains("| the peer | 95 | 95 | 10.5 | 336.8 | 95.0 | – |", page, StringComparison.Ordinal);
        Assert.Contains("quick", page, StringComparison.Ordinal);
        Assert.Contains("ClickHouse not measured", page, StringComparison.Ordinal);
        Assert.Contains("(images/plot.png)", page, StringComparison.Ordinal);
        Assert.EndsWith("\nA note.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plot_is_a_picture()
    {
        var path = Path.Combine(Path.GetTempPath(), $"dnma-{Path.GetRandomFileName()}.png");
        try
        {
            ReportPlot.Save([new Section("A part", "", [Engine, Peer], [])], path);

            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Timing TimingOf(string what, int milliseconds) =>
        new(what, 1_000_000, 32_000_000, TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds), 0);
}
