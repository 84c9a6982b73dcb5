using System.Security.Cryptography;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Report;
using Dnma.Engine.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Layers;

/// <summary>A SmartTag access log from its file to all outputs, layer upon layer: each does what the one before does, and more.</summary>
internal sealed class LogLayers(string path, long hits, int threads, int runs)
{
    private const int BufferBytes = 1 << 20;
    private readonly long _bytes = new FileInfo(path).Length;

    public IEnumerable<Timing> Run(string folder)
    {
        yield return Time("bare read of the file", () => Read(_ => { }), Role.Ceiling);
        yield return Time("and count newlines", () => Shared(buffer => buffer.Count((byte)'\n')), Role.Ceiling);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        yield return Time("bare read and SHA-256 (one thread, as a digest is)", () => Read(hash.AppendData), Role.Ceiling);
        foreach (var timing in new Reading(path, hits, threads, runs).Run())
        {
            yield return timing;
        }

        yield return Time("measure (visits, users, all tables in memory)", () => Measure(null));
        yield return Time("measure and publish all files", () => Measure(folder));
    }

    private Timing Time(string what, Action run, Role role = Role.Engine) => Timing.Of(what, hits, _bytes, runs, run) with { Role = role };

    private void Read(Action<ReadOnlySpan<byte>> take)
    {
        using var file = File.OpenHandle(path);
        var buffer = new byte[BufferBytes];
        for (var offset = 0L; RandomAccess.Read(file, buffer, offset) is var read && read > 0; offset += read)
        {
            take(buffer.AsSpan(0, read));
        }
    }

    private void Shared(Func<ReadOnlySpan<byte>, int> take)
    {
        using var file = File.OpenHandle(path);
        Workers.Share(
            threads,
            (int)((_bytes + BufferBytes - 1) / BufferBytes),
            () => new byte[BufferBytes],
            (buffer, part) => take(buffer.AsSpan(0, RandomAccess.Read(file, buffer, (long)part * BufferBytes))),
            _ => { });
    }

    private void Measure(string? folder)
    {
        var engine = AudienceEngine.Create(options => options with { Threads = threads });
        var measurement = engine.MeasureAsync(HitLog.Files(path), MeasurementDefinition.Of(Norm.Dnma)).GetAwaiter().GetResult();
        if (folder is not null)
        {
            measurement.PublishAsync(folder).GetAwaiter().GetResult();
        }

        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
