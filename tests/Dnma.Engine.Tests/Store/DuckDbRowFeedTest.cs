using System.Collections;
using Dnma.Engine.Store;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Tests.Store;

/// <summary>What fails while DuckDB calls back is thrown to who asked, and never through DuckDB, which would end the process.</summary>
public class DuckDbRowFeedTest
{
    [Fact]
    public void A_failure_while_columns_are_told_reaches_who_asked()
    {
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        var table = new SqlTable("numbers", 3, new OnceRead(new SqlInteger("n", row => row)));
        var error = Assert.Throws<InvalidOperationException>(() => DuckDbRowFeed.Run(session, table, rows => $"SELECT * FROM {rows}", CancellationToken.None));
        Assert.Equal("read twice", error.Message);
    }

    [Fact]
    public void A_failure_while_rows_are_written_reaches_who_asked()
    {
        using var session = DuckDbSession.Open(DuckDbSettings.Default);
        var table = new SqlTable("numbers", 3, [new SqlInteger("n", row => row < 2 ? row : throw new InvalidOperationException("no such row"))]);
        Assert.Equal("no such row", Assert.Throws<InvalidOperationException>(() => DuckDbRowFeed.Run(session, table, rows => $"SELECT * FROM {rows}", CancellationToken.None)).Message);
    }

    /// <summary>Columns that are gone when they are looked at again.</summary>
    private sealed class OnceRead(SqlColumn column) : IReadOnlyList<SqlColumn>
    {
        private bool _isRead;

        public int Count => 1;

        public SqlColumn this[int index] => column;

        public IEnumerator<SqlColumn> GetEnumerator()
        {
            if (_isRead)
            {
                throw new InvalidOperationException("read twice");
            }

            _isRead = true;
            return ((IEnumerable<SqlColumn>)[column]).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
