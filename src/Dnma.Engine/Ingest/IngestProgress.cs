namespace Dnma.Engine.Ingest;

/// <summary>How far reading has come; reported every few megabytes and at the start and end of each input. A value, thread safe.</summary>
/// <param name="Input">The input that is being read.</param>
/// <param name="BytesRead">Bytes read of all inputs so far, as stored.</param>
/// <param name="TotalBytes">Bytes of all inputs as stored; null while one of them, such as a stream, does not tell its length.</param>
/// <param name="Lines">Lines (or rows of a table) decoded so far: at least as many as records.</param>
public readonly record struct IngestProgress(string Input, long BytesRead, long? TotalBytes, long Lines);
