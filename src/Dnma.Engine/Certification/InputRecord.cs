namespace Dnma.Engine.Certification;

/// <summary>One input of a measurement. Immutable, thread safe.</summary>
/// <param name="Name">As the caller named it.</param>
/// <param name="Bytes">Its size as stored.</param>
/// <param name="Sha256">Of its bytes as stored, lower-case hexadecimal.</param>
/// <param name="Lines">Its lines, headers and empty ones included; the rows of a Parquet file.</param>
/// <param name="Records">
/// The records in it: accepted, rejected, and parts of split hits; over all inputs, those that the ledger calls read. Of Matomo's raw tables each row is one,
/// and only actions are hits.
/// </param>
/// <param name="Layout">How it was read, in words.</param>
/// <param name="Note">What is wrong with it (it broke off at some byte); empty when nothing is.</param>
public sealed record InputRecord(string Name, long Bytes, string Sha256, long Lines, long Records, string Layout, string Note);
