using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Study2022.Results;

/// <summary>Every result of the study, as measured.</summary>
public sealed record StudyResults
{
    /// <summary>How many records the engine read in the two autumns of the second degree.</summary>
    public required long RecordsRead { get; init; }

    /// <summary>How many of them it rejected or excluded.</summary>
    public required long RecordsLeftOut { get; init; }

    /// <summary>All days from September to December, second degree: the users and the mobile visits of the whole of it are in no comparison of weeks.</summary>
    public required YearOnYear Autumn { get; init; }

    /// <summary>September to December, the weeks with school, second degree, as the engine compares them.</summary>
    public required ComparedWeeks SchoolWeeks { get; init; }

    /// <summary>The week of the pupils' first day, second degree, as the engine compares it.</summary>
    public required ComparedWeeks FirstWeek { get; init; }

    /// <summary>The back-to-school peak, second degree: the highest week of either September, as the engine compares it.</summary>
    public required ComparedWeeks PeakWeeks { get; init; }

    /// <summary>The school weeks from the first one to the end of the year, by rank since the pupils' first day, second degree.</summary>
    public required IReadOnlyList<WeekOfRank> Weeks { get; init; }

    /// <summary>The share of each published service in the visits of all of them, September to December 2022, second degree, the largest first; they sum to 1.</summary>
    public required IReadOnlyList<Part> ServiceShares { get; init; }

    /// <summary>The services that the study names one by one; it adds up the others.</summary>
    public static IReadOnlyList<string> NamedServices { get; } = ["services_vie_scolaire", "courrier_electronique", "cahier_textes"];

    /// <summary>The code under which <see cref="NamedShares"/> has the others.</summary>
    public const string OtherServices = "autres";

    /// <summary>The named services, and all others together under <see cref="OtherServices"/>; they sum to 1.</summary>
    public IReadOnlyList<Part> NamedShares =>
    [
        .. NamedServices.Select(code => ServiceShares.Single(part => part.Code == code)),
        new Part(OtherServices, new Ratio(ServiceShares.Where(part => !NamedServices.Contains(part.Code)).Sum(part => part.Share.Numerator), ServiceShares[0].Share.Denominator)),
    ];

    /// <summary>The share of the visits that used each service, in one week of autumn 2022, second degree, the largest first.</summary>
    public required IReadOnlyList<Part> WeekServices { get; init; }

    /// <summary>The Monday of that week; the two degrees are compared in the same one.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The département in which both degrees are measured.</summary>
    public required string Department { get; init; }

    /// <summary>The week in the écoles of the département.</summary>
    public required LevelWeek FirstDegree { get; init; }

    /// <summary>The same week of the écoles as Matomo's own norm counts it: what tells the two tools apart when the behaviour is the same.</summary>
    public required IndicatorRow FirstDegreeByMatomo { get; init; }

    /// <summary>The week in its collèges and lycées.</summary>
    public required LevelWeek SecondDegree { get; init; }

    /// <summary>Visits from connected objects, September to December, second degree, those most used first.</summary>
    public required IReadOnlyList<ObjectVisits> ConnectedObjects { get; init; }

    /// <summary>All ENT together, both degrees, among public sites, in September 2022, by the rules of ACPM.</summary>
    public required IReadOnlyList<RankedSite> Ranking { get; init; }

    /// <summary>The rank of the peak of 2021 since the pupils' first day.</summary>
    public int PeakRank2021 => Weeks.Single(week => week.Monday2021 == LocalCalendar.DateOf(PeakWeeks.Periods.DaysA.Start)).Rank;

    /// <summary>The rank of the peak of 2022.</summary>
    public int PeakRank2022 => Weeks.Single(week => week.Monday2022 == LocalCalendar.DateOf(PeakWeeks.Periods.DaysB.Start)).Rank;

    /// <summary>The codes of two lists of parts, each once: those of the first in its order, then what only the second has.</summary>
    public static IEnumerable<string> CodesOf(IReadOnlyList<Part> first, IReadOnlyList<Part> second) => first.Concat(second).Select(part => part.Code).Distinct();
}
