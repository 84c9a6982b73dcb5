namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A log container: reads the request out of a line. Implemented by structs, so that the loop over a block's lines is compiled for
/// each and calls it without indirection. Not thread safe.
/// </summary>
internal interface ILineContainer
{
    /// <summary>Reads a line that is not blank.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="request">Filled in; reset by the caller. Its spans point into the line or into the container's own scratch.</param>
    /// <param name="reason">Why the line is rejected, if it is.</param>
    LineOutcome Read(ReadOnlySpan<byte> line, ref LogRequest request, out RejectReason reason);
}
