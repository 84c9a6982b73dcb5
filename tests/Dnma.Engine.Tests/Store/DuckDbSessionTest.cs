using Dnma.Engine.Store;

namespace Dnma.Engine.Tests.Store;

public class DuckDbSessionTest
{
    [Fact]
    public void Is_set_up_the_same_on_every_machine()
    {
        using var session = DuckDbSession.Open(new DuckDbSettings { MemoryLimitBytes = 300L << 20, Threads = 3 });
        Assert.Equal("300.0 MiB", Text(session, "SELECT current_setting('memory_limit')"));
        Assert.Equal("3", Text(session, "SELECT current_setting('threads')::VARCHAR"));
        Assert.Equal("UTC", Text(session, "SELECT current_setting('TimeZone')"));
        Assert.Equal("false", Text(session, "SELECT current_setting('autoload_known_extensions')::VARCHAR"));
        Assert.Equal("false", Text(session, "SELECT current_setting('autoinstall_known_extensions')::VARCHAR"));
        Assert.Equal("", Text(session, "SELECT current_setting('temp_directory')"));
    }

    [Fact]
    public void Sessions_share_nothing()
    {
        using var one = DuckDbSession.Open(DuckDbSettings.Default);
        using var other = DuckDbSession.Open(DuckDbSettings.Default);
        one.Execute("CREATE TABLE t AS SELECT 1");
        Assert.Throws<DuckDbFailure>(() => other.Execute("SELECT * FROM t"));
    }

    [Fact]
    public void A_text_is_never_sql()
    {
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        const string Text1 = "'; DROP TABLE t; -- \" \\";
        using var query = session.Query("SELECT ?::VARCHAR", [Text1], CancellationToken.None);
        Assert.True(query.NextChunk());
        Assert.Equal(Text1, System.Text.Encoding.UTF8.GetString(query.Column(0).Bytes(0)));
    }

    [Fact]
    public void A_refused_statement_says_why_in_one_line()
    {
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        var failure = Assert.Throws<DuckDbFailure>(() => session.Execute("SELECT no_such_column"));
        Assert.Contains("no_such_column", failure.Clause, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Clause);
        session.Execute("SELECT 1");
    }

    private static string Text(DuckDbSession session, string sql)
    {
        using var query = session.Query(sql, [], CancellationToken.None);
        Assert.True(query.NextChunk());
        return System.Text.Encoding.UTF8.GetString(query.Column(0).Bytes(0));
    }
}
