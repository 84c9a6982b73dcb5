using System.Globalization;
using System.Text;

namespace Dnma.Engine.Bench.Peers;

/// <summary>Statements for a ClickHouse server over HTTP, in a database of its own that is dropped in the end. Not thread safe.</summary>
internal sealed class ClickHouseSession : IDisposable
{
    private const string Database = "dnma_bench";
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _server;
    private readonly string _settings;

    private ClickHouseSession(Uri server, int threads)
    {
        _server = server;
        _settings = string.Create(
            CultureInfo.InvariantCulture,
            $"wait_end_of_query=1&max_threads={threads}&max_memory_usage=0&max_bytes_before_external_group_by=0&max_bytes_before_external_sort=0");
    }

    public string Version { get; private set; } = "";

    /// <summary>Opens a session; null where no server answers.</summary>
    public static ClickHouseSession? TryOpen(Uri? server, int threads)
    {
        if (server is null)
        {
            return null;
        }

        var session = new ClickHouseSession(server, threads);
        try
        {
            session.Version = session.Ask("SELECT version()")[0][0];
            session.Execute($"DROP DATABASE IF EXISTS {Database}");
            session.Execute($"CREATE DATABASE {Database}");
            return session;
        }
        catch (HttpRequestException error)
        {
            Console.Error.WriteLine($"ClickHouse is left out: {error.Message}");
            session._client.Dispose();
            return null;
        }
    }

    /// <summary>The table's name with its database's.</summary>
    public static string Table(string name) => $"{Database}.{name}";

    /// <summary>Runs a statement that gives nothing back.</summary>
    public void Execute(string sql) => Post(new StringContent(sql, Encoding.UTF8), "").Dispose();

    /// <summary>Runs a query; rows of texts.</summary>
    public List<string[]> Ask(string sql)
    {
        using var response = Post(new StringContent($"{sql} FORMAT TabSeparated", Encoding.UTF8), "");
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split('\t'));
        }

        return rows;
    }

    /// <summary>Inserts rows in the format RowBinary.</summary>
    public void Insert(string table, byte[] rows, int length) =>
        Post(new ByteArrayContent(rows, 0, length), "&query=" + Uri.EscapeDataString($"INSERT INTO {Table(table)} FORMAT RowBinary")).Dispose();

    public void Dispose()
    {
        Execute($"DROP DATABASE IF EXISTS {Database}");
        _client.Dispose();
    }

    private HttpResponseMessage Post(HttpContent content, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, $"/?{_settings}{query}")) { Content = content };
        var response = _client.Send(request);
        return response.IsSuccessStatusCode
            ? response
            : throw new InvalidOperationException($"ClickHouse: {new StreamReader(response.Content.ReadAsStream()).ReadToEnd()}");
    }
}
