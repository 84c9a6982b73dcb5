namespace Dnma.Engine.Ingest.Rejects;

/// <summary>One rejected record, so that a reader can find the line that broke. Immutable, thread safe.</summary>
/// <param name="File">The input's name.</param>
/// <param name="Line">The record's line, from 1.</param>
/// <param name="ByteOffset">Where its first byte is, in the decompressed content, from 0; −1 in a container without lines.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Text">What it looks like: at most <see cref="SampleRedaction.MaxLength"/> characters of one line, without identifiers.</param>
public sealed record RejectSample(string File, long Line, long ByteOffset, RejectReason Reason, string Text);
