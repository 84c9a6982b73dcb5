using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Objects;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Ingest;

/// <summary>
/// Reads a table of hits into objects, as a service does with a batch that it was posted: by the rules of a measurement, so that what is taken here is taken there.
/// All of it is held in memory. Thread safe.
/// </summary>
public static class HitReader
{
    /// <summary>Reads a stream to its end.</summary>
    /// <param name="name">Shown in messages.</param>
    /// <param name="stream">The bytes, compressed or not; not disposed. Bytes that are no UTF-8 become replacement characters.</param>
    /// <param name="format"><see cref="HitFormat.Csv"/> or <see cref="HitFormat.Ndjson"/>, with the canonical columns.</param>
    /// <param name="customColumns">Which other columns are read, into <see cref="Hits.Hit.Custom"/>; none by default.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: the format is another. <see cref="ErrorId.UndecidedFormat"/>: the stream is no such table.
    /// <see cref="ErrorId.UnreadableInput"/>: it cannot be read.
    /// </exception>
    public static async Task<HitReading> ReadAsync(
        string name, Stream stream, HitFormat format, IReadOnlyList<string>? customColumns = null, CancellationToken cancellationToken = default)
    {
        if (format is not (HitFormat.Csv or HitFormat.Ndjson))
        {
            throw new EngineException(ErrorId.InvalidOption, "format", $"hits of {format.Code()} are not read into objects", "use csv or ndjson");
        }

        var formats = new RequestFormats(sink => new XitiRequestDecoder(sink), sink => new MatomoRequestDecoder(sink, MatomoMapping.Default));
        var collector = new HitCollector(customColumns ?? []);
        _ = await new IngestPipeline(formats, [new HitTableDetector(MatomoMapping.Default)])
            .RunAsync(HitLog.Stream(name, stream).As(format), new IngestOptions { Threads = 1 }, _ => collector, progress: null, cancellationToken)
            .ConfigureAwait(false);
        return collector.Reading;
    }
}
