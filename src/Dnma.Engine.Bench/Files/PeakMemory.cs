using Dnma.Engine.Bench.Core;

namespace Dnma.Engine.Bench.Files;

/// <summary>What a measurement takes at most, seen in a process of its own: here, peers and earlier benches would be counted with it.</summary>
internal static class PeakMemory
{
    public static string Sentence(string path, int threads)
    {
        var output = ChildProcess.Run("measure", path, "--threads", $"{threads}").Split(' ');
        return $"A process that measures this file once and does nothing else: {output[0]} ms (code compiled and memory touched for the first time), {output[1].Trim()} MiB resident at its peak under the default limit of {new EngineOptions().MemoryLimit}.";
    }
}
