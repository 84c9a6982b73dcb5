using Dnma.Engine.Indicators;

namespace Dnma.Engine.Study2022.Results;

/// <summary>One week of one degree in one département.</summary>
/// <param name="Total">Its figures.</param>
/// <param name="Profiles">The share of each profile in the visits; they sum to 1.</param>
/// <param name="Services">The share of the visits that used each service; they sum to what they sum to, as a visit counts once in each.</param>
/// <param name="Devices">The share of each device in the visits of known device; they sum to 1.</param>
public sealed record LevelWeek(IndicatorRow Total, IReadOnlyList<Part> Profiles, IReadOnlyList<Part> Services, IReadOnlyList<Part> Devices);
