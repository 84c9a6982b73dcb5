namespace Dnma.Engine.Visits.Partitions;

/// <summary>Takes a stretch of ordered records; the span is valid during the call only.</summary>
internal delegate void SpanVisitor<T>(ReadOnlySpan<T> records);
