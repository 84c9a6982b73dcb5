namespace Dnma.Engine.Certification;

/// <summary>A conservation law in words.</summary>
/// <param name="Id">A stable name.</param>
/// <param name="French">What must hold, for French readers.</param>
/// <param name="English">What must hold, for English readers and for <c>certificate.json</c>.</param>
internal sealed record LawText(string Id, string French, string English);
