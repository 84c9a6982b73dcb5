using System.Numerics;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What must be known of a territory's comparison. Immutable.</summary>
internal sealed class TerritoryMarks
{
    private readonly ComparedTerritory _territory;
    private readonly ComparisonMark[] _always;
    private readonly PerimeterRule _perimeter;

    public TerritoryMarks(ComparisonRequest request, ComparedTerritory territory)
    {
        (_territory, _perimeter) = (territory, request.Perimeter);
        var zones = territory.Zones;
        HasWeeks = zones.Any(zone => zone.Pairs.Length > 0);
        _always =
        [
            .. If(!HasWeeks, ComparisonMarks.NothingComparable),
            .. If(zones.Any(zone => zone.A.Missing > 0), ComparisonMarks.UnfinishedA),
            .. If(zones.Any(zone => zone.B.Missing > 0), ComparisonMarks.UnfinishedB),
            .. If(IsPartlyFed(school => school.A), ComparisonMarks.PartlyFedA),
            .. If(IsPartlyFed(school => school.B), ComparisonMarks.PartlyFedB),
            .. If(request.Rule.Kind == PeriodRuleKind.SchoolYear && zones.Any(zone => !zone.IsWhole), ComparisonMarks.SchoolWeeksOnly),
        ];
    }

    /// <summary>Whether some weeks are compared.</summary>
    public bool HasWeeks { get; }

    /// <summary>The marks of a figure, in their order.</summary>
    /// <param name="perimeter">Whose figure.</param>
    /// <param name="subject">What it is of.</param>
    /// <param name="others">Those that it has beside the territory's.</param>
    public IReadOnlyList<ComparisonMark> Of(ComparedPerimeter perimeter, string subject, params IEnumerable<ComparisonMark> others)
    {
        var isFull = perimeter == ComparedPerimeter.Full;
        ComparisonMark[] marks =
        [
            .. _always,
            .. If(isFull && IsPerimeterChanged(), ComparisonMarks.PerimeterChanged),
            .. If(!isFull && HasWeeks && IsPerimeterSmall(), ComparisonMarks.SmallPerimeter),
            .. If(isFull && _territory.Move == SchoolMove.Left, ComparisonMarks.TerritoryLeft),
            .. If(isFull && _territory.Move == SchoolMove.Entered, ComparisonMarks.TerritoryEntered),
            .. If(subject != ComparisonSubjects.VisitsPerSchoolDay && _territory.Zones.Any(zone => zone.SchoolDays(isLater: false) != zone.SchoolDays(isLater: true)), ComparisonMarks.SchoolDaysDiffer),
            .. others,
        ];
        return [.. ComparisonMarks.All.Where(marks.Contains)];
    }

    /// <summary>A mark, if it holds.</summary>
    public static ComparisonMark[] If(bool holds, ComparisonMark mark) => holds ? [mark] : [];

    private bool IsPerimeterChanged() =>
        IsMarked(_territory.Full.A.Visits, _territory.Constant.A.Visits) || IsMarked(_territory.Full.B.Visits, _territory.Constant.B.Visits);

    private bool IsMarked(long full, long constant) => 100 * ((BigInteger)full - constant) > _perimeter.MarkedPercent * (BigInteger)full;

    private bool IsPerimeterSmall() =>
        _territory.Constant.A.Visits < _territory.Full.A.Visits - _territory.Constant.A.Visits || _territory.Constant.B.Visits < _territory.Full.B.Visits - _territory.Constant.B.Visits;

    /// <summary>Whether in some week less than half of the median number of establishments have visits.</summary>
    private bool IsPartlyFed(Func<ComparedSchool, SideFigures> side)
    {
        var fed = new int[_territory.Full.A.ByWeek.Length];
        foreach (var school in _territory.Schools.Where(school => !school.IsUnplaced))
        {
            var weeks = side(school).ByWeek;
            for (var week = 0; week < weeks.Length; week++)
            {
                fed[week] += weeks[week] > 0 ? 1 : 0;
            }
        }

        return fed.Length > 0 && 2L * fed.Min() < fed.Order().ElementAt(fed.Length / 2);
    }
}
