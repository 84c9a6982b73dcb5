using System.IO.Compression;
using Dnma.Engine.Contracts;
using Dnma.Engine.History;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.History;

/// <summary>Published files of one test.</summary>
internal sealed class HistoryFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _paths = [];

    public string Path => _folder.Path;

    public HistoryFolder Add(byte[] content, string extension = "csv")
    {
        _paths.Add(_folder.Write($"{_paths.Count}.{extension}", content));
        return this;
    }

    public HistoryFolder Add(PublishedText text) => Add(text.Bytes());

    public Task<PublishedHistory> ReadAsync(int threads = 2, int blockBytes = 1 << 20) =>
        PublishedHistory.ReadAsync(_paths, new HistoryOptions { Threads = threads, BlockBytes = blockBytes }, TestContext.Current.CancellationToken);

    public static async Task<PublishedHistory> ReadAsync(params PublishedText[] texts)
    {
        using var folder = new HistoryFolder();
        foreach (var text in texts)
        {
            folder.Add(text);
        }

        return await folder.ReadAsync();
    }

    /// <summary>What reading a content ends in.</summary>
    public static async Task<EngineException> RefusedAsync(byte[] content)
    {
        using var folder = new HistoryFolder();
        return await Assert.ThrowsAsync<EngineException>(() => folder.Add(content).ReadAsync());
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
