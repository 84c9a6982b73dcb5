namespace Dnma.Engine.Hits;

/// <summary>A click, download or event: what was used, and under which label; codes in <see cref="HitDictionaries"/>.</summary>
/// <param name="Usage">What was used.</param>
/// <param name="Label">The label.</param>
internal readonly record struct LabelledUse(int Usage, int Label);
