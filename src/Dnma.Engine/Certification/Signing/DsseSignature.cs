namespace Dnma.Engine.Certification.Signing;

/// <summary>One signature of an envelope.</summary>
/// <param name="KeyId">Whose it says it is: a hint, which nothing rests on.</param>
/// <param name="Bytes">The signature.</param>
internal sealed record DsseSignature(string KeyId, byte[] Bytes);
