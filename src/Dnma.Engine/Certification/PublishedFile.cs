namespace Dnma.Engine.Certification;

/// <summary>A file that a measurement published. Immutable, thread safe.</summary>
/// <param name="Name">Its bare name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
public sealed record PublishedFile(string Name, long Bytes, string Sha256);
