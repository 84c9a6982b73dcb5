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

    /// <summary>Nobody may find temporary files when an operation has ended, cancelled or not.</summary>
    [Fact]
    public void Temporary_files_are_waited_for()
    {
        var closed = false;
        var settings = new DuckDbSettings { MemoryLimitBytes = 64L << 20, Threads = 1, TempDirectory = _folder.Path };
        var database = RecountDatabase.Open(settings, () => Volatile.Write(ref closed, true));
        var hits = new PackedHit[100_000];
        using (var writer = database.OpenWriter())
        {
            for (var i = 0; i < 50; i++)
            {
                writer.Add(hits);
            }
        }

        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(_folder.Path));
        database.Dispose();
        Assert.True(Volatile.Read(ref closed));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
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
