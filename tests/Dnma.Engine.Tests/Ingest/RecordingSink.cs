using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;

namespace Dnma.Engine.Tests.Ingest;

/// <summary>A sink that keeps what it is told, as text.</summary>
internal sealed class RecordingSink : RecordSink
{
    public List<RecordedRequest> Requests { get; } = [];

    public List<(RejectReason Reason, RecordPosition Position, string Sample)> Rejects { get; } = [];

    public override ReadOnlySpan<byte[]> CustomNames => [];

    public override long ClockToleranceMs => 0;

    public static RequestFormats Formats { get; } = new(
        sink => new RecordingDecoder((RecordingSink)sink, "xiti"),
        sink => new RecordingDecoder((RecordingSink)sink, "matomo"));

    public override void Accept(scoped in HitFields hit) => throw new NotSupportedException();

    public override void AcceptPart(in SplitHitPart part) => throw new NotSupportedException();

    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) =>
        Rejects.Add((reason, position, Text(sample)));

    /// <summary>Bytes as Latin-1, so that any byte can be compared.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private sealed class RecordingDecoder(RecordingSink sink, string format) : RequestDecoder
    {
        public override void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line) =>
            sink.Requests.Add(new RecordedRequest(
                position,
                request.InstantMs,
                Text(request.Method),
                Text(request.Path),
                Text(request.Query),
                Text(request.UserAgent),
                Text(request.ClientHints),
                request.IsPrefetch,
                format,
                Text(line)));
    }
}
