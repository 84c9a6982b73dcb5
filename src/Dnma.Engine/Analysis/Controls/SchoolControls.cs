using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>Family 13: what cannot be at a school of its kind. Immutable, thread safe.</summary>
public static class SchoolControls
{
    private const string Pupil = "eleve";

    /// <summary>Visits of pupils of three to six years.</summary>
    public static Control MaternellePupils { get; } = new(
        "maternelle-pupils", 13, ControlSeverity.Warning,
        new("Une école maternelle sans classe élémentaire a des visites d'élèves : des parents y sont sans doute comptés comme élèves.",
            "An école maternelle without elementary classes has visits of pupils: parents are probably counted as pupils."),
        new("Faire vérifier la correspondance des profils de la plateforme.", "Have the platform's map of profiles checked."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Control> All { get; } = [MaternellePupils];

    internal static void Run(ControlRequest request, List<Control> asked, List<Finding> findings)
    {
        if (request.Annuaire.Count == 0)
        {
            return;
        }

        asked.Add(MaternellePupils);
        var visits = new Dictionary<string, long>(StringComparer.Ordinal);
        var columns = request.Measured.Table.Columns;
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] == PeriodKind.Week && columns.Level[row] == TerritoryLevel.Establishment
                && Blocks.Is(columns.Dimension[row], Dimension.Profile) && columns.Modality[row] == Pupil && columns.Visits[row] > 0)
            {
                visits[columns.Code[row]] = visits.GetValueOrDefault(columns.Code[row]) + columns.Visits[row];
            }
        }

        foreach (var (uai, count) in visits)
        {
            if (request.Annuaire.Find(uai) is { IsMaternelle: true, IsElementaire: false })
            {
                findings.Add(new Finding(
                    MaternellePupils, TerritoryLevel.Establishment, uai, PeriodKind.All, LocalCalendar.DateOf(request.Measured.Days.Start), $"profile:{Pupil}", count, 0));
            }
        }
    }
}
