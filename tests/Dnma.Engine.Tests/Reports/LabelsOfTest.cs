using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Reports;

/// <summary>Labels of one establishment, with everything that needs care in a file; none of any other.</summary>
internal sealed class LabelsOfTest : IEstablishmentLabels
{
    public const string Uai = "0010024W";

    /// <summary>How often the labels were asked for.</summary>
    public int Calls { get; private set; }

    public EstablishmentLabels LabelsOf(string uai)
    {
        Calls++;
        return uai == Uai
            ? new("Lyon", "Bourg; \"en\" Bresse", "Ain", "Auvergne-Rhône-Alpes", "=EN", "Bourg 1, nord", "COLLEGE", "PU")
            : EstablishmentLabels.None;
    }
}
