namespace Dnma.Engine.Bench.Peers;

/// <summary>One cell of the published tables before it is formatted: what every peer must agree on, exactly.</summary>
/// <param name="Week">The week's Monday, as a day number.</param>
/// <param name="Uai">The establishment.</param>
/// <param name="Dimension">The dimension's code.</param>
/// <param name="Modality">The modality's code.</param>
/// <param name="Visits">Visits.</param>
/// <param name="Users">Exact distinct users.</param>
/// <param name="DurationMs">Σ of durations, or of the time in a service.</param>
internal readonly record struct FigureRow(int Week, string Uai, string Dimension, string Modality, long Visits, long Users, long DurationMs);
