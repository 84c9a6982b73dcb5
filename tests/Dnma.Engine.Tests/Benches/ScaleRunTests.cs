using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Scale;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Tests.Benches;

public class ScaleRunTests
{
    [Fact]
    public void A_run_tells_what_it_spilled_and_leaves_no_file()
    {
        var options = new ScaleOptions { Generation = new GenerationOptions { Hits = 60_000 }, Threads = 2 };

        var small = ScaleRun.Run(options with { Memory = ByteSize.MiB(1) });
        var large = ScaleRun.Run(options with { Memory = ByteSize.GiB(1) });

        Assert.True(small.SpilledBytes > 0, "nothing was spilled under a limit of 1 MiB");
        Assert.Equal(0, large.SpilledBytes);
        Assert.Equal(large.Visits, small.Visits);
        Assert.Equal((0, 0), (small.FilesLeft, large.FilesLeft));
        Assert.True(small.NanosecondsPerHit > 0);
    }

    [Theory]
    [InlineData("--hits")]
    [InlineData("--unheard-of", "1")]
    public void Arguments_without_sense_are_refused(params string[] arguments) => Assert.Null(ScaleOptions.Parse(arguments));

    [Fact]
    public void A_thousand_million_hits_can_be_asked_for()
    {
        var options = ScaleOptions.Parse(["--hits", "1_000_000_000", "--visitors", "20000000", "--establishments", "30000", "--memory", "4GiB", "--json"])!;

        Assert.Equal((1_000_000_000, 20_000_000, 30_000), (options.Generation.Hits, options.Generation.Visitors, options.Generation.Establishments));
        Assert.Equal(ByteSize.GiB(4), options.Memory);
        Assert.True(options.IsJson);
    }
}
