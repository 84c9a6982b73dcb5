using System.IO.Compression;
using System.Runtime.InteropServices;
using Dnma.Engine.Bench.Report;

namespace Dnma.Engine.Bench.Files;

/// <summary>Decompression alone: the ceiling of one gzip file, which one thread inflates whatever reads it. Hits and bytes are those of the plain log.</summary>
internal sealed unsafe partial class Inflation(string path, long hits, long plainBytes, int runs)
{
    private static readonly int[] BufferBytes = [1 << 16, 1 << 20];

    public IEnumerable<Timing> Run()
    {
        foreach (var bytes in BufferBytes)
        {
            yield return Timing.Of($"decompress alone: GZipStream, {bytes >> 10} KiB at a time", hits, plainBytes, runs, () => Inflate(bytes)) with { Role = Role.Ceiling };
        }

        if (NativeLibrary.TryLoad(Library, typeof(Inflation).Assembly, null, out _))
        {
            var compressed = File.ReadAllBytes(path);
            var plain = Allocate();
            yield return Timing.Of(
                "decompress alone: libdeflate (native, memory to memory)", hits, plainBytes, runs, () => InflateAtOnce(compressed, plain)) with
            { Role = Role.Other };
            Release(plain);
        }
    }

    private void Inflate(int bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bytes, FileOptions.SequentialScan);
        using var inflater = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[bytes];
        var total = 0L;
        while (inflater.Read(buffer) is var read && read > 0)
        {
            total += read;
        }

        Demand(total);
    }

    private nint Allocate() => (nint)NativeMemory.Alloc((nuint)plainBytes);

    private static void Release(nint memory) => NativeMemory.Free((void*)memory);

    private void InflateAtOnce(byte[] compressed, nint plain)
    {
        var inflater = Create();
        try
        {
            fixed (byte* source = compressed)
            {
                nuint written;
                Demand(Decompress(inflater, source, (nuint)compressed.Length, (byte*)plain, (nuint)plainBytes, &written) == 0 ? (long)written : -1);
            }
        }
        finally
        {
            Free(inflater);
        }
    }

    private void Demand(long total)
    {
        if (total != plainBytes)
        {
            throw new InvalidOperationException($"{total} bytes of {plainBytes} were decompressed");
        }
    }

    private const string Library = "libdeflate.so.0";

    [LibraryImport(Library, EntryPoint = "libdeflate_alloc_decompressor")]
    private static partial nint Create();

    [LibraryImport(Library, EntryPoint = "libdeflate_gzip_decompress")]
    private static partial int Decompress(nint inflater, byte* source, nuint sourceBytes, byte* target, nuint targetBytes, nuint* written);

    [LibraryImport(Library, EntryPoint = "libdeflate_free_decompressor")]
    private static partial void Free(nint inflater);
}
