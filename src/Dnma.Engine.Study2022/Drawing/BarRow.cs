namespace Dnma.Engine.Study2022.Drawing;

/// <summary>A row of a <see cref="BarPicture"/>.</summary>
/// <param name="Label">What stands beside the bars.</param>
/// <param name="Bars">The bars, one above the other: length, the text at its end, and whether it is a dark one. None: the row is a heading.</param>
internal sealed record BarRow(string Label, params IReadOnlyList<(double Value, string Text, bool IsDark)> Bars);
