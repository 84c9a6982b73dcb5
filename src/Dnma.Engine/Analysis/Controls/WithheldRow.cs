using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>A row of weekly figures of an establishment that is not known: withheld, or never published. It is not zero. A value, thread safe.</summary>
/// <param name="WeekStart">The week's first day, as a day number.</param>
/// <param name="Code">The establishment.</param>
/// <param name="Dimension">What is divided by.</param>
/// <param name="Modality">The part.</param>
public readonly record struct WithheldRow(int WeekStart, string Code, Dimension Dimension, string Modality);
