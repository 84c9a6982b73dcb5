using Dnma.Engine.Bench.Generation;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>Chooses incidents and spoils a world with them. No school has two.</summary>
internal sealed class IncidentPlan
{
    /// <summary>Figures below this a week are too small for any incident to be told from chance.</summary>
    private const int LeastWeekly = 50;

    /// <summary>What lasts one week must be larger.</summary>
    private const int LeastOfOneWeek = 100;

    private const int LeastWeeksBefore = 7;
    private static readonly string[] Leaving = ["15", "07", "06", "03"];

    private readonly WeeklyWorld _world;
    private readonly Dice _dice;
    private readonly bool[] _taken;
    private readonly List<Incident> _incidents = [];

    private IncidentPlan(WeeklyWorld world)
    {
        _world = world;
        _dice = new Dice(world.Options.Seed, 4, 0);
        _taken = new bool[world.Schools.Length];
    }

    /// <summary>Spoils a world, and tells with what.</summary>
    public static IReadOnlyList<Incident> Plant(WeeklyWorld world)
    {
        var plan = new IncidentPlan(world);
        var options = world.Options;
        plan.LetAcademiesLeave(Math.Min(options.OfEachKind, Leaving.Length));
        if (options.OfEachKind > 0)
        {
            plan.UnplugPlatforms();
        }

        foreach (var kind in Enum.GetValues<IncidentKind>().Where(kind => kind != IncidentKind.AcademyLeft))
        {
            for (var i = 0; i < options.OfEachKind; i++)
            {
                plan.PlantOne(kind, plan._dice.Unit() < 0.5 ? 1 : plan._dice.Between(0.3, 1));
            }

            for (var i = 0; i < options.SmallOfEachKind && kind != IncidentKind.UaiTypo; i++)
            {
                plan.PlantOne(kind, plan._dice.Between(0.1, 0.3));
            }
        }

        return plan._incidents;
    }

