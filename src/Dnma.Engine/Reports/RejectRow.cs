namespace Dnma.Engine.Reports;

/// <summary>A record that was read and could not be understood. A value, thread safe.</summary>
/// <param name="File">The input that holds it.</param>
/// <param name="Line">Its line, 1-based.</param>
/// <param name="ByteOffset">Where it begins in the decompressed input, 0-based, in bytes.</param>
/// <param name="Reason">The code of the reason.</param>
/// <param name="Sample">Its beginning, cut, without identifiers.</param>
public readonly record struct RejectRow(string File, long Line, long ByteOffset, string Reason, string Sample);
