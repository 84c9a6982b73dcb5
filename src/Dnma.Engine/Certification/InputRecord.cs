namespace Dnma.Engine.Certification;

/// <summary>One input of a measurement.</summary>
/// <param name="Name">As the caller named it.</param>
/// <param name="Bytes">Its size as stored.</param>
/// <param name="Sha256">Of its bytes as stored, lower-case hexadecimal.</param>
/// <param name="Lines">Its lines, headers and empty ones included; the rows of a Parquet file.</param>
/// <param name="Layout">How it was read, in words.</param>
/// <param name="Note">What is wrong with it (it broke off at some byte); empty when nothing is.</param>
public sealed record InputRecord(string Name, long Bytes, string Sha256, long Lines, string Layout, string Note);
