using System.Security.Cryptography;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Partials;

/// <summary>A file that is not as it was written is refused, whatever is wrong with it, and never believed far enough to do harm.</summary>
public sealed class DamagedFileTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private MeasurementDefinition _definition = new();
    private byte[] _good = [];

    public void Dispose() => _folder.Dispose();

    private async Task Prepare(string norm)
    {
        const string Log = """
            instant,visitor,client,uai,service,kind,page
            2022-09-05T08:00:00Z,a,one,0010024W,notes,,
            2022-09-05T08:00:07Z,a,two,0010024W,notes,event,Été
            2022-09-05T08:00:09Z,a,two,0010024W,notes,,
            never,b,,,,,

            """;
        var path = Path.Combine(_folder.Path, "good.dnma");
        _definition = MeasurementDefinition.Of(Norm.Of(norm)) with { Levels = [TerritoryLevel.National], Periods = [PeriodKind.All] };
        await ShardedRun.WriteShard(path, ShardedRun.Csv(Log), _definition, new VisitorShard(1, 1));
        _good = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var total = (await ShardedRun.Merge([path], _definition)).NationalTotal!.Value;
        Assert.Equal((norm == "piano" ? 2 : 1, 1), (total.Visits, total.Users));
    }

    [Theory]
    [InlineData("dnma")]
    [InlineData("piano")]
    public async Task Every_changed_byte_is_noticed(string norm)
    {
        await Prepare(norm);
        await using var engine = AudienceEngine.Create();
        for (var i = 0; i < _good.Length; i++)
        {
            foreach (byte change in new byte[] { 1, 0x80 })
            {
                var bad = _good.ToArray();
                bad[i] ^= change;
                await AssertRefused(engine, bad, $"byte {i} changed by {change}");
            }
        }
    }

    [Theory]
    [InlineData("dnma")]
    [InlineData("piano")]
    public async Task Every_truncation_is_noticed(string norm)
    {
        await Prepare(norm);
        await using var engine = AudienceEngine.Create();
        for (var length = 0; length < _good.Length; length++)
        {
            await AssertRefused(engine, _good[..length], $"cut at {length}");
        }

        await AssertRefused(engine, [.. _good, 0], "one byte more");
        await AssertRefused(engine, [.. _good, .. _good], "twice");
    }

    [Theory]
    [InlineData("dnma")]
    [InlineData("piano")]
    public async Task Whatever_one_byte_claims_under_a_right_digest_is_either_refused_or_measured(string norm)
    {
        await Prepare(norm);
        // Someone who can make digests can make figures up, but cannot make the engine fall, loop, or take memory.
        await using var engine = AudienceEngine.Create();
        var refused = 0;
        for (var i = 0; i < _good.Length - SHA256.HashSizeInBytes; i++)
        {
            foreach (byte value in new byte[] { 0, 0x7F, 0xFF })
            {
                var bad = _good[..^SHA256.HashSizeInBytes];
                bad[i] = value;
                refused += await IsRefused(engine, Digested(bad)) ? 1 : 0;
            }
        }

        Assert.True(refused > 500, $"{refused}");
    }

    [Theory]
    [InlineData("dnma")]
    [InlineData("piano")]
    public async Task A_length_that_the_file_has_no_bytes_for_takes_no_memory(string norm)
    {
        await Prepare(norm);
        // Behind the version, every place at which a length could stand, with one of 2^62.
        byte[] huge = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40];
        for (var i = 12; i < _good.Length - SHA256.HashSizeInBytes; i++)
        {
            var path = _folder.Write("bad.dnma", Digested([.. _good[..i], .. huge, .. _good[(i + 1)..^SHA256.HashSizeInBytes]]));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var error = Record.Exception(() => new PartialMerge(_definition).Run([path], null, TestContext.Current.CancellationToken));
            Assert.True(error is null or EngineException or OverflowException, $"byte {i}: {error}");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2L << 20);
        }
    }

    [Fact]
    public async Task Other_files_and_versions_are_named_as_what_they_are()
    {
        await Prepare("dnma");
        await using var engine = AudienceEngine.Create();
        Assert.Contains("does not begin as one", (await Refusal(engine, Digested("instant,visitor\n"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("too short", (await Refusal(engine, [])).Message, StringComparison.Ordinal);
        var newer = _good.ToArray();
        newer[8] = 4;
        Assert.Contains("format version 4, and this engine reads version 3", (await Refusal(engine, newer)).Message, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<EngineException>(() => engine.MergeAsync([Path.Combine(_folder.Path, "none.dnma")], _definition, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorId.UnreadableInput, missing.Id);
        var folder = await Assert.ThrowsAsync<EngineException>(() => engine.MergeAsync([_folder.Path], _definition, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorId.UnreadableInput, folder.Id);
    }

    [Fact]
    public async Task Figures_that_do_not_add_up_to_a_number_are_refused()
    {
        await Prepare("dnma");
        // Two shards that each claim nearly the greatest number of records of a kind: the ledger's last line, of visits closed by the last hit.
        var name = "last-hit"u8.ToArray();
        var at = _good.AsSpan().IndexOf(name) + name.Length;
        byte[] huge = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        Assert.Equal(1, _good[at]);
        var name2 = "action-limit"u8.ToArray();
        var at2 = _good.AsSpan().IndexOf(name2) + name2.Length;
        Assert.Equal(0, _good[at2]);
        var bad = Digested([.. _good[..at2], .. huge, .. _good[(at2 + 1)..at], .. huge, .. _good[(at + 1)..^SHA256.HashSizeInBytes]]);
        await using var engine = AudienceEngine.Create();
        Assert.Contains("too large to be added up", (await Refusal(engine, bad)).Message, StringComparison.Ordinal);
    }

    private static byte[] Digested(byte[] body) => [.. body, .. SHA256.HashData(body)];

    private async Task AssertRefused(AudienceEngine engine, byte[] bytes, string what)
    {
        try
        {
            _ = await engine.MergeAsync([_folder.Write("bad.dnma", bytes)], _definition, cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (EngineException error)
        {
            Assert.Equal(ErrorId.DamagedPartial, error.Id);
            Assert.Contains("bad.dnma", error.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Fail(what);
    }

    private async Task<EngineException> Refusal(AudienceEngine engine, byte[] bytes)
    {
        var error = await Assert.ThrowsAsync<EngineException>(
            () => engine.MergeAsync([_folder.Write("bad.dnma", bytes)], _definition, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorId.DamagedPartial, error.Id);
        return error;
    }

    private async Task<bool> IsRefused(AudienceEngine engine, byte[] bytes)
    {
        try
        {
            _ = await engine.MergeAsync([_folder.Write("bad.dnma", bytes)], _definition, cancellationToken: TestContext.Current.CancellationToken);
            return false;
        }
        catch (EngineException)
        {
            return true;
        }
    }
}
