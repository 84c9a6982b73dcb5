using System.Security.Cryptography;

namespace Dnma.Engine.Certification;

/// <summary>
/// Files that somebody else laid out: neither links, nor pipes or devices, which would be read for ever. None that a measurement publishes is empty, and pipes
/// and devices say that they are.
/// </summary>
internal static class RegularFile
{
    /// <summary>No certificate comes near.</summary>
    private const long MostBytes = 64 << 20;
    private const int BufferBytes = 1 << 20;

    /// <summary>All bytes of a certificate or its signature.</summary>
    /// <exception cref="IOException">It cannot be read, or is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadAll(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || file.Length is 0 or > MostBytes)
        {
            throw new IOException("it is no file of a certificate's size");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>What keeps a file from having some bytes; null when it has them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">How many it should have.</param>
    /// <param name="sha256">Of them, lower-case hexadecimal.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static string? ProblemOf(string path, long bytes, string sha256, CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? "is missing"
                : file.LinkTarget is not null ? "is a link, not a file"
                : file.Length == 0 ? "is empty, or no regular file"
                : file.Length != bytes ? $"has {file.Length} bytes where {bytes} were certified"
                : DigestOf(path, bytes, cancellation) == sha256 ? null
                : "has not the bytes that were certified";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return "cannot be read";
        }
    }

    private static string DigestOf(string path, long bytes, CancellationToken cancellation)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var left = bytes;
        for (var length = stream.Read(buffer); length > 0 && left >= 0; length = stream.Read(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            digest.AppendData(buffer, 0, length);
            left -= length;
        }

        return left == 0 ? Convert.ToHexStringLower(digest.GetHashAndReset()) : "";
    }
}
