namespace Dnma.Engine.Ingest.Detection;

/// <summary>The hit formats that requests can carry: how to make a decoder of each for a sink.</summary>
/// <param name="Xiti">For requests to <c>hit.xiti</c>.</param>
/// <param name="Matomo">For requests to <c>matomo.php</c>.</param>
internal sealed record RequestFormats(Func<RecordSink, RequestDecoder> Xiti, Func<RecordSink, RequestDecoder> Matomo)
{
    /// <summary>How to make a decoder of a format that requests carry.</summary>
    public Func<RecordSink, RequestDecoder> Of(HitFormat format) => format == HitFormat.Matomo ? Matomo : Xiti;
}
