using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Adds the weekly visits of establishments up to académies and the nation, where a table has no rows of theirs: published tables do not, and visits may be added.
/// Weeks that are not known at an establishment are missing from the sums. Not thread safe.
/// </summary>
/// <param name="figures">Receives the sums.</param>
/// <param name="annuaire">Where establishments are.</param>
internal sealed class SummedLevels(SeriesFigures figures, Annuaire annuaire)
{
    private readonly Dictionary<string, string> _academies = new(StringComparer.Ordinal);
    private string? _code;
    private int _nation;
    private int _academy;

    /// <summary>Adds one row of an establishment.</summary>
    public void Add(IndicatorColumns columns, int row, int week)
    {
        if (!ReferenceEquals(columns.Code[row], _code))
        {
            _code = columns.Code[row];
            _nation = figures.Nation.UnitOf(IndicatorCodes.National);
            _academy = AcademyOf(_code) is { Length: > 0 } academy ? figures.Academies.UnitOf(academy) : -1;
        }

        var (dimension, visits) = (columns.Dimension[row], columns.Visits[row]);
        if (Blocks.Is(dimension, Dimension.Total))
        {
            figures.Nation.Visits.Plus(_nation, week, visits);
            if (_academy >= 0)
            {
                figures.Academies.Visits.Plus(_academy, week, visits);
            }
        }
        else if (Blocks.Is(dimension, Dimension.Service) && PartWords.OfService(columns.Modality[row]) is >= 0 and var service)
        {
            figures.Nation.AddPart(_nation, service, week, visits);
            if (_academy >= 0)
            {
                figures.Academies.AddPart(_academy, service, week, visits);
            }
        }
        else if (Blocks.Is(dimension, Dimension.Profile) && PartWords.OfProfile(columns.Modality[row]) is >= 0 and var profile)
        {
            figures.Nation.AddPart(_nation, profile, week, visits);
        }
    }

    private string AcademyOf(string uai)
    {
        if (!_academies.TryGetValue(uai, out var academy))
        {
            _academies.Add(uai, academy = annuaire.Describe(uai).AcademyCode);
        }

        return academy;
    }
}
