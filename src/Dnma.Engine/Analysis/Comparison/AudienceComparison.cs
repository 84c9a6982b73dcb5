using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Compares two school years, on the full and on the constant perimeter, and says what the change is made of (docs/comparison.md). Pure, thread safe.</summary>
public static class AudienceComparison
{
    private const int FirstYear = 1970;
    private const int LastYear = 9000;

    /// <summary>Compares.</summary>
    /// <param name="request">Tables, years and rules.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: the years are not in order or are none, no table has weekly rows of establishments, or a week does not begin on a Monday.
    /// </exception>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public static ComparisonTable Run(ComparisonRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.EarlierYear >= request.LaterYear || request.EarlierYear < FirstYear || request.LaterYear > LastYear)
        {
            throw new EngineException(ErrorId.InvalidOption, "comparison", $"the school years {request.EarlierYear} and {request.LaterYear} are not an earlier and a later one", "give the calendar years of two first days, the earlier one first");
        }

        var read = ComparedSchools.Read(request);
        var schools = read.InOrder();
        var academies = Territories(TerritoryLevel.Academy, schools, school => school.AcademyCode);
        ComparedTerritory[] territories =
        [
            new(TerritoryLevel.National, IndicatorCodes.National, schools),
            .. academies,
            .. Territories(TerritoryLevel.Department, schools, school => school.DepartmentCode),
            .. request.Platforms is null && request.Deployment.Count == 0 ? [] : Territories(TerritoryLevel.Platform, schools, school => school.Platform),
            .. request.Deployment.Count == 0 ? [] : Territories(TerritoryLevel.Project, schools, school => school.Project),
            .. request.HasRegions ? Territories(TerritoryLevel.Region, schools, school => school.RegionCode) : [],
        ];
        var users = new ExactUsers(request, read);
        return new ComparisonTable(
            request,
            [.. territories.SelectMany(territory => new TerritoryRows(request, territory, users, academies).All())],
            [.. schools.Where(school => school.Move is not (null or SchoolMove.Stayed) && school.A.Visits + school.B.Visits > 0).Select(Moved)]);
    }

    private static ComparedTerritory[] Territories(TerritoryLevel level, ComparedSchool[] schools, Func<ComparedSchool, string> code)
    {
        var byCode = schools.GroupBy(code, StringComparer.Ordinal).Select(group => new ComparedTerritory(level, group.Key, [.. group])).ToArray();
        Array.Sort(byCode, (left, right) => IndicatorColumns.CompareUtf8(left.Code, right.Code));
        return byCode;
    }

    private static MovedSchool Moved(ComparedSchool school) => new(
        school.Facts.Uai, school.Move!.Value, school.AcademyCode, school.DepartmentCode, school.Platform,
        school.Weeks.Pairs.Length, school.A.FedWeeks, school.B.FedWeeks, school.A.Visits, school.B.Visits);
}
