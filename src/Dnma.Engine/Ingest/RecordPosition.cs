namespace Dnma.Engine.Ingest;

/// <summary>Where a record stands. A value, thread safe.</summary>
/// <param name="File">The input's ordinal in the run.</param>
/// <param name="Line">Its line (or row), from 1; the header counts.</param>
/// <param name="ByteOffset">Where its first byte is, in the decompressed content, from 0; −1 in a container without lines (Parquet).</param>
public readonly record struct RecordPosition(int File, long Line, long ByteOffset);
