namespace Dnma.Engine.References;

/// <summary>A UAI that may have been meant. A value, thread safe.</summary>
/// <param name="Uai">Seven digits and the letter that they demand.</param>
/// <param name="Slip">What would have gone wrong.</param>
/// <param name="Establishment">Whose it is; null when no annuaire was asked.</param>
public readonly record struct UaiRepair(string Uai, UaiSlip Slip, Establishment? Establishment);
