namespace Dnma.Engine.Reports;

/// <summary>Where the labels of establishments come from: the annuaire, else the prefix of the UAI (design §10). Implementations are thread safe.</summary>
public interface IEstablishmentLabels
{
    /// <summary>The labels of an establishment, <see cref="EstablishmentLabels.None"/> where nothing is known.</summary>
    /// <param name="uai">Seven digits and a letter, upper case; the letter may be wrong.</param>
    EstablishmentLabels LabelsOf(string uai);
}
