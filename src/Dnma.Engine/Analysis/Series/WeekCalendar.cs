using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Series;

/// <summary>How much school each week of a grid holds, by zone. Immutable.</summary>
internal sealed class WeekCalendar
{
    /// <summary>A day without school counts for this part of a school day: ENT are read at home as well.</summary>
    private const double DayOff = 0.125;

    private const int Zones = 3;
    private const int DaysOfWeek = 7;
    private readonly int[] _schoolDays;
    private readonly int _weeks;

    public WeekCalendar(WeekGrid grid)
    {
        _weeks = grid.Count;
        _schoolDays = new int[Zones * _weeks];
        for (var zone = 0; zone < Zones; zone++)
        {
            for (var week = 0; week < _weeks; week++)
            {
                _schoolDays[(zone * _weeks) + week] = Count((SchoolZone)zone, grid.Starts[week]);
            }
        }
    }

    /// <summary>How many school days a zone has in a week; null where the calendar does not tell.</summary>
    public int? SchoolDays(SchoolZone? zone, int week) =>
        zone is { } known && (int)known < Zones && _schoolDays[((int)known * _weeks) + week] is >= 0 and var days ? days : null;

    /// <summary>The days of each week, in school days; null for a zone whose calendar is not known for every week.</summary>
    public double[]? ExposureOf(SchoolZone? zone)
    {
        var exposure = new double[_weeks];
        for (var week = 0; week < _weeks; week++)
        {
            if (SchoolDays(zone, week) is not { } days)
            {
                return null;
            }

            exposure[week] = Exposure(days);
        }

        return exposure;
    }

    /// <summary>The mean of the zones' days, and 0 in weeks where one of them is not at school; all alike where no calendar tells.</summary>
    public double[] CommonExposure()
    {
        var exposure = new double[_weeks];
        for (var week = 0; week < _weeks; week++)
        {
            var (sum, least) = (0.0, DaysOfWeek);
            for (var zone = 0; zone < Zones; zone++)
            {
                var days = SchoolDays((SchoolZone)zone, week) ?? 5;
                least = Math.Min(least, days);
                sum += Exposure(days);
            }

            exposure[week] = least >= 3 ? sum / Zones : 0;
        }

        return exposure;
    }

    private static double Exposure(int schoolDays) => schoolDays + ((DaysOfWeek - schoolDays) * DayOff);

    private static int Count(SchoolZone zone, int start)
    {
        var covered = SchoolCalendar.BuiltIn.Covers(LocalCalendar.DateOf(start), zone) && SchoolCalendar.BuiltIn.Covers(LocalCalendar.DateOf(start + DaysOfWeek - 1), zone);
        return covered ? SchoolCalendar.BuiltIn.CountSchoolDays(new DayRange(start, start + DaysOfWeek), zone) : -1;
    }
}
