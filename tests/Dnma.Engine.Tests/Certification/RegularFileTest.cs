using System.Security.Cryptography;
using Dnma.Engine.Certification;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Files that somebody else laid out: the smallest ones, and those that are none.</summary>
public sealed class RegularFileTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file_is_read_by_nobody()
    {
        var path = _folder.Write("empty", []);
        Assert.Throws<IOException>(() => RegularFile.ReadAll(path));
        Assert.Equal("is empty, or no regular file", RegularFile.ProblemOf(path, 0, Sha256([]), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    public void A_file_is_read_to_its_last_byte(int length)
    {
        var bytes = new byte[length];
        bytes[^1] = 7;
        var path = _folder.Write("file", bytes);
        Assert.Equal(bytes, RegularFile.ReadAll(path));
        Assert.Null(RegularFile.ProblemOf(path, length, Sha256(bytes), TestContext.Current.CancellationToken));
        bytes[^1] = 8;
        Assert.Equal("has not the bytes that were certified", RegularFile.ProblemOf(path, length, Sha256(bytes), TestContext.Current.CancellationToken));
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
