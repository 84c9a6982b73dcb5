namespace Dnma.Engine.Bench.Core;

/// <summary>The ceiling of spilling: as many bytes written in sequence to the temporary folder and read back, through the system's cache, as spilling goes.</summary>
internal static class DiskCopy
{
    private const int BufferBytes = 1 << 20;

    public static void Run(long bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dnma-{Path.GetRandomFileName()}.bench");
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var buffer = new byte[BufferBytes];
        for (var offset = 0L; offset < bytes; offset += BufferBytes)
        {
            RandomAccess.Write(file, buffer.AsSpan(0, (int)Math.Min(BufferBytes, bytes - offset)), offset);
        }

        for (var offset = 0L; RandomAccess.Read(file, buffer, offset) is var read && read > 0; offset += read)
        {
        }
    }
}
