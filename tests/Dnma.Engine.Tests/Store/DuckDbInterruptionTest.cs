using Dnma.Engine.Store;

namespace Dnma.Engine.Tests.Store;

/// <summary>What a query does after it was cancelled, counted by a function that it calls for its rows.</summary>
public class DuckDbInterruptionTest
{
    private const int Rows = 1_000_000;

    [Fact]
    public void A_query_that_is_cancelled_while_it_is_planned_does_not_start()
    {
        using var stop = new CancellationTokenSource();
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        using var functions = new DuckDbFunctions(session, CancellationToken.None);
        var counted = 0L;

        // A function of a constant is worked out when the query is planned.
        functions.AddOfText("stopped", (_, answers) =>
        {
            stop.Cancel();
            answers.Clear();
        });
        functions.AddOfRows("counted", (rows, answers) =>
        {
            Interlocked.Add(ref counted, rows.Count);
            answers.Clear();
        });
        _ = Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            using var query = session.Query($"CREATE TABLE t AS SELECT counted(range) FROM range({Rows}) WHERE stopped('x') = 0", [], stop.Token);
        });
        Assert.Equal(0, counted);
    }

    [Fact]
    public void A_query_that_is_cancelled_while_it_runs_does_not_come_to_its_end()
    {
        using var stop = new CancellationTokenSource();
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        using var functions = new DuckDbFunctions(session, CancellationToken.None);
        var counted = 0L;
        functions.AddOfRows("counted", (rows, answers) =>
        {
            stop.Cancel();
            Interlocked.Add(ref counted, rows.Count);
            answers.Clear();
        });
        _ = Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            using var query = session.Query($"CREATE TABLE t AS SELECT counted(range) FROM range({Rows})", [], stop.Token);
        });
        Assert.InRange(counted, 1, Rows / 2);
        session.Execute("SELECT 1");
    }

    [Fact]
    public void Rows_that_were_not_completed_are_given_up()
    {
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        session.Execute("CREATE TABLE t (n INTEGER)");
        using (var appender = DuckDbAppender.Open(session, "t"))
        {
            using var chunk = appender.NewChunk();
            chunk.Column<int>(0)[0] = 1;
            chunk.Count = 1;
            appender.Append(chunk);
        }

        using var query = session.Query("SELECT count(*) FROM t", [], CancellationToken.None);
        Assert.True(query.NextChunk());
        Assert.Equal(0, query.Column(0).Int64(0));
    }
}
