namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>One line of an exchange: visits of one modality that come to some territories and periods and go from others.</summary>
/// <param name="Times">Periods with what they gain.</param>
/// <param name="Places">Territories with what they gain.</param>
/// <param name="Modality">The modality.</param>
/// <param name="Sign">1 where it gains, −1 where it loses.</param>
internal readonly record struct VisitMove(List<(int Period, int Gain)> Times, (int Territory, int Gain)[] Places, int Modality, int Sign);
