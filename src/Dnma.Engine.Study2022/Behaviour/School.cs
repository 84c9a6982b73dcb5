using Dnma.Engine.References;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>A school of the world. All of them are invented.</summary>
/// <param name="Uai">Its UAI, with the letter that the digits demand.</param>
/// <param name="Nature">As the annuaire says it; an école is first degree (domain §6).</param>
/// <param name="Department">Where it is.</param>
internal sealed record School(string Uai, string Nature, Department Department)
{
    /// <summary>Whether it is of the first degree: measured by Matomo, not by SmartTag.</summary>
    public bool IsPrimary => Nature.StartsWith("ECOLE", StringComparison.Ordinal);

    /// <summary>What its platform calls it: the internal structure id of a Matomo log (domain §4.4).</summary>
    public string Structure => $"structure-{Uai[..7]}";
}
