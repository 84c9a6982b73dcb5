using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Reads the weekly rows of establishments, each week from the table that tells of it.</summary>
internal sealed class ComparedSchools
{
    private readonly ComparisonRequest _request;
    private readonly WeekGrid _measured;
    private readonly Dictionary<string, ComparedSchool> _schools = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ZoneWeeks> _zones = [];
    private readonly PeakWeeks? _peaks;
    private readonly DeclaredPlaces _places;
    private (string Code, ComparedSchool School)? _last;

    private ComparedSchools(ComparisonRequest request)
    {
        _request = request;
        _places = new DeclaredPlaces(request);
        _measured = WeekGrid.Of([.. request.Tables.Select(table => table.Days)]);
        if (request.Rule.Kind == PeriodRuleKind.Peak)
        {
            var visits = new Dictionary<int, long>();
            ForEachRow((columns, row) => visits[columns.PeriodStart[row]] = visits.GetValueOrDefault(columns.PeriodStart[row]) + (Is(columns, row, Dimension.Total) ? columns.Visits[row] : 0));
            _peaks = PeakWeeks.Of(request, _measured, visits.Where(week => week.Value > 0).ToDictionary());
        }
    }

    /// <summary>All of them by UAI, with what became of each.</summary>
    public ComparedSchool[] InOrder()
    {
        ComparedSchool[] schools = [.. _schools.Values];
        Array.Sort(schools, static (left, right) => string.CompareOrdinal(left.Facts.Uai, right.Facts.Uai));
        return schools;
    }

    /// <summary>The weeks that were measured whole, and by which table.</summary>
    public WeekGrid Measured => _measured;

    /// <summary>Reads the tables of a request.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no table has weekly rows of establishments, or a week does not begin on a Monday.</exception>
    public static ComparedSchools Read(ComparisonRequest request)
    {
        var schools = new ComparedSchools(request);
        schools.ForEachRow(schools.Put);
        foreach (var school in schools._schools.Values)
        {
            school.Decide(request.Perimeter);
        }

        return schools;
    }

    /// <summary>The weeks that are compared under the holidays of a zone.</summary>
    /// <param name="zone">The zone; null where it is not known.</param>
    public ZoneWeeks WeeksOf(SchoolZone? zone)
    {
        var key = zone is { } known ? (int)known : -1;
        if (!_zones.TryGetValue(key, out var weeks))
        {
            _zones.Add(key, weeks = ZoneWeeks.Of(_request, zone, _measured, _peaks));
        }

        return weeks;
    }

    private static bool Is(IndicatorColumns columns, int row, Dimension dimension) => Blocks.Is(columns.Dimension[row], dimension);

    private void ForEachRow(Action<IndicatorColumns, int> take)
    {
        var any = false;
        for (var source = 0; source < _request.Tables.Count; source++)
        {
            var columns = _request.Tables[source].Table.Columns;
            for (var row = 0; row < columns.Count; row++)
            {
                if (columns.Period[row] != PeriodKind.Week || columns.Level[row] != TerritoryLevel.Establishment)
                {
                    continue;
                }

                any = true;
                var start = columns.PeriodStart[row];
                if (LocalCalendar.WeekStart(start) != start)
                {
                    throw new EngineException(ErrorId.InvalidOption, "comparison", $"a week of {columns.Code[row]} begins on {LocalCalendar.DateOf(start):O}, which is no Monday", "give weeks from Monday to Sunday");
                }

                if (_measured.IndexOf(start) is >= 0 and var week && _measured.Sources[week] == source)
                {
                    take(columns, row);
                }
            }
        }

        if (!any)
        {
            throw new EngineException(ErrorId.InvalidOption, "comparison", "no table has weekly rows of establishments", "publish the periods week and the level establishment too");
        }
    }

    private void Put(IndicatorColumns columns, int row)
    {
        var school = SchoolOf(columns.Code[row]);
        if (school.Weeks.Find(columns.PeriodStart[row]) is not { } place)
        {
            return;
        }

        var (visits, users) = (columns.Visits[row], columns.Users[row]);
        if (Is(columns, row, Dimension.Total))
        {
            (place.IsLater ? school.B : school.A).Add(place.Slot, visits, users, columns.DurationMs[row], columns.TimedVisits[row]);
        }
        else if (Is(columns, row, Dimension.Profile) && place.Slot != school.Weeks.Outside)
        {
            var counted = users > 0 ? visits : 0;
            var figures = place.IsLater ? new CellFigures(0, 0, counted, users) : new CellFigures(counted, users, 0, 0);
            school.Profiles[columns.Modality[row]] = school.Profiles.GetValueOrDefault(columns.Modality[row]) + figures;
        }
        else if (Is(columns, row, Dimension.SchoolLevel))
        {
            school.Levels[columns.Modality[row]] = school.Levels.GetValueOrDefault(columns.Modality[row]) + visits;
        }
    }

    /// <summary>Rows of one establishment and week lie together, and share the text of its code.</summary>
    private ComparedSchool SchoolOf(string code)
    {
        if (_last is { } last && ReferenceEquals(last.Code, code))
        {
            return last.School;
        }

        if (!_schools.TryGetValue(code, out var school))
        {
            _schools.Add(code, school = Describe(code));
        }

        _last = (code, school);
        return school;
    }

    private ComparedSchool Describe(string code)
    {
        var facts = Uai.TryNormalize(code, out _, out _) ? _request.Annuaire.Describe(code) : new Establishment { Uai = code };
        var zone = Territories.ZoneOf(facts.DepartmentCode);
        return new ComparedSchool(facts, _places.PlatformOf(code), _places.ProjectOf(code), zone, WeeksOf(zone));
    }
}
