using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Files;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Bench.Report;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Benches;

/// <summary>A peer is timed only where it gives the engine's answer; that it does, and that an error would be seen, is tested on few hits.</summary>
public sealed class PeerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dnma-peers-");

    [Fact]
    public void Sql_and_plain_LINQ_agree_with_the_core_over_noisy_hits()
    {
        var input = EncodedHits.Generate(new GenerationOptions { Seed = 5, Hits = 20_000, Days = 7 }, Norm.Dnma);
        using var core = new CoreRun(input, 2, ByteSize.GiB(1));
        var peers = new CorePeers(core);
        using var duckDb = new DuckDbPeer(input, 2);
        var total = duckDb.NationalTotal();
        peers.Demand("DuckDB", (total.Visits, total.Users, total.DurationMs), duckDb.FourTables().Rows);

        var linq = new LinqPeer(input);
        total = linq.NationalTotal();
        peers.Demand("LINQ", (total.Visits, total.Users, total.DurationMs), linq.FourTables().Rows);
        Assert.True(total.Visits > 1_000, $"{total.Visits} visits are few");
    }

    [Theory]
    [InlineData("hits.csv")]
    [InlineData("hits.parquet")]
    public void Sql_agrees_with_a_measurement_of_the_same_file(string name)
    {
        var csv = Path.Combine(_folder.FullName, "hits.csv");
        var path = Path.Combine(_folder.FullName, name);
        Assert.InRange(CodedHits.Write(csv, 20_000), 15_000, 20_000);
        if (path != csv)
        {
            DuckDbFile.ToParquet(csv, path);
        }

        using var run = new FileRun(2);
        using var duckDb = new DuckDbFile(path, 2);
        var cells = PeerAgreement.Of(run.FourTables(path).Measurement.Indicators);
        PeerAgreement.Demand("DuckDB", cells, duckDb.FourTables().Rows);
        Assert.True(cells.Length > 150, $"{cells.Length} cells are few");
    }

    [Fact]
    public void A_peer_that_is_wrong_by_one_in_one_cell_is_found_out()
    {
        var input = EncodedHits.Generate(new GenerationOptions { Seed = 5, Hits = 2_000, Days = 7 }, Norm.Dnma);
        using var core = new CoreRun(input, 1, ByteSize.GiB(1));
        var cells = PeerAgreement.Of(core.FourTables(CountingPlan.OpenData).Indicators);
        FigureRow[] wrong = [.. cells[..^1], cells[^1] with { Users = cells[^1].Users + 1 }];

        var error = Assert.Throws<InvalidOperationException>(() => PeerAgreement.Demand("the peer", cells, wrong));

        Assert.Contains("the peer disagrees", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => PeerAgreement.Demand("the peer", cells, cells[1..]));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