    private void LetAcademiesLeave(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var first = 10 + _dice.Below(_world.Options.Weeks - 18);
            int[] schools = [.. Enumerable.Range(0, _world.Schools.Length).Where(school => _world.Schools[school].Academy.Code == Leaving[i])];
            Add(new Incident(IncidentKind.AcademyLeft, schools, -1, first, _world.Options.Weeks - 1, _dice.Between(0.95, 1)));
        }
    }

    private void UnplugPlatforms()
    {
        foreach (var (platform, service) in new[] { (1, 3), (2, 9) })
        {
            var first = 12 + _dice.Below(_world.Options.Weeks - 22);
            int[] schools = [.. Enumerable.Range(0, _world.Schools.Length).Where(school => !_taken[school] && _world.Schools[school].Platform == platform)];
            Add(new Incident(IncidentKind.ServiceUnplugged, schools, service, first, _world.Options.Weeks - 1, 1));
        }
    }

    private void PlantOne(IncidentKind kind, double effect)
    {
        var weeks = _world.Options.Weeks;
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var (school, first) = (_dice.Below(_world.Schools.Length), LeastWeeksBefore + _dice.Below(weeks - LeastWeeksBefore - 4));
            var service = kind == IncidentKind.ServiceUnplugged ? _dice.Below(WeeklyWorld.Services.Length) : -1;
            var one = _world.Schools[school];
            var start = one.Joins + (one.Joins > 0 ? Math.Max(one.RampWeeks, 4) + 4 : 0);
            var figure = one.Weekly * (service >= 0 ? one.Uses[service] : kind == IncidentKind.WrongProfileMap ? one.PupilShare : 1);
            if (_taken[school] || figure < (kind == IncidentKind.ClockShift ? LeastOfOneWeek : LeastWeekly) || first < start + LeastWeeksBefore || !IsSchool(school, first))
            {
                continue;
            }

            var last = kind switch
            {
                IncidentKind.Robot => Math.Min(weeks - 1, first + _dice.Below(4)),
                IncidentKind.ClockShift => first,
                IncidentKind.WrongProfileMap or IncidentKind.UaiTypo => Math.Min(weeks - 1, first + 2 + _dice.Below(10)),
                _ => Math.Min(weeks - 1, first + 8 + _dice.Below(weeks)),
            };

            // What lasts must last for some weeks of school; a clock's slip must fall between two of them.
            var lasting = Enumerable.Range(first, last - first + 1).Count(week => IsSchool(school, week));
            var isLong = kind is IncidentKind.Robot or IncidentKind.ClockShift || lasting >= (kind is IncidentKind.WrongProfileMap or IncidentKind.UaiTypo ? 2 : 5);
            if (!isLong || (kind == IncidentKind.ClockShift && !IsSchool(school, first + 1)))
            {
                continue;
            }

            Add(new Incident(kind, [school], service, first, last, kind == IncidentKind.Robot && effect >= 0.3 ? 5 * effect : effect)
            {
                OtherUai = kind == IncidentKind.UaiTypo ? Typo(one.Uai) : "",
            });
            return;
        }
    }

    private bool IsSchool(int school, int week) => Enumerable.Range(0, 5).Count(day =>
        !HolidayCalendar.IsOff(_world.Schools[school].Academy.Zone, Time.LocalCalendar.DayOf(_world.Options.FirstMonday.AddDays((7 * week) + day)))) >= 4;

    private string Typo(string uai)
    {
        var letters = uai.ToCharArray();
        if (_dice.Unit() < 0.5)
        {
            var place = 3 + _dice.Below(4);
            letters[place] = (char)('0' + ((letters[place] - '0' + 1 + _dice.Below(9)) % 10));
        }
        else
        {
            letters[7] = letters[7] == 'A' ? 'B' : 'A';
        }

        return new string(letters);
    }

    private void Add(Incident incident)
    {
        _incidents.Add(incident);
        foreach (var school in incident.Schools)
        {
            _taken[school] = true;
            for (var week = incident.First; week <= incident.Last; week++)
            {
                Spoil(incident, school, week, _world.Cell(school, week));
            }
        }
    }

    private void Spoil(Incident incident, int school, int week, int cell)
    {
        switch (incident.Kind)
        {
            case IncidentKind.ServiceUnplugged:
                Keep(ref _world.Used[(cell * WeeklyWorld.Services.Length) + incident.Service], 1 - incident.Effect);
                break;
            case IncidentKind.DoubleTagging:
                _world.Hits[cell] += (int)(_world.Hits[cell] * incident.Effect);
                break;
            case IncidentKind.AcademyLeft:
                KeepAll(cell, 1 - incident.Effect);
                break;
            case IncidentKind.Robot:
                var more = (int)(_world.Schools[school].Weekly * _world.Schools[school].HitsPerVisit * incident.Effect);
                _world.Hits[cell] += more;
                _world.Visits[cell] += Math.Min(20, more);
                break;
            case IncidentKind.ClockShift:
                Shift(cell, _world.Cell(school, week + 1), incident.Effect);
                break;
            case IncidentKind.WrongProfileMap:
                var moved = (int)(_world.Pupils[cell] * incident.Effect);
                _world.Pupils[cell] -= moved;
                _world.Others[cell] += moved;
                break;
            default:
                _world.Uai[cell] = incident.OtherUai;
                break;
        }
    }

    private void KeepAll(int cell, double share)
    {
        Keep(ref _world.Visits[cell], share);
        Keep(ref _world.Hits[cell], share);
        Keep(ref _world.Pupils[cell], share);
        Keep(ref _world.Others[cell], share);
        for (var service = 0; service < WeeklyWorld.Services.Length; service++)
        {
            Keep(ref _world.Used[(cell * WeeklyWorld.Services.Length) + service], share);
        }
    }

    private void Shift(int from, int to, double share)
    {
        Move(_world.Visits, from, to);
        Move(_world.Hits, from, to);
        Move(_world.Pupils, from, to);
        Move(_world.Others, from, to);
        for (var service = 0; service < WeeklyWorld.Services.Length; service++)
        {
            Move(_world.Used, (from * WeeklyWorld.Services.Length) + service, (to * WeeklyWorld.Services.Length) + service);
        }

        void Move(int[] figures, int source, int target)
        {
            var moved = (int)(figures[source] * share);
            figures[source] -= moved;
            figures[target] += moved;
        }
    }

    private void Keep(ref int figure, double share)
    {
        // Which visits stay is chance as well.
        figure = share <= 0 ? 0 : Math.Min(figure, _dice.Poisson(figure * share));
    }
}
