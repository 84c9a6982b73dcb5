using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>A territory with its establishments and their sums. Immutable.</summary>
internal sealed class ComparedTerritory
{
    public ComparedTerritory(TerritoryLevel level, string code, ComparedSchool[] schools)
    {
        (Level, Code, Schools) = (level, code, schools);
        Full = new SchoolGroup(schools);
        Constant = new SchoolGroup([.. schools.Where(school => school.Move == SchoolMove.Stayed)]);
        Move = MoveOf();
        Zones = [.. schools.GroupBy(school => school.Weeks).Select(group => group.Key)];
    }

    public TerritoryLevel Level { get; }

    public string Code { get; }

    public ComparedSchool[] Schools { get; }

    public SchoolGroup Full { get; }

    public SchoolGroup Constant { get; }

    /// <summary>The weeks of each zone that it has establishments in.</summary>
    public ZoneWeeks[] Zones { get; }

    /// <summary>Whether it left or entered the measure; <see cref="SchoolMove.Stayed"/> otherwise. Half of its visits decide, and the way that they went.</summary>
    public SchoolMove Move { get; }

    /// <summary>Its establishments of one fate; null: visits without an establishment.</summary>
    public SchoolGroup Of(SchoolMove? move) => new([.. Schools.Where(school => school.Move == move)]);

    private SchoolMove MoveOf() =>
        Full.A.Visits > Full.B.Visits && Of(SchoolMove.Left).A.Visits >= Full.A.Visits - Of(SchoolMove.Left).A.Visits ? SchoolMove.Left
        : Full.B.Visits > Full.A.Visits && Of(SchoolMove.Entered).B.Visits >= Full.B.Visits - Of(SchoolMove.Entered).B.Visits ? SchoolMove.Entered
        : SchoolMove.Stayed;
}
