using Dnma.Engine.Bench.Core;

namespace Dnma.Engine.Bench.Files;

/// <summary>What any reader of lines does at least.</summary>
internal static class Newlines
{
    private const int BufferBytes = 1 << 20;

    public static void Count(string path, int threads)
    {
        using var file = File.OpenHandle(path);
        var parts = (int)((RandomAccess.GetLength(file) + BufferBytes - 1) / BufferBytes);
        var total = 0L;
        Workers.Share(
            threads,
            parts,
            () => (Buffer: new byte[BufferBytes], Lines: new long[1]),
            (state, part) => state.Lines[0] += state.Buffer.AsSpan(0, RandomAccess.Read(file, state.Buffer, (long)part * BufferBytes)).Count((byte)'\n'),
            state => total += state.Lines[0]);
        if (total == 0)
        {
            throw new InvalidOperationException($"{path} has no lines");
        }
    }
}
