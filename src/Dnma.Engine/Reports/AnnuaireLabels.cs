using Dnma.Engine.References;

namespace Dnma.Engine.Reports;

/// <summary>
/// The labels of the published tables: académie and département from the annuaire, else from the UAI's prefix; every other label from the
/// annuaire only (design §10). Thread safe.
/// </summary>
public sealed class AnnuaireLabels(Annuaire annuaire) : IEstablishmentLabels
{
    /// <inheritdoc />
    public EstablishmentLabels LabelsOf(string uai)
    {
        var known = annuaire.Describe(uai);
        var isListed = annuaire.Find(uai) is not null;
        return new EstablishmentLabels(
            Academy: known.AcademyName,
            Commune: known.Commune,
            Department: known.DepartmentName,
            Region: isListed ? known.Region : "",
            Ministry: known.Ministry,
            Circonscription: known.Circonscription,
            Nature: known.Nature,
            Sector: known.Sector);
    }
}
