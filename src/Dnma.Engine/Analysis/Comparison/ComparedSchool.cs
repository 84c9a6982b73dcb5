using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>An establishment with what both periods count of it; that of the code <c>inconnu</c> holds the visits without an establishment.</summary>
internal sealed class ComparedSchool
{
    public ComparedSchool(Establishment facts, string platform, string project, SchoolZone? zone, ZoneWeeks weeks)
    {
        (Facts, Platform, Project, Zone, Weeks) = (facts, platform, project, zone, weeks);
        (A, B) = (new SideFigures(weeks.Pairs.Length), new SideFigures(weeks.Pairs.Length));
    }

    public Establishment Facts { get; }

    public string Platform { get; }

    public string Project { get; }

    public SchoolZone? Zone { get; }

    public ZoneWeeks Weeks { get; }

    public SideFigures A { get; }

    public SideFigures B { get; }

    /// <summary>By the modalities of the dimension profile.</summary>
    public SortedDictionary<string, CellFigures> Profiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Visits by the modalities of the dimension school-level: what tells the level where the annuaire does not.</summary>
    public SortedDictionary<string, long> Levels { get; } = new(StringComparer.Ordinal);

    /// <summary>Null for visits without an establishment.</summary>
    public SchoolMove? Move { get; private set; }

    public bool IsUnplaced => Facts.Uai == IndicatorCodes.Unknown;

    public string AcademyCode => OrUnknown(Facts.AcademyCode);

    public string DepartmentCode => OrUnknown(Facts.DepartmentCode);

    /// <summary>The collectivities overseas are in no région.</summary>
    public string RegionCode => OrUnknown(Territories.RegionCodeOf(Facts));

    /// <summary>The annuaire's; else that of most of its visits (the first by code of equal ones).</summary>
    public string Level => Facts.SchoolLevel != SchoolLevel.Unknown ? Facts.SchoolLevel.Code()
        : Levels.Where(level => level.Key != IndicatorCodes.Unknown).OrderByDescending(level => level.Value).Select(level => level.Key).FirstOrDefault(IndicatorCodes.Unknown);

    /// <summary>All figures as one part.</summary>
    public CellFigures Cell => new(A.VisitsWithUsers, A.UserWeeks, B.VisitsWithUsers, B.UserWeeks);

    public void Decide(PerimeterRule rule) => Move = IsUnplaced ? null : (rule.IsFed(A.FedWeeks, A.ByWeek.Length), rule.IsFed(B.FedWeeks, B.ByWeek.Length)) switch
    {
        (true, true) => SchoolMove.Stayed,
        (true, false) => SchoolMove.Left,
        (false, true) => SchoolMove.Entered,
        _ => SchoolMove.PartlyFed,
    };

    private static string OrUnknown(string code) => code.Length > 0 ? code : IndicatorCodes.Unknown;
}
