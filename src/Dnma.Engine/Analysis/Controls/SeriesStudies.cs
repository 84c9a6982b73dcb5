using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>
/// Which series are compared with what. Schools, with those of their kind under the same holidays; académies, with those of their zone; platforms, in weeks when
/// all zones are at school, with the nation's schools; a part of a wider territory's visits, as a share of all of them.
/// </summary>
internal sealed class SeriesStudies
{
    private const int LeastSchools = 12;
    private const int LeastTerritories = 4;

    /// <summary>Series of parts with fewer visits a week are left to the series of all visits.</summary>
    private const int LeastWeekly = 3;

    private readonly SeriesFigures _figures;
    private readonly WeekCalendar _calendar;
    private readonly double[] _common;
    private readonly Dictionary<string, List<int>> _schoolsOf = new(StringComparer.Ordinal);

    public SeriesStudies(SeriesFigures figures, Annuaire annuaire)
    {
        _figures = figures;
        _calendar = new WeekCalendar(figures.Grid);
        _common = _calendar.CommonExposure();
        Places = new SchoolPlaces(figures.Schools.Units.Codes, annuaire);
        for (var school = 0; school < Places.Count; school++)
        {
            Add(_schoolsOf, Places[school].Area, school);
            Add(_schoolsOf, $"{Places[school].Area}/{Places[school].Kind}", school);
        }
    }

    /// <summary>Where the schools are.</summary>
    public SchoolPlaces Places { get; }

    public SeriesStudy SchoolVisits()
    {
        var groups = new ProfileGroups();
        var set = _figures.Schools.Visits;
        return new SeriesStudy(set, groups.Profiles, GroupsOf(Places.Count, school => GroupOf(groups, set, "", _schoolsOf, school)));
    }

    public SeriesStudy SchoolParts()
    {
        var (groups, schools) = (new ProfileGroups(), _figures.Schools);
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var isLarge = new bool[schools.Parts.Count];
        for (var series = 0; series < isLarge.Length; series++)
        {
            isLarge[series] = IsLarge(schools.Parts[series]);
            if (isLarge[series])
            {
                var (unit, part) = schools.PartKeys[series];
                Add(members, $"{part}:{Places[unit].Area}", series);
                Add(members, $"{part}:{Places[unit].Area}/{Places[unit].Kind}", series);
            }
        }

        var groupOf = GroupsOf(isLarge.Length, series =>
            isLarge[series] ? GroupOf(groups, schools.Parts, $"{schools.PartKeys[series].Part}:", members, schools.PartKeys[series].Unit) : -1);
        return new SeriesStudy(schools.Parts, groups.Profiles, groupOf) { Questions = SeriesQuestions.Silence | SeriesQuestions.Shift };
    }

    public SeriesStudy SchoolHits()
    {
        var (groups, schools) = (new ProfileGroups(), _figures.Schools);
        var groupOf = GroupsOf(Places.Count, school => groups.Of(Places[school].Area, () => _schoolsOf[Places[school].Area] is { Count: >= LeastSchools } members
            ? PooledProfile.Of(schools.Hits, members, null, schools.Visits)
            : Flat()));
        return HitsStudy(schools, groups, groupOf);
    }

    public SeriesStudy AcademyVisits()
    {
        var (groups, academies) = (new ProfileGroups(), _figures.Academies);
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var academy = 0; academy < academies.Units.Count; academy++)
        {
            Add(members, AreaOf(academy), academy);
        }

