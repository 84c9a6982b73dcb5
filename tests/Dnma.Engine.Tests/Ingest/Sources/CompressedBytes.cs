using System.IO.Compression;

namespace Dnma.Engine.Tests.Ingest.Sources;

/// <summary>Compresses test contents.</summary>
internal static class CompressedBytes
{
    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, level, leaveOpen: true))
        {
            // An empty write makes no member, but an empty member is what an empty rotated file has.
            gzip.Write(content);
            gzip.Flush();
        }

        return stored.ToArray();
    }

    public static byte[] Brotli(byte[] content)
    {
        using var stored = new MemoryStream();
        using (var brotli = new BrotliStream(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return stored.ToArray();
    }

    public static byte[] Zstd(byte[] content)
    {
        using var compressor = new ZstdSharp.Compressor(3);
        return compressor.Wrap(content).ToArray();
    }

    public static byte[] By(string kind, byte[] content) => kind switch
    {
        "gzip" => Gzip(content),
        "zstd" => Zstd(content),
        "brotli" => Brotli(content),
        _ => content,
    };

    public static string NameBy(string kind) => kind switch
    {
        "gzip" => "log.gz",
        "zstd" => "log.zst",
        "brotli" => "log.br",
        _ => "log",
    };
}
