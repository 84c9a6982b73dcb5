namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Some establishments with their sums. Immutable.</summary>
internal sealed class SchoolGroup
{
    public SchoolGroup(ComparedSchool[] schools)
    {
        Schools = schools;
        var weeks = schools.Length == 0 ? 0 : schools.Max(school => school.Weeks.Pairs.Length);
        (A, B) = (new SideFigures(weeks), new SideFigures(weeks));
        foreach (var school in schools)
        {
            A.Add(school.A);
            B.Add(school.B);
        }
    }

    public ComparedSchool[] Schools { get; }

    public SideFigures A { get; }

    public SideFigures B { get; }

    public CellFigures Cell => new(A.VisitsWithUsers, A.UserWeeks, B.VisitsWithUsers, B.UserWeeks);

    /// <summary>The parts by profile, by code.</summary>
    public SortedDictionary<string, CellFigures> Profiles() => Parts(Schools.SelectMany(school => school.Profiles));

    /// <summary>The parts by level of school, by code.</summary>
    public SortedDictionary<string, CellFigures> Levels() => Parts(Schools.Select(school => KeyValuePair.Create(school.Level, school.Cell)));

    private static SortedDictionary<string, CellFigures> Parts(IEnumerable<KeyValuePair<string, CellFigures>> figures)
    {
        var parts = new SortedDictionary<string, CellFigures>(StringComparer.Ordinal);
        foreach (var (code, cell) in figures)
        {
            parts[code] = parts.GetValueOrDefault(code) + cell;
        }

        return parts;
    }
}
