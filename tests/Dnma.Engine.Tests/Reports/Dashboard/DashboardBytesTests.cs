using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>The page of a measurement depends on the hits alone.</summary>
public class DashboardBytesTests
{
    [Fact]
    public async Task Threads_and_memory_change_no_byte_and_the_page_holds_the_published_rows()
    {
        var log = Path.Combine(SourceTree.Root, "data/fixtures/measure/demo-day/hits.log.gz");
        var one = await MeasuredFiles.Measure(HitLog.Files(log), new MeasurementDefinition(), options => options with { Threads = 1 });
        var many = await MeasuredFiles.Measure(HitLog.Files(log), new MeasurementDefinition(), options => options with { Threads = 3, PartitionBits = 2, MemoryLimit = ByteSize.MiB(64) });
        var (left, right) = (PageOf(one), PageOf(many));
        Assert.Equal(left, right);
        var rows = WrittenPage.Of(left).Rows();
        Assert.Equal(one.Indicators.Count, rows.Count);
        Assert.All(one.Indicators, row => Assert.Equal(WrittenPage.FiguresOf(row), rows[WrittenPage.Key(row)]));
    }

    private static byte[] PageOf(Measurement measurement)
    {
        using var stream = new MemoryStream();
        measurement.WriteDashboard(stream);
        return stream.ToArray();
    }
}
