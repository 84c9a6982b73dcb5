using Dnma.Engine.Bench.Report;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Rejects;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.References.Devices;
using Dnma.Engine.Store;

namespace Dnma.Engine.Bench.Layers;

/// <summary>The layers before the core: records read and parsed, then encoded as well.</summary>
internal sealed class Reading(string path, long hits, int threads, int runs)
{
    private readonly long _bytes = new FileInfo(path).Length;

    public IEnumerable<Timing> Run()
    {
        yield return Timing.Of("read, parse", hits, _bytes, runs, () => Parse());
        yield return Timing.Of("read, parse, encode", hits, _bytes, runs, Encode);
    }

    /// <summary>Reads and parses; returns how many hits there are.</summary>
    public long Parse()
    {
        var sinks = new List<NullSink>();
        Read(_ =>
        {
            sinks.Add(new NullSink());
            return sinks[^1];
        });
        return sinks.Sum(sink => sink.Hits);
    }

    /// <summary>Reads, parses and encodes.</summary>
    public void Encode() => Read(EncodingSinkOf());

    private void Read(Func<int, RecordSink> sinkOf)
    {
        var mapping = MatomoMapping.Default;
        var formats = new RequestFormats(sink => new XitiRequestDecoder(sink), sink => new MatomoRequestDecoder(sink, mapping));
        new IngestPipeline(formats, [new HitTableDetector(mapping)], new ParquetInputs(new DuckDbSettings { Threads = threads }))
            .RunAsync(HitLog.Files(path), new IngestOptions { Threads = threads }, sinkOf, null, CancellationToken.None)
            .GetAwaiter().GetResult();
    }

    private static Func<int, RecordSink> EncodingSinkOf()
    {
        var dictionaries = new HitDictionaries();
        var parts = new SplitHitStore(1 << 28, Path.GetTempPath());
        var pseudonyms = new PseudonymCache(2);
        return _ => new EncodingSink(
            new HitEncoder(dictionaries, new Pseudonymizer("bench"u8), DeviceRules.Default, needsClients: false, contentSeed: 1, new NullSink(), pseudonyms),
            parts,
            new RejectLedger(0),
            [],
            86_400_000);
    }
}
