namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Where and when a visit comes to, where and when another goes from, and how the two differ: what both have in common does not change.</summary>
/// <param name="GainingTimes">All periods that hold the day of the one.</param>
/// <param name="GainingPlaces">All territories around it.</param>
/// <param name="LosingTimes">All periods that hold the day of the other.</param>
/// <param name="LosingPlaces">All territories around it.</param>
/// <param name="Times">The periods of a modality that both have.</param>
/// <param name="Places">The territories of such a modality. Either the days or the establishments of the two are the same.</param>
internal sealed record VisitEnds(
    List<(int Period, int Gain)> GainingTimes,
    (int Territory, int Gain)[] GainingPlaces,
    List<(int Period, int Gain)> LosingTimes,
    (int Territory, int Gain)[] LosingPlaces,
    List<(int Period, int Gain)> Times,
    (int Territory, int Gain)[] Places);
