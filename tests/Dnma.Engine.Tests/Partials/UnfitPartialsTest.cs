using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Partials;

/// <summary>Files that are whole, and not the shards of one measurement: what does not fit is said.</summary>
public sealed class UnfitPartialsTest : IDisposable
{
    private const string Log = "instant,visitor,matiere\n2022-09-05T08:00:00Z,a,m\n2022-09-05T08:00:00Z,b,n\n2022-09-06T08:00:00Z,c,m\n";
    private static readonly MeasurementDefinition Definition = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_shard_is_named()
    {
        var paths = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), Definition, 4);
        await AssertUnfit("of 4 shards there is none for 2/4, 4/4", Definition, paths[0], paths[2]);
    }

    [Fact]
    public async Task A_shard_that_is_there_twice_is_named()
    {
        var paths = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), Definition, 2);
        await AssertUnfit($"{paths[1]}: is shard 2/2, and so is {paths[1]}", Definition, paths[0], paths[1], paths[1]);
        var copy = Path.Combine(_folder.Path, "copy");
        File.Copy(paths[0], copy);
        await AssertUnfit($"{copy}: is shard 1/2, and so is {paths[0]}", Definition, paths[0], paths[1], copy);
    }

    [Fact]
    public async Task Shards_of_two_divisions_do_not_fit()
    {
        var two = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), Definition, 2);
        var three = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), Definition, 3);
        await AssertUnfit($"{three[1]}: is shard 2/3, and {two[0]} is shard 1/2", Definition, two[0], three[1]);
    }

    [Fact]
    public async Task Another_secret_does_not_fit()
    {
        var (one, two) = (Path.Combine(_folder.Path, "1"), Path.Combine(_folder.Path, "2"));
        await ShardedRun.WriteShard(one, ShardedRun.Csv(Log), Definition, new VisitorShard(1, 2));
        await ShardedRun.WriteShard(two, ShardedRun.Csv(Log), Definition, new VisitorShard(2, 2), options => options with { Secret = "another"u8.ToArray() });
        await AssertUnfit($"{two}: was measured with another secret than {one}", Definition, one, two);
    }

    [Fact]
    public async Task Another_definition_does_not_fit_and_what_differs_is_named()
    {
        var paths = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), Definition, 1);
        await AssertUnfit("its norm is \"dnma\", and \"acpm\" is asked for", MeasurementDefinition.Of(Norm.Acpm), paths);
        await AssertUnfit("its norm-inactivity-ms is \"1800000\"", MeasurementDefinition.Of(Norm.Dnma with { InactivityMs = 1_799_999 }), paths);
        await AssertUnfit("its time-zone is \"Europe/Paris\"", Definition with { Zone = CivilZone.Of("Indian/Reunion") }, paths);
        await AssertUnfit("its from is \"\", and \"2022-09-05\" is asked for", Definition with { From = new DateOnly(2022, 9, 5) }, paths);
        await AssertUnfit("its to-exclusive is \"\", and \"2022-09-06\" is asked for", Definition with { To = new DateOnly(2022, 9, 6) }, paths);
        await AssertUnfit("its periods", Definition with { Periods = [PeriodKind.All] }, paths);
        await AssertUnfit("its custom-dimensions is \"\", and \"matiere\" is asked for", Definition with { CustomDimensions = ["matiere"] }, paths);

        var ranged = Definition.Over(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 7));
        paths = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), ranged, 1);
        await AssertUnfit("its from is \"2022-09-05\"", Definition, paths);

        var custom = Definition with { CustomDimensions = ["matiere,salle"] };
        paths = await ShardedRun.WriteShards(_folder, () => ShardedRun.Csv(Log), custom, 1);
        await AssertUnfit("its custom-dimension-1 is \"matiere,salle\", and \"matiere\" is asked for", Definition with { CustomDimensions = ["matiere", "salle"] }, paths);
    }

    [Fact]
    public async Task Other_inputs_do_not_fit_and_are_named()
    {
        var (b, c) = (_folder.Write("b.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n"u8), _folder.Write("c.csv", "instant,visitor\n2022-09-05T09:00:00Z,b\n"u8));
        var (one, two) = (Path.Combine(_folder.Path, "1"), Path.Combine(_folder.Path, "2"));
        async Task AssertUnfitInputs(string problem, params string[] inputs)
        {
            await ShardedRun.WriteShard(two, HitLog.Files(inputs), Definition, new VisitorShard(2, 2));
            await AssertUnfit(problem, Definition, one, two);
        }

        await ShardedRun.WriteShard(one, HitLog.Files(b, c), Definition, new VisitorShard(1, 2));
        await AssertUnfitInputs($"its input 1 is {c}, and that of {one} is {b}", c, b);
        await AssertUnfitInputs($"has 1 inputs, and {one} has 2", b);
        _folder.Write("c.csv", "instant,visitor\n2022-09-05T09:00:00Z,d\n"u8);
        await AssertUnfitInputs($"the input {c} was not the same as when {one} was measured: as many bytes with another SHA-256", b, c);
        _folder.Write("c.csv", "instant,visitor\n"u8);
        await AssertUnfitInputs($"the input {c} was not the same as when {one} was measured: 16 bytes, and 39", b, c);
    }

    [Fact]
    public async Task Without_a_secret_there_are_no_shards()
    {
        await using var engine = AudienceEngine.Create();
        var error = await Assert.ThrowsAsync<EngineException>(() => engine.MeasureShardAsync(ShardedRun.Csv(Log), Definition, new VisitorShard(1, 2), Path.Combine(_folder.Path, "1"), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((ErrorId.InvalidOption, "secret", "give every shard the same secret"), (error.Id, error.Subject, error.Remedy));
    }

    [Fact]
    public async Task Nothing_cannot_be_merged()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => ShardedRun.Merge([], Definition));
        Assert.Equal((ErrorId.InvalidOption, "partial results"), (error.Id, error.Subject));
    }

    [Fact]
    public async Task A_log_that_holds_no_hit_at_all_is_refused_by_every_shard()
    {
        for (var index = 1; index <= 2; index++)
        {
            var path = Path.Combine(_folder.Path, $"{index}");
            var error = await Assert.ThrowsAsync<EngineException>(() => ShardedRun.WriteShard(path, ShardedRun.Csv("instant,visitor\nnever,a\n"), Definition, new VisitorShard(index, 2)));
            Assert.Equal(ErrorId.NothingAccepted, error.Id);
            Assert.False(File.Exists(path));
        }
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_an_error_of_the_output()
    {
        var file = _folder.Write("file", "x"u8);
        var error = await Assert.ThrowsAsync<EngineException>(() => ShardedRun.WriteShard(Path.Combine(file, "1.dnma"), ShardedRun.Csv(Log), Definition, new VisitorShard(1, 1)));
        Assert.Equal(ErrorId.UnwritableOutput, error.Id);
    }

    private static async Task AssertUnfit(string problem, MeasurementDefinition definition, params string[] paths)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => ShardedRun.Merge(paths, definition));
        Assert.Equal(ErrorId.UnfitPartials, error.Id);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }
}