        var groupOf = GroupsOf(academies.Units.Count, academy => groups.Of(AreaOf(academy), () =>
        {
            var exposure = ExposureOf(academy);
            return members[AreaOf(academy)] is { Count: >= LeastTerritories } peers ? PooledProfile.Of(academies.Visits, peers, exposure)
                : _schoolsOf.GetValueOrDefault(AreaOf(academy)) is { Count: >= LeastSchools } schools ? PooledProfile.Of(_figures.Schools.Visits, schools, exposure)
                : exposure is null ? null : PooledProfile.OfCalendar(exposure);
        }));
        return new SeriesStudy(academies.Visits, groups.Profiles, groupOf);
    }

    public SeriesStudy PlatformVisits()
    {
        var (groups, platforms) = (new ProfileGroups(), _figures.Platforms);
        var groupOf = GroupsOf(platforms.Units.Count, _ => groups.Of("", () => Places.Count >= LeastSchools
            ? PooledProfile.Of(_figures.Schools.Visits, [.. Enumerable.Range(0, Places.Count)], _common)
            : PooledProfile.OfCalendar(_common)));
        return new SeriesStudy(platforms.Visits, groups.Profiles, groupOf);
    }

    /// <summary>Hits per visit of académies or platforms.</summary>
    public SeriesStudy Hits(TerritoryLevel level)
    {
        var (groups, figures) = (new ProfileGroups(), Of(level));
        return HitsStudy(figures, groups, GroupsOf(figures.Units.Count, unit => groups.Of(MaskName(level, unit), () => Masked(Flat(), MaskOf(level, unit)))));
    }

    /// <summary>Parts of the visits of the nation, académies or platforms, as shares of all of them.</summary>
    public SeriesStudy Shares(TerritoryLevel level)
    {
        var (groups, figures) = (new ProfileGroups(), Of(level));
        int[] divisorOf = [.. figures.PartKeys.Select(key => key.Unit)];
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var series = 0; series < divisorOf.Length; series++)
        {
            Add(members, $"{figures.PartKeys[series].Part}", series);
        }

        var groupOf = GroupsOf(divisorOf.Length, series =>
        {
            var (unit, part) = figures.PartKeys[series];
            return !IsLarge(figures.Parts[series]) ? -1 : groups.Of($"{part}:{MaskName(level, unit)}", () => Masked(
                members[$"{part}"] is { Count: >= LeastTerritories } peers ? PooledProfile.Of(figures.Parts, peers, null, figures.Visits, divisorOf) : Flat(),
                MaskOf(level, unit)));
        });
        return new SeriesStudy(figures.Parts, groups.Profiles, groupOf) { Divisors = figures.Visits, DivisorOf = divisorOf };
    }

    private static SeriesStudy HitsStudy(LevelFigures figures, ProfileGroups groups, int[] groupOf) => new(figures.Hits, groups.Profiles, groupOf)
    {
        Divisors = figures.Visits,
        BasesCount = true,
        Questions = SeriesQuestions.Shift | SeriesQuestions.Week,
    };

    /// <summary>The group of a school's series: those of its kind under the same holidays, else all under them, else what the calendar tells.</summary>
    private int GroupOf(ProfileGroups groups, SeriesSet set, string prefix, Dictionary<string, List<int>> members, int school)
    {
        var (area, kind) = (Places[school].Area, Places[school].Kind);
        double[]? Pooled(string name) =>
            members.GetValueOrDefault(name) is { Count: >= LeastSchools } peers ? PooledProfile.Of(set, peers, ExposureOfSchool(school)) : null;

        var group = groups.Of($"{prefix}{area}/{kind}", () => Pooled($"{prefix}{area}/{kind}"));
        group = group >= 0 ? group : groups.Of($"{prefix}{area}", () => Pooled($"{prefix}{area}"));
        return group >= 0 ? group : groups.Of($"{area} calendar", () => ExposureOfSchool(school) is { } exposure ? PooledProfile.OfCalendar(exposure) : null);
    }

    private double[]? ExposureOfSchool(int school) => _calendar.ExposureOf(SchoolPlaces.ZoneOf(Places[school].Academy));

    private double[]? ExposureOf(int academy) => _calendar.ExposureOf(SchoolPlaces.ZoneOf(_figures.Academies.Units.Codes[academy]));

    private string AreaOf(int academy) => SchoolPlaces.AreaOf(_figures.Academies.Units.Codes[academy]);

    private string MaskName(TerritoryLevel level, int unit) => level == TerritoryLevel.Academy ? AreaOf(unit) : "";

    /// <summary>The weeks in which a territory is at school; null where no calendar tells.</summary>
    private double[]? MaskOf(TerritoryLevel level, int unit) => level != TerritoryLevel.Academy ? _common : ExposureOf(unit);

    private LevelFigures Of(TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => _figures.Nation,
        TerritoryLevel.Academy => _figures.Academies,
        _ => _figures.Platforms,
    };

    private double[] Flat()
    {
        var flat = new double[_figures.Grid.Count];
        Array.Fill(flat, 1);
        return flat;
    }

    /// <summary>A profile without the weeks of fewer than three school days.</summary>
    private static double[] Masked(double[] profile, double[]? days)
    {
        for (var week = 0; days is not null && week < profile.Length; week++)
        {
            profile[week] = days[week] < 3 ? 0 : profile[week];
        }

        return profile;
    }

    private static bool IsLarge(ReadOnlySpan<int> values)
    {
        var sum = 0L;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum >= (long)LeastWeekly * values.Length;
    }

    private static int[] GroupsOf(int count, Func<int, int> groupOf)
    {
        var groups = new int[count];
        for (var series = 0; series < count; series++)
        {
            groups[series] = groupOf(series);
        }

        return groups;
    }

    private static void Add(Dictionary<string, List<int>> members, string name, int member) =>
        (members.TryGetValue(name, out var list) ? list : members[name] = []).Add(member);
}
