using Dnma.Engine.Hits;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Store;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Who waits for the recount's database to give its memory back. The closing itself is held open by the test, so that no clock enters.</summary>
public sealed class RecountClosingTest : IDisposable
{
    /// <summary>Comes to pass only where the test fails: somebody waits for a closing that waits for him.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder _folder = new();
    private readonly ManualResetEventSlim _release = new();
    private volatile bool _wasReleased;

    public void Dispose()
    {
        _release.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Who_is_cancelled_does_not_wait()
    {
        var database = RecountDatabase.Open(DuckDbSettings.Default, Held);
        database.Dispose();
        Release();
        Assert.True(_wasReleased);
    }

    [Fact]
    public void Who_is_cancelled_while_waiting_waits_no_longer()
    {
        using var stop = new CancellationTokenSource();
        var database = RecountDatabase.Open(DuckDbSettings.Default, () =>
        {
            stop.Cancel();
            Held();
        });
        _ = Assert.ThrowsAny<OperationCanceledException>(() => database.Close(stop.Token));
        database.Dispose();
        Release();
        Assert.True(_wasReleased);
    }

    [Fact]
    public void Else_the_memory_is_given_back_before_work_goes_on()
    {
        var closed = false;
        var database = RecountDatabase.Open(DuckDbSettings.Default, () => Volatile.Write(ref closed, true));
        database.Close(CancellationToken.None);
        Assert.True(Volatile.Read(ref closed));
    }

    /// <summary>DuckDB calls the files of all databases by the same names: one that closes late must not meet those of the next.</summary>
    [Fact]
    public async Task Temporary_files_are_in_folders_of_their_own_and_gone_when_it_is_closed()
    {
        var settings = new DuckDbSettings { MemoryLimitBytes = 64L << 20, Threads = 1, TempDirectory = Path.Combine(_folder.Path, "not", "yet") };
        var (one, other) = (RecountDatabase.Open(settings), RecountDatabase.Open(settings));
        Fill(one);
        Fill(other);
        Assert.Equal(2, Directory.EnumerateDirectories(settings.TempDirectory).Count());
        one.Close(CancellationToken.None);
        var left = Assert.Single(Directory.EnumerateDirectories(settings.TempDirectory));
        Assert.NotEmpty(Directory.EnumerateFiles(left));
        other.Dispose();
        await other.Closed;
        Assert.Empty(Directory.EnumerateFileSystemEntries(settings.TempDirectory));
    }

    [Fact]
    public async Task An_engine_that_is_disposed_of_waits_for_what_cancelled_recounts_left()
    {
        var engine = AudienceEngine.Create();
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        engine.Leave(first.Task);
        engine.Leave(second.Task);
        second.SetException(new InvalidOperationException("closing failed"));
        engine.Dispose();
        var disposal = engine.DisposeAsync();
        Assert.False(disposal.IsCompleted);
        first.SetResult();
        await disposal;
    }

    private static void Fill(RecountDatabase database)
    {
        var hits = new PackedHit[100_000];
        using var writer = database.OpenWriter();
        for (var i = 0; i < 50; i++)
        {
            writer.Add(hits);
        }
    }

    [Fact]
    public void Meanings_are_written_no_further_than_the_rows_under_way()
    {
        using var stop = new CancellationTokenSource();
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        foreach (var statement in RecountSql.Statements("1-tables"))
        {
            session.Execute(statement);
        }

        var asked = 0;
        int[] places = new int[100_000];
        var meanings = new RecountMeanings(new HitDictionaries(0), Annuaire.Empty);
        _ = Assert.ThrowsAny<OperationCanceledException>(() => meanings.Load(session, PerimeterDefinition.Everything, new Asked(places, () =>
        {
            if (++asked == 3000)
            {
                stop.Cancel();
            }
        }), [], stop.Token));
        Assert.Equal(2 * DuckDbChunk.Capacity, asked);
    }

    private void Held() => _wasReleased = _release.Wait(Stuck);

    private void Release()
    {
        _release.Set();
        Assert.True(SpinWait.SpinUntil(() => _wasReleased, Stuck));
    }

    /// <summary>A collection that tells of each look at it.</summary>
    private sealed class Asked(int[] numbers, Action tell) : IReadOnlyCollection<int>
    {
        public int Count => numbers.Length;

        public IEnumerator<int> GetEnumerator()
        {
            foreach (var number in numbers)
            {
                tell();
                yield return number;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
