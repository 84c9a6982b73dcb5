namespace Dnma.Engine.Analysis.Controls;

/// <summary>One text for people, in the two languages that certificates are written in. A value, thread safe.</summary>
/// <param name="French">In French.</param>
/// <param name="English">In English.</param>
public readonly record struct Wording(string French, string English);
