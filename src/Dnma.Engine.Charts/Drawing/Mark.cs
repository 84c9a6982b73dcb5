using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Where a figure stands on a picture, and its words: what a reader may point at. Immutable.</summary>
/// <param name="Box">Where, in CSS pixels.</param>
/// <param name="Lines">What it is of, then its figures; of a column one line a series, in their order, then what else there is to say.</param>
/// <param name="Series">Whose figure it is; −1 for those of all series, or where there is one series only.</param>
/// <param name="IsColumn">Whether it stands for a moment of a time series, through the whole height.</param>
internal sealed record Mark(SKRect Box, IReadOnlyList<string> Lines, int Series = -1, bool IsColumn = false);
